import { heading, note } from '../../messages/build.ts';
import type { Button } from '../../messages/reply.ts';
import type { Speaker } from '../../messages/speaker.ts';
import type { Draft } from '../draft.ts';
import { documentsOf, type NamedRegion } from '../steps/scope.ts';
import type { ComposeParts } from './compose.ts';

/** A message that is only a place, as contact cards ask for it: who to turn to there, and the region's rule text. */
export function composePlace(region: NamedRegion, parts: ComposeParts, speaker: Speaker): Draft {
  const name = speaker.say(region.name);
  const cards = parts.bodiesIn(region.code, speaker);
  const documents = documentsOf(region.code, parts.documents).flatMap((id): Button[][] => {
    const document = parts.documents.get(id);
    return document === undefined
      ? []
      : [[{ label: speaker.say(document.short_title), action: { do: 'document', id } }]];
  });
  return {
    kind: 'contact',
    reason: 'place',
    entry: null,
    intents: ['bodies.address'],
    title: name,
    blocks: [
      heading(`${name}: ${speaker.t('contact.title')}`),
      ...(cards.length > 0 ? cards : [note('info', speaker.t('contact.unverified'))]),
    ],
    buttons: [
      ...documents,
      [
        {
          label: speaker.t('button.remember_region', { region: name }),
          action: { do: 'region', code: region.code },
        },
      ],
      [{ label: speaker.t('button.topics'), action: { do: 'topics' } }],
    ],
    sources: [],
    asOf: null,
  };
}
