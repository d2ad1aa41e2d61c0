import type { LocaleHint } from '../conversation/conversation.ts';
import { isLocale, type Locale } from '../language/locale.ts';

/** What Telegram's `language_code` (IETF, of the app, not of the person) tells of a newcomer. */
export function hintOf(languageCode: string | undefined): LocaleHint {
  const locale = localeOfCode(languageCode);
  return locale === undefined ? {} : { locale };
}

function localeOfCode(code: string | undefined): Locale | undefined {
  if (code === undefined) return undefined;
  const [language, script] = code.split(/[-_]/u);
  if (language?.toLowerCase() === 'ru') return 'ru';
  if (language?.toLowerCase() !== 'kk') return undefined;
  const exact = `kk-${script ?? ''}`;
  return isLocale(exact) ? exact : 'kk';
}
