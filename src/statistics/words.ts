import type { Knowledge } from '../knowledge/knowledge.ts';
import { heading, list, note, reply } from '../messages/build.ts';
import { formatDate } from '../messages/dates.ts';
import type { Block, Reply } from '../messages/reply.ts';
import type { Speaker } from '../messages/speaker.ts';
import type { Figures, Named, Share } from './collect.ts';
import { guideFigures } from './guides.ts';
import type { StatisticsPolicy } from './policy.ts';

/** Figures in words: what a person would tell another; small counts are not told. */
export function figuresReply(
  figures: Figures,
  knowledge: Pick<Knowledge, 'topics' | 'guides'>,
  policy: StatisticsPolicy,
  speaker: Speaker,
): Reply {
  const { t, locale } = speaker;
  const { people, desk } = figures;
  const number = (count: number) => shownCount(count, policy.small, t);
  const shareLine = (key: string, share: Share) => {
    const percent = percentOf(share, policy.small);
    return percent === null ? [] : [t(`stats.${key}`, { percent })];
  };
  const named = (title: string, counts: readonly Named[], name: (id: string) => string): Block[] => {
    const items = counts
      .filter(({ count }) => count >= policy.small)
      .map((one) => `${name(one.name)}: ${one.count}`);
    return items.length === 0 ? [] : [list(items, { title: t(title) })];
  };
  return reply(locale, [
    heading(periodTitle(figures, speaker)),
    list([
      t('stats.questions', { number: number(figures.questions) }),
      ...shareLine('answered', figures.answered),
      ...shareLine('helpful', figures.helpful),
    ]),
    ...named('stats.by_kind', figures.kinds, (kind) => t(`stats.kind.${kind}`)),
    ...named('stats.by_topic', figures.topics.slice(0, policy.topics), (id) =>
      topicName(id, knowledge, speaker),
    ),
    ...named('stats.by_language', figures.locales, (id) => t(`stats.locale.${id}`)),
    ...guideBlocks(figures, knowledge, policy, speaker),
    list(
      [
        t('stats.reachable', { number: number(people.reachable) }),
        t('stats.arrived', { number: number(people.arrived) }),
        t('stats.blocked', { number: number(people.blocked) }),
      ],
      { title: t('stats.people') },
    ),
    list(
      [
        t('stats.desk_opened', { number: number(desk.opened) }),
        t('stats.desk_answered', { number: number(desk.answered) }),
        ...(desk.medianMinutes === null || desk.answered < policy.small
          ? []
          : [t('stats.desk_median', { minutes: desk.medianMinutes })]),
      ],
      { title: t('stats.desk') },
    ),
    note('info', t('stats.small', { small: policy.small })),
  ]);
}

function guideBlocks(
  figures: Figures,
  knowledge: Pick<Knowledge, 'guides'>,
  policy: StatisticsPolicy,
  { t, say }: Speaker,
): Block[] {
  return guideFigures(figures.guides, knowledge.guides, policy).flatMap((one) => {
    const guide = knowledge.guides.get(one.guide);
    if (guide === undefined) return [];
    const items = [
      t('stats.guide_begun', { number: one.begun }),
      t('stats.guide_finished', { number: shownCount(one.finished, policy.small, t) }),
      ...one.stops.map(({ step, stopped, seen }) => {
        const found = guide.steps.find(({ id }) => id === step);
        const title = found === undefined ? step : say(found.question);
        return t('stats.guide_stopped', { title, stopped, seen });
      }),
    ];
    return [list(items, { title: t('stats.guide', { title: say(guide.title) }) })];
  });
}

/** The period's name with its days. */
export function periodTitle({ period, span }: Figures, { t, locale, convert }: Speaker): string {
  const [from, to] = span.days.map((day) => formatDate(day, locale, (text) => convert(text)));
  return t(`stats.title_${period}`, { from: from ?? '', to: to ?? '' });
}

export function topicName(id: string, knowledge: Pick<Knowledge, 'topics'>, { t, say }: Speaker): string {
  const topic = knowledge.topics.get(id);
  return topic === undefined ? t('topics.rules') : say(topic.title);
}

/** A count, or that it is too small to tell. Nothing is told as nothing. */
export function shownCount(count: number, small: number, t: Speaker['t']): string {
  return count === 0 || count >= small ? String(count) : t('stats.fewer', { small });
}

/** A share in per cent; `null` when its whole is too small to say anything of anybody. */
export function percentOf({ part, of }: Share, small: number): number | null {
  return of < small ? null : Math.round((100 * part) / of);
}
