import type { Core } from '../core.ts';
import { today } from '../knowledge/almaty-time.ts';
import { type Locale, languageOf, locales } from '../language/locale.ts';
import { paragraph, reply } from '../messages/build.ts';
import type { Button, Reply } from '../messages/reply.ts';
import { createSpeaker } from '../messages/speaker.ts';
import type { Clock } from '../operations/clock.ts';
import type { Announcement } from './announcement.ts';

/** What an announcement is put into words with. */
export interface ComposeParts {
  readonly core: () => Pick<Core, 'knowledge' | 'speaking'>;
  readonly clock: Clock;
}

/** The text a reader gets; `null` when there is none for them. Arabic and Latin are derived from Kazakh. */
export function textFor(
  { text, without_ru: without }: Announcement,
  locale: Locale,
  convert: (text: string, script: 'arab' | 'latn') => string,
): string | null {
  if (languageOf(locale) === 'ru') return text.ru ?? (without === 'send_kk' ? text.kk : null);
  if (locale === 'kk-Arab') return convert(text.kk, 'arab');
  return locale === 'kk-Latn' ? convert(text.kk, 'latn') : text.kk;
}

/**
 * An announcement as its reader sees it: the text, the button, and the way out. `null` when there is no text for them.
 * @param id the announcement's; the buttons name it, so that presses are counted
 */
export function composeAnnouncement(
  announcement: Announcement,
  id: string,
  locale: Locale,
  { core, clock }: ComposeParts,
): Reply | null {
  const { knowledge, speaking } = core();
  const text = textFor(announcement, locale, speaking.convert);
  if (text === null) return null;
  const speaker = createSpeaker(speaking, locale, today(clock));
  const target = targetOf(announcement, knowledge);
  const open: Button[] =
    target === null ? [] : [{ label: speaker.say(target), action: { do: 'announcement', id, what: 'open' } }];
  const stop: Button = {
    label: speaker.t('announcement.stop'),
    action: { do: 'announcement', id, what: 'stop' },
  };
  const paragraphs = text.split(/\n{2,}/u).filter((part) => part.trim() !== '');
  return reply(locale, paragraphs.map(paragraph), [open, [stop]]);
}

/** What every reader sees, by locale: the preview. A locale without a text is missing. */
export function allVersions(
  announcement: Announcement,
  id: string,
  parts: ComposeParts,
): ReadonlyMap<Locale, Reply> {
  return new Map(
    locales.flatMap((locale) => {
      const version = composeAnnouncement(announcement, id, locale, parts);
      return version === null ? [] : [[locale, version] as const];
    }),
  );
}

/** Title of what the button opens; `null` without a button, or when it is gone from the content. */
export function targetOf(
  { button }: Pick<Announcement, 'button'>,
  { entries, guides }: Pick<Core['knowledge'], 'entries' | 'guides'>,
): { readonly kk: string; readonly ru: string } | null {
  if (button === undefined) return null;
  const target = 'entry' in button ? entries.get(button.entry) : guides.get(button.guide);
  return target?.title ?? null;
}
