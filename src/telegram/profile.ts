import type { Api } from 'grammy';
import type { BotCommand, LanguageCode } from 'grammy/types';
import { type Command, commands } from '../conversation/conversation.ts';
import type { Locale } from '../language/locale.ts';
import type { Texts } from '../messages/texts.ts';
import { describeFailure } from './failure.ts';
import type { TelegramLog } from './log.ts';

/** Telegram's limits. */
const maxCommand = 256;
const maxDescription = 512;
const maxShortDescription = 120;

/** Telegram knows languages, not scripts: whoever has neither of these in their app sees Kazakh in Cyrillic. */
const audiences: readonly { readonly locale: Locale; readonly code?: LanguageCode }[] = [
  { locale: 'kk' },
  { locale: 'kk', code: 'kk' },
  { locale: 'ru', code: 'ru' },
];

/**
 * Tells Telegram the commands and descriptions in each language. What is already so is not set again: these calls have
 * strict limits, and a bot restarted often would be made to wait for hours. Failures are logged; answering does not depend on this.
 */
export async function publishProfile(
  api: Api,
  texts: Texts,
  logger: TelegramLog,
  offered: readonly Command[] = commands,
): Promise<void> {
  for (const { locale, code } of audiences) {
    const t = texts.for(locale);
    const language = code === undefined ? {} : { language_code: code };
    const list = offered.map(
      (command): BotCommand => ({ command, description: t(`command.${command}`).slice(0, maxCommand) }),
    );
    const description = `${t('start.what')}\n\n${t('start.limits')}`.slice(0, maxDescription);
    const short = t('web.subtitle').slice(0, maxShortDescription);
    try {
      const known = await api.getMyCommands(language);
      if (
        JSON.stringify(known.map(({ command, description: text }) => [command, text])) !==
        JSON.stringify(list.map(({ command, description: text }) => [command, text]))
      ) {
        await api.setMyCommands(list, language);
      }
      if ((await api.getMyDescription(language)).description !== description) {
        await api.setMyDescription(description, language);
      }
      if ((await api.getMyShortDescription(language)).short_description !== short) {
        await api.setMyShortDescription(short, language);
      }
    } catch (error) {
      logger.warn(
        { language: code ?? 'default', reason: describeFailure(error) },
        'commands or descriptions could not be set',
      );
    }
  }
}
