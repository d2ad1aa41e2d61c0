import { formatNumber } from '../knowledge/figures.ts';
import { languageOf } from '../language/locale.ts';
import { note, paragraph } from '../messages/build.ts';
import type { Block } from '../messages/reply.ts';
import type { Speaker } from '../messages/speaker.ts';
import type { GuideContent } from './parts.ts';

/**
 * The quota of a region for the year of today, with its source. A region that the year's distribution leaves out has
 * no places; a year that nobody has published is said to be unknown, and an older one is not shown instead.
 *
 * @param figures the family of figures, `quota.kandas`
 */
export function quotaBlocks(
  figures: string,
  regionCode: string,
  { knowledge, cite }: Pick<GuideContent, 'knowledge' | 'cite'>,
  speaker: Speaker,
  today: string,
): Block[] {
  const year = today.slice(0, 4);
  const of = (key: string | undefined) => knowledge.figures.figures[`${figures}.${year}.${key ?? ''}`];
  const total = of('total');
  const region = knowledge.regions.get(regionCode);
  if (total === undefined || region === undefined)
    return [note('uncertain', speaker.t('guide.quota.unknown', { year }))];
  const figure = of(region.quota);
  const name = speaker.say(region.name);
  const line =
    figure?.count === undefined
      ? speaker.t('guide.quota.none', { region: name, year })
      : speaker.t('guide.quota.line', {
          region: name,
          year,
          count: formatNumber(figure.count, languageOf(speaker.locale)),
        });
  return [
    paragraph(line),
    {
      type: 'sources',
      title: speaker.t('answer.sources'),
      items: (figure ?? total).sources.map((reference) => cite(reference, speaker)),
    },
  ];
}
