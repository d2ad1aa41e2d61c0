import type { Turn } from '../../conversation/conversation.ts';
import { tell } from '../../conversation/turns.ts';
import type { Core } from '../../core.ts';
import { today } from '../../knowledge/almaty-time.ts';
import type { Button } from '../../messages/reply.ts';
import { createSpeaker } from '../../messages/speaker.ts';
import type { Clock } from '../../operations/clock.ts';
import { chartOption, chartSize } from '../../statistics/chart.ts';
import { collectFigures } from '../../statistics/collect.ts';
import { type Period, periods } from '../../statistics/period.ts';
import { drawPng } from '../../statistics/picture.ts';
import type { StatisticsPolicy } from '../../statistics/policy.ts';
import { figuresReply } from '../../statistics/words.ts';
import type { Store } from '../../store/ports/store.ts';
import { type StaffFeature, type StaffVisit, staffFeature } from './feature.ts';

export interface StatsFeatureParts {
  readonly store: Pick<Store, 'statistics' | 'guideCounts' | 'desk'>;
  readonly core: () => Pick<Core, 'knowledge' | 'speaking'>;
  readonly policy: StatisticsPolicy;
  readonly clock: Clock;
}

/** `/stats`: what was asked and how it ended, as text and as a picture; another period with one tap. */
export function statsFeature({ store, core, policy, clock }: StatsFeatureParts): StaffFeature {
  const show = async (visit: StaffVisit, period: Period): Promise<Turn> => {
    const { knowledge, speaking } = core();
    const topicOf = (entry: string) =>
      entry.startsWith('rules.') ? 'rules' : (knowledge.entries.get(entry)?.topic ?? null);
    const figures = await collectFigures(store, period, clock.now(), topicOf);
    const speaker = createSpeaker(speaking, visit.locale, today(clock));
    // Letters of töte jazu join by the reader's own shaping; a picture speaks Kazakh in Cyrillic instead.
    const drawn = visit.locale === 'kk-Arab' ? createSpeaker(speaking, 'kk', today(clock)) : speaker;
    const picture = await drawPng(
      chartOption(figures, knowledge, policy, drawn),
      chartSize(figures, knowledge, policy),
    );
    const buttons = periods.map(
      (name): Button => ({
        label: visit.t(`stats.period_${name}`),
        action: { do: 'staff', command: 'stats', args: [name] },
      }),
    );
    const words = figuresReply(figures, knowledge, policy, speaker);
    return {
      ...tell(visit, { ...words, buttons: [buttons] }),
      files: [{ name: `stats-${period}.png`, type: 'image/png', bytes: picture }],
    };
  };
  return staffFeature({
    command: 'stats',
    handle: (visit, argument) => show(visit, periods.find((name) => name === argument) ?? 'week'),
    async press(visit, [wanted]) {
      const period = periods.find((name) => name === wanted);
      return period === undefined ? null : await show(visit, period);
    },
  });
}
