import { paragraph, reply } from '../messages/build.ts';
import type { Action } from '../messages/reply.ts';
import type { Store } from '../store/ports/store.ts';
import type { Turn } from './conversation.ts';
import type { ConversationModule, Visit } from './module.ts';
import { notice, tell } from './turns.ts';

export interface AnnouncementModuleParts {
  readonly store: Pick<Store, 'announcements' | 'ledger' | 'subscriptions'>;
  /** Opens an entry or a guide as its own button would; `null` when it is gone. */
  readonly open: (visit: Visit, action: Action) => Promise<Turn | null>;
}

/** The buttons inside an announcement: what it is about, counted once a person; no more of them; them again after all. */
export function announcementsModule({ store, open }: AnnouncementModuleParts): ConversationModule {
  return {
    name: 'announcements',
    async press(visit, action) {
      if (action.do !== 'announcement') return null;
      const { id, what } = action;
      const { person } = visit;
      switch (what) {
        case 'open': {
          const announcement = await store.announcements.byId(id);
          const button = announcement?.definition.button;
          if (button === undefined) return notice(visit, visit.t('error.old_button'));
          await store.ledger.clicked(id, person.id);
          const target: Action =
            'entry' in button ? { do: 'entry', id: button.entry } : { do: 'guide', id: button.guide };
          return (await open(visit, target)) ?? notice(visit, visit.t('error.old_button'));
        }
        case 'stop': {
          await store.subscriptions.stop(person.id, null);
          await store.ledger.unsubscribed(id, person.id);
          // A message of its own: in place of the announcement, its text would be gone.
          const back = {
            label: visit.t('announcement.resume'),
            action: { ...action, what: 'resume' } as const,
          };
          return tell(visit, reply(visit.locale, [paragraph(visit.t('announcement.stopped'))], [[back]]));
        }
        case 'resume':
          await store.subscriptions.resume(person.id);
          return notice(visit, visit.t('announcement.resumed'));
      }
    },
  };
}
