import type { Locale } from '../language/locale.ts';
import { languageOf, scriptOf } from '../language/locale.ts';
import type { Reply } from '../messages/reply.ts';
import { daysBefore } from '../operations/clock.ts';
import type { Announcements } from '../store/ports/announcements.ts';
import type { Audience } from './announcement.ts';
import { type ComposeParts, composeAnnouncement } from './compose.ts';
import type { AnnouncementPolicy } from './policy.ts';

/** An announcement as the web page shows it. */
export interface CurrentAnnouncement {
  readonly id: string;
  readonly reply: Reply;
}

/**
 * Announcements of the last days that are meant for everybody who reads a locale, newest first. Those for a region, a
 * country or a topic are not shown: the page does not know who looks at it.
 */
export function currentAnnouncements(
  parts: ComposeParts & {
    readonly announcements: Pick<Announcements, 'current'>;
    readonly policy: Pick<AnnouncementPolicy, 'web'>;
  },
): (locale: Locale) => Promise<readonly CurrentAnnouncement[]> {
  const { announcements, policy, clock } = parts;
  return async (locale) => {
    const since = daysBefore(clock.now(), policy.web.days);
    const found = await announcements.current(since, mostLookedAt);
    return found
      .filter(({ definition }) => isForReaders(definition.audience, locale))
      .flatMap(({ id, definition }) => {
        const reply = composeAnnouncement(definition, id, locale, parts);
        return reply === null ? [] : [{ id, reply: withoutStop(reply) }];
      })
      .slice(0, policy.web.most);
  };
}

/** Announcements looked at for the few that are shown. */
const mostLookedAt = 30;

function isForReaders(audience: Audience, locale: Locale): boolean {
  const { languages, scripts, regions, countries, topics } = audience;
  if (regions.length > 0 || countries.length > 0 || topics.length > 0) return false;
  return (
    (languages.length === 0 || languages.includes(languageOf(locale))) &&
    (scripts.length === 0 || scripts.includes(scriptOf(locale)))
  );
}

/** Nothing is sent to visitors of the page: there is nothing to stop. */
function withoutStop(reply: Reply): Reply {
  const buttons = reply.buttons
    .map((row) =>
      row.filter(
        (button) =>
          !('action' in button && button.action.do === 'announcement' && button.action.what === 'stop'),
      ),
    )
    .filter((row) => row.length > 0);
  return { ...reply, buttons };
}
