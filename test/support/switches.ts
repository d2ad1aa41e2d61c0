import type { Answerer } from '../../src/answer/answerer.ts';
import { convertForReading } from '../../src/language/scripts/index.ts';
import { systemClock } from '../../src/operations/clock.ts';
import { createBanner } from '../../src/staff/banner.ts';
import { createSwitchboard, type Switchboard } from '../../src/staff/switchboard.ts';
import type { Store } from '../../src/store/ports/store.ts';
import { texts } from './texts.ts';

export const switchboardOf = (store: Store): Switchboard =>
  createSwitchboard({ switches: store.switches, audit: store.audit, clock: systemClock });

export const bannerOf = (answerer: () => Answerer) =>
  createBanner({ answerer, speaking: () => ({ texts, convert: convertForReading }) });
