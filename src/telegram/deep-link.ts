/**
 * A link that opens the bot at an entry, subject, topic or clause; to the bot itself without an id, or with one that
 * cannot travel. Payloads may not hold dots: `-` stands for them, as the conversation reads it back.
 */
export function deepLink(username: string, id?: string | null): string {
  const payload = id?.replaceAll('.', '-') ?? '';
  const bot = `https://t.me/${username}`;
  return /^[\w-]{1,64}$/u.test(payload) && !id?.includes('-') ? `${bot}?start=${payload}` : `${bot}?start=`;
}
