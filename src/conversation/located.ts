import type { Answerer } from '../answer/answerer.ts';
import type { Localized } from '../knowledge/schema/common.ts';
import { note, paragraph, reply } from '../messages/build.ts';
import type { Button } from '../messages/reply.ts';
import { createSpeaker, type SpeakerParts } from '../messages/speaker.ts';
import type { LocatedPlace } from './conversation.ts';
import type { ConversationModule, Visit } from './module.ts';
import { tell } from './turns.ts';

export interface LocatedParts {
  readonly answerer: () => Answerer;
  readonly speaking: () => SpeakerParts;
  readonly regions: () => ReadonlyMap<string, { readonly name: Localized }>;
  /** ISO date in Almaty. */
  readonly today: () => string;
}

/**
 * A shared location outside of a guide: who to turn to there. Nothing of it is kept, not even the region: who wants it
 * remembered presses the button that says so.
 */
export function locatedModule(parts: LocatedParts): ConversationModule {
  return {
    name: 'located',
    async locate(visit, place) {
      const [likeliest] = place.regions;
      if (likeliest === undefined || !place.sure) return tell(visit, whichRegion(visit, place));
      const shown = parts.answerer().show({ do: 'place', code: likeliest }, { locale: visit.locale });
      if (shown === null) return tell(visit, whichRegion(visit, place));
      const looks = note('info', visit.t('located.looks_like', { region: nameOf(visit, likeliest) }));
      return tell(visit, { ...shown.reply, blocks: [looks, ...shown.reply.blocks] });
    },
  };

  function whichRegion(visit: Visit, { regions }: LocatedPlace) {
    const known = regions.filter((code) => parts.regions().has(code));
    const offered = known.length === 0 ? [...parts.regions().keys()] : known;
    const buttons = offered.map(
      (code): Button => ({
        label: nameOf(visit, code),
        action: { do: 'place', code },
      }),
    );
    return reply(
      visit.locale,
      [paragraph(visit.t(known.length === 0 ? 'located.abroad' : 'located.between'))],
      known.length === 0 ? inPairs(buttons) : buttons.map((button) => [button]),
    );
  }

  function nameOf(visit: Visit, code: string): string {
    const name = parts.regions().get(code)?.name;
    return name === undefined ? code : createSpeaker(parts.speaking(), visit.locale, parts.today()).say(name);
  }
}

function inPairs(buttons: readonly Button[]): Button[][] {
  return Array.from({ length: Math.ceil(buttons.length / 2) }, (_, index) =>
    buttons.slice(index * 2, index * 2 + 2),
  );
}
