import type { Guide } from '../knowledge/schema/guide.ts';
import type { GuideCount } from '../store/ports/guide-counts.ts';
import type { StatisticsPolicy } from './policy.ts';

/** How far people got in one guide. */
export interface GuideFigures {
  readonly guide: string;
  readonly begun: number;
  readonly finished: number;
  /** Questions at which people stopped, most first: not answered, of those who saw them. */
  readonly stops: readonly { readonly step: string; readonly seen: number; readonly stopped: number }[];
}

/** The guides begun most, with where they lose people; what is smaller than the policy allows is left out. */
export function guideFigures(
  counts: readonly GuideCount[],
  guides: ReadonlyMap<string, Guide>,
  policy: Pick<StatisticsPolicy, 'small' | 'guides'>,
): GuideFigures[] {
  const of = (guide: string, event: GuideCount['event'], step?: string) =>
    counts
      .filter(
        (one) => one.guide === guide && one.event === event && (step === undefined || one.step === step),
      )
      .reduce((sum, { count }) => sum + count, 0);
  return [...guides.values()]
    .map(({ id, steps }) => ({
      guide: id,
      begun: of(id, 'reached', steps[0]?.id ?? ''),
      finished: of(id, 'finished'),
      stops: steps
        .map((step) => {
          const seen = of(id, 'reached', step.id);
          return { step: step.id, seen, stopped: Math.max(0, seen - of(id, 'answered', step.id)) };
        })
        .filter(({ stopped }) => stopped >= policy.small)
        .sort((a, b) => b.stopped - a.stopped || (a.step < b.step ? -1 : 1)),
    }))
    .filter(({ begun }) => begun >= policy.small)
    .sort((a, b) => b.begun - a.begun || (a.guide < b.guide ? -1 : 1))
    .slice(0, policy.guides);
}
