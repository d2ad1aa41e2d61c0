import type { Answerer } from '../answer/answerer.ts';
import type { Locale } from '../language/locale.ts';
import { languageOf, scriptOf } from '../language/locale.ts';
import { note, paragraph, reply } from '../messages/build.ts';
import type { Reply } from '../messages/reply.ts';
import type { SpeakerParts } from '../messages/speaker.ts';
import type { ChannelOff } from '../store/ports/switches.ts';

/** The body people are sent to while the bot is silent. */
const helpLine = 'hotline-1414';

export interface BannerParts {
  readonly answerer: () => Answerer;
  readonly speaking: () => Pick<SpeakerParts, 'texts' | 'convert'>;
}

/** What people read while a channel is switched off, in the reader's locale. */
export type Banner = (off: ChannelOff, locale: Locale) => Reply;

/** Staff's words or the usual ones, and who else can help. */
export function createBanner({ answerer, speaking }: BannerParts): Banner {
  return ({ banner }, locale) => {
    const { texts, convert } = speaking();
    const t = texts.for(locale);
    const script = scriptOf(locale);
    const words = banner[languageOf(locale)];
    const shown = words === null ? t('switch.banner') : script === 'cyrl' ? words : convert(words, script);
    const help = answerer().show({ do: 'body', id: helpLine }, { locale })?.reply.blocks ?? [];
    return reply(locale, [
      note('warning', shown),
      paragraph(t('switch.help')),
      ...help.filter((block) => block.type === 'contact'),
    ]);
  };
}
