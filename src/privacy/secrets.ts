/**
 * Finds secrets by their shape, so that even a string nobody thought of (a stack trace, a URL in an
 * error of the network layer) cannot carry one into a log.
 */

/** A Telegram bot token: bot id, colon, 35 characters. Also matches inside `/bot<token>/method`. */
const botToken = /\d{5,16}:[A-Za-z0-9_-]{20,}/g;

/** `scheme://user:password@host`. */
const urlCredentials = /\b([a-z][a-z0-9+.-]{1,20}:\/\/)[^\s/:@]{0,256}:[^\s@/]{1,256}@/gi;

/**
 * Replaces bot tokens, URL passwords and the given exact secrets.
 * @param known values to remove wherever they stand; values under 6 characters are ignored, because
 *   removing them would garble ordinary words.
 */
export function scrubSecrets(text: string, known: readonly string[] = []): string {
  let clean = text;
  for (const secret of known) {
    if (secret.length >= 6) clean = clean.replaceAll(secret, '[secret]');
  }
  return clean.replace(botToken, '[token]').replace(urlCredentials, '$1[secret]@');
}
