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
    const settings: readonly Setting[] = [
      {
        name: 'commands',
        is: async () => sameCommands(await api.getMyCommands(language), list),
        set: () => api.setMyCommands(list, language),
      },
      {
        name: 'description',
        is: async () => (await api.getMyDescription(language)).description === description,
        set: () => api.setMyDescription(description, language),
      },
      {
        name: 'short description',
        is: async () => (await api.getMyShortDescription(language)).short_description === short,
        set: () => api.setMyShortDescription(short, language),
      },
    ];
    for (const setting of settings) {
      try {
        // What cannot be read is set: better once too often than never.
        const already = await setting.is().catch(() => false);
        if (!already) await setting.set();
      } catch (error) {
        const details = { what: setting.name, language: code ?? 'default', reason: describeFailure(error) };
        logger.warn(details, 'a part of the profile in Telegram could not be set');
      }
    }
  }
}

interface Setting {
  readonly name: string;
  /** Whether Telegram already has it. */
  is(): Promise<boolean>;
  set(): Promise<unknown>;
}

function sameCommands(known: readonly BotCommand[], wanted: readonly BotCommand[]): boolean {
  return (
    known.length === wanted.length &&
    wanted.every((one, index) => {
      const other = known[index];
      return other?.command === one.command && other.description === one.description;
    })
  );
}
