import { progressOf } from '../../../announcements/progress.ts';
import { change, notice, tell } from '../../../conversation/turns.ts';
import { paragraph, reply } from '../../../messages/build.ts';
import { openBoard } from '../announce/board.ts';
import type { AnnounceParts } from '../announce/parts.ts';
import { type StaffFeature, type StaffVisit, staffFeature } from '../feature.ts';
import { announcementsForm } from './form.ts';
import { sendReport } from './report.ts';
import { detailScreen, listScreen } from './screens.ts';

/** Announcements listed at once, the newest. */
const listed = 20;

/** `/announcements`: drafts, scheduled, running and finished ones, and what can be done with each. */
export function announcementsFeature(parts: AnnounceParts): StaffFeature {
  const { store, steering, clock } = parts;
  const overview = async (visit: StaffVisit) => listScreen(visit, await store.announcements.list(listed));
  const detail = async (visit: StaffVisit, id: string) => {
    const progress = await progressOf(store, id, clock.now());
    if (progress === null) return notice(visit, visit.t('announce.gone'));
    return change(visit, detailScreen(visit, progress, await store.approvals.of(id), parts));
  };
  /** An act of the steering, then the announcement as it stands now; too late an act is said to be so. */
  const acted = async (visit: StaffVisit, id: string, done: boolean) => {
    const turn = await detail(visit, id);
    return done ? turn : { ...turn, notice: visit.t('announce.too_late') };
  };
  const opened = async (visit: StaffVisit, argument: string) => {
    await visit.open(argument);
    return { replies: [], replace: false, locale: visit.locale };
  };
  const sure = (visit: StaffVisit, id: string, what: 'stop' | 'discard') => {
    const button = (label: string, ...args: readonly string[]) =>
      ({ label, action: { do: 'staff', command: 'announcements', args } }) as const;
    return change(
      visit,
      reply(
        visit.locale,
        [paragraph(visit.t(`announce.sure_${what}`))],
        [
          [
            button(visit.t(`announce.act.${what}`), `${what}_now`, id),
            button(visit.t('staff.no'), 'open', id),
          ],
        ],
      ),
    );
  };

  return staffFeature({
    command: 'announcements',
    form: announcementsForm(parts),
    handle: async (visit) => tell(visit, await overview(visit)),
    async press(visit, [what, id = '']) {
      const actor = visit.person.id;
      switch (what) {
        case 'list':
          return change(visit, await overview(visit));
        case 'open':
          return await detail(visit, id);
        case 'pause':
          return await acted(visit, id, await steering.pause(id, actor));
        case 'resume':
          return await acted(visit, id, await steering.resume(id, actor));
        case 'stop':
        case 'discard':
          return sure(visit, id, what);
        case 'stop_now':
          return await acted(visit, id, await steering.stop(id, actor));
        case 'discard_now':
          await store.approvals.drop(id);
          await steering.discard(id, actor);
          return change(visit, await overview(visit));
        case 'refuse':
          return await acted(visit, id, await refuse(visit, id));
        case 'follow':
          await openBoard(visit, id, actor, parts);
          return notice(visit, '');
        case 'report':
          await sendReport(visit.ctx.api, String(visit.chat), visit.locale, id, parts, visit.parts.texts);
          return notice(visit, '');
        case 'correct':
        case 'withdraw':
        case 'resend':
        case 'approve':
          return await opened(visit, `${what} ${id}`);
        default:
          return null;
      }
    },
  });

  async function refuse(visit: StaffVisit, id: string): Promise<boolean> {
    const done = await store.approvals.drop(id);
    if (done)
      await store.audit.write({
        channel: 'telegram',
        actor: visit.person.id,
        action: 'announcement.refused',
        target: id,
        details: {},
      });
    return done;
  }
}
