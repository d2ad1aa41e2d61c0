import { formatNumber, mrpOf } from '../knowledge/figures.ts';
import { languageOf } from '../language/locale.ts';
import { note, paragraph } from '../messages/build.ts';
import type { Block, Citation } from '../messages/reply.ts';
import type { Speaker } from '../messages/speaker.ts';
import type { GuideContent } from './parts.ts';

const perPerson = 'aid.relocation_per_person';

/**
 * The one-time relocation aid of a family with its formula: multiples a person × people × the index of the year. A year
 * whose index or aid nobody has published is said to be unknown.
 */
export function aidBlocks(
  people: number,
  { knowledge, cite }: Pick<GuideContent, 'knowledge' | 'cite'>,
  speaker: Speaker,
  today: string,
): Block[] {
  const year = Number(today.slice(0, 4));
  const figure = knowledge.figures.figures[perPerson];
  const index = mrpOf(figure?.year ?? year, knowledge.figures);
  const inForce = (figure?.valid_from ?? '') <= today && today <= (figure?.valid_to ?? '9999');
  if (figure?.mrp === undefined || index === undefined || !inForce)
    return [note('uncertain', speaker.t('guide.aid.unknown', { year }))];
  const number = (value: number) => formatNumber(value, languageOf(speaker.locale));
  const line = speaker.t('guide.aid.line', {
    year,
    each: number(figure.mrp),
    people: number(people),
    multiples: number(figure.mrp * people),
    index: number(index),
    tenge: number(figure.mrp * people * index),
  });
  const items: Citation[] = figure.sources.map((reference) => cite(reference, speaker));
  return [paragraph(line), { type: 'sources', title: speaker.t('answer.sources'), items }];
}
