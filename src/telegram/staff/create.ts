import type { Api } from 'grammy';
import { type Command, commands } from '../../conversation/conversation.ts';
import { isLocale } from '../../language/locale.ts';
import type { Texts } from '../../messages/texts.ts';
import type { Clock } from '../../operations/clock.ts';
import type { Ids } from '../../operations/ids.ts';
import { createMembers } from '../../staff/members.ts';
import { createRoster } from '../../staff/roster.ts';
import type { Switchboard } from '../../staff/switchboard.ts';
import type { Store } from '../../store/ports/store.ts';
import { describeFailure } from '../failure.ts';
import type { TelegramLog } from '../log.ts';
import type { StaffFeature, StaffVisit } from './feature.ts';
import { membersFeature } from './members/feature.ts';
import { createStaffMenu } from './menu.ts';
import type { StaffParts } from './staff.ts';

export interface StaffSideParts {
  readonly store: Pick<Store, 'staff' | 'audit' | 'people'>;
  readonly switchboard: Switchboard;
  readonly texts: Texts;
  readonly clock: Clock;
  readonly ids: Pick<Ids, 'id'>;
  readonly logger: TelegramLog;
  /** Ids of `STAFF_IDS`. */
  readonly fixed: readonly string[];
  /** What staff do beside managing themselves. */
  readonly features: readonly StaffFeature[];
  /** Commands of people, shown in Telegram's menu. */
  readonly commands?: readonly Command[];
  /** The bot's own API; there is none before the channel is made. */
  readonly api: () => Api | undefined;
}

/** Joins what staff do in Telegram. */
export function createStaffSide(parts: StaffSideParts): StaffParts {
  const { store, switchboard, texts, clock, ids, logger, fixed, features } = parts;
  const roster = createRoster(store.staff, clock, (error) =>
    logger.warn(
      { reason: describeFailure(error) },
      'the list of staff could not be read; the last one stays',
    ),
  );
  const members = createMembers({ staff: store.staff, audit: store.audit, roster });
  const menu = createStaffMenu({ texts, commands: parts.commands ?? commands, logger });
  /** Who has written since this process began. */
  const met = new Set<string>();
  const shown = ({ person, role, locale, ctx }: StaffVisit) => menu.show(ctx.api, person.id, role, locale);
  return {
    roles: store.staff,
    roster,
    ids,
    features: [
      ...features,
      membersFeature({
        members,
        switchboard,
        audit: store.audit,
        fixed,
        async onChange(id, role) {
          const api = parts.api();
          if (api === undefined) return;
          if (role === null) return await menu.remove(api, id);
          const locale = (await store.people.find('telegram', id))?.locale;
          await menu.show(api, id, role, isLocale(locale) ? locale : 'kk');
        },
      }),
    ],
    // Not waited for: Telegram's limits for these calls are strict, and the answer does not depend on them.
    onVisit: (visit) => void shown(visit),
    onWrite(id, visit) {
      if (met.has(id)) return;
      met.add(id);
      void visit()
        .then((found) => (found === null ? undefined : shown(found)))
        .catch((error: unknown) => {
          met.delete(id);
          logger.info({ reason: describeFailure(error) }, 'the menu of a member of staff could not be set');
        });
    },
  };
}
