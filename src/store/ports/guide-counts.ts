export const guideEvents = ['reached', 'answered', 'finished', 'left'] as const;
/** `reached`: a question was shown; `answered`: it was answered; `finished`: an outcome was; `left`: the person ended the guide there. */
export type GuideEvent = (typeof guideEvents)[number];

/** How often something happened at a step. */
export interface GuideCount {
  readonly guide: string;
  /** Step or outcome. */
  readonly step: string;
  readonly event: GuideEvent;
  readonly count: number;
}

/** How far people get in guides, counted by day and never by person. */
export interface GuideCounts {
  add(guide: string, step: string, event: GuideEvent): Promise<void>;
  /** Sums over days in Almaty, both inclusive. */
  between(from: string, to: string): Promise<readonly GuideCount[]>;
  /** Deletes counts of days before the day and returns how many. */
  purge(before: Date): Promise<number>;
}
