import type { Sheet } from '../../checklists/sheet.ts';
import { stripIsolates } from '../../language/scripts/index.ts';
import type { Translate } from '../../messages/texts.ts';
import { html } from './html.ts';

/** Addresses of the page's own files. */
export interface SheetUrls {
  readonly style: string;
  readonly script: string;
}

/** A checklist as a page to print. */
export function sheetPage(sheet: Sheet, t: Translate, assets: SheetUrls): string {
  const items = sheet.items.map(({ text, done }) =>
    done
      ? html`<li class="done"><span><span class="said">${t('checklist.ready')}: </span>${text}</span></li>`
      : html`<li><span>${text}</span></li>`,
  );
  const markup = html`<!doctype html>
<html lang="${sheet.locale}" dir="${sheet.dir}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${stripIsolates(sheet.title)}</title>
<link rel="stylesheet" href="${assets.style}">
</head>
<body>
<nav class="tools"><a href="/">${t('checklist.back')}</a><button type="button" id="print" hidden>${t('checklist.print_now')}</button></nav>
<main>
<h1>${sheet.title}</h1>
<p class="progress">${sheet.progress}</p>
<ul class="papers">${items}</ul>
<div class="rest">
${sheet.notes.map((note) => html`<p>${note}</p>`)}
<h2>${sheet.sourcesTitle}</h2>
<ul>${sheet.sources.map((line) => html`<li>${line}</li>`)}</ul>
${sheet.asOf === null ? null : html`<p>${sheet.asOf}</p>`}
${sheet.foot.map((line) => html`<p>${line}</p>`)}
</div>
</main>
<script src="${assets.script}" defer></script>
</body>
</html>`;
  return markup.text;
}
