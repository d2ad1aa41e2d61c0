/** An address fit for a link: http or https, or a path of our own. Anything else (`javascript:`, `data:`) becomes plain text. */
export function safeUrl(url: string): string | null {
  if (/^\/[\w][\w./-]*$/u.test(url)) return url;
  try {
    const { protocol } = new URL(url);
    return protocol === 'https:' || protocol === 'http:' ? url : null;
  } catch {
    return null;
  }
}

/** A `tel:` address of a phone as people write it. */
export function telUrl(phone: string): string {
  return `tel:${phone.replace(/[^\d+]/gu, '')}`;
}
