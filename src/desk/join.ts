import type { ConversationModule } from '../conversation/module.ts';
import type { Core } from '../core.ts';
import { today } from '../knowledge/almaty-time.ts';
import { createCalendar } from '../knowledge/calendar.ts';
import { createSpeaker } from '../messages/speaker.ts';
import type { Clock } from '../operations/clock.ts';
import { maskPersonal } from '../privacy/mask.ts';
import type { Store } from '../store/ports/store.ts';
import { createDesk, type Desk } from './desk.ts';
import { deskCancelModule, deskModule } from './module.ts';
import type { DeskParts } from './parts.ts';
import type { DeskPolicy } from './policy.ts';
import { createRousing, type Rousing } from './run.ts';

/** The desk over the content of now. */
export interface JoinedDesk {
  readonly desk: Desk;
  /** `null`: there is no group in which staff could answer. */
  readonly module: ConversationModule | null;
  /** Asked after all modules that have something of their own to cancel. */
  readonly cancelModule: ConversationModule;
  readonly parts: DeskParts;
  readonly rousing: Rousing;
}

export function joinDesk(options: {
  readonly core: () => Pick<Core, 'knowledge' | 'speaking' | 'answerer'>;
  readonly store: DeskParts['store'] & Pick<Store, 'hints'>;
  readonly policy: DeskPolicy;
  readonly clock: Clock;
  /** Whether staff have a group. */
  readonly group: boolean;
}): JoinedDesk {
  const { core, store, policy, clock } = options;
  const rousing = createRousing();
  store.hints.hear('desk', rousing.wake);
  const parts: DeskParts = {
    store,
    policy,
    clock,
    answerer: () => core().answerer,
    speaker: (locale) => createSpeaker(core().speaking, locale, today(clock)),
    calendar: () => createCalendar(core().knowledge.calendar),
    regionName: (code) => core().knowledge.regions.get(code)?.name ?? null,
    maskPersonal,
    wake: () => store.hints.tell('desk'),
  };
  const desk = createDesk(parts);
  return {
    desk,
    parts,
    rousing,
    module: options.group ? deskModule(desk, parts) : null,
    cancelModule: deskCancelModule(store),
  };
}
