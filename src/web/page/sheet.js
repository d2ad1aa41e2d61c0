// @ts-check
/** The print button of a checklist's page; without script the browser's own menu prints. */
(() => {
  const button = /** @type {HTMLButtonElement | null} */ (document.getElementById('print'));
  if (button === null) return;
  button.hidden = false;
  button.addEventListener('click', () => window.print());
})();
