import type { Answerer } from '../answer/answerer.ts';
import type { Calendar } from '../knowledge/calendar.ts';
import type { Localized } from '../knowledge/schema/common.ts';
import type { Locale } from '../language/locale.ts';
import type { Speaker } from '../messages/speaker.ts';
import type { Clock } from '../operations/clock.ts';
import type { Store } from '../store/ports/store.ts';
import type { DeskPolicy } from './policy.ts';

/** What the desk works with. */
export interface DeskParts {
  readonly store: Pick<Store, 'desk' | 'outgoing' | 'people' | 'questions' | 'limits' | 'conversations'>;
  readonly policy: DeskPolicy;
  readonly answerer: () => Answerer;
  readonly speaker: (locale: Locale) => Speaker;
  readonly calendar: () => Calendar;
  readonly regionName: (code: string) => Localized | null;
  readonly maskPersonal: (text: string) => string;
  readonly clock: Clock;
  /** Something was put into the queue. */
  readonly wake: () => void;
}
