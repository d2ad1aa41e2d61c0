import { Composer, type Context } from 'grammy';
import type { Turn } from '../../conversation/conversation.ts';
import { notice, tell } from '../../conversation/turns.ts';
import { decodeAction } from '../../messages/action.ts';
import { paragraph, reply } from '../../messages/build.ts';
import type { Action } from '../../messages/reply.ts';
import type { Ids } from '../../operations/ids.ts';
import { isStaffCommand, may, type StaffCommand, staffCommands } from '../../staff/permissions.ts';
import type { Roster } from '../../staff/roster.ts';
import type { Staff } from '../../store/ports/staff.ts';
import { answerPress } from '../answer-press.ts';
import { hintOf } from '../hint.ts';
import { type FeatureParts, personOf } from '../parts.ts';
import { show } from '../show.ts';
import type { StaffFeature, StaffVisit } from './feature.ts';
import type { VisitOf } from './form-talk.ts';
import { type FormParts, formsMiddleware, openForm } from './forms.ts';

export interface StaffParts {
  readonly roles: Pick<Staff, 'roleOf'>;
  readonly roster: Pick<Roster, 'has'>;
  readonly features: readonly StaffFeature[];
  readonly ids: Pick<Ids, 'id'>;
  /** Told of every input of staff: their menu of commands is kept in step with their role. */
  readonly onVisit?: (visit: StaffVisit) => void;
  /** Told of everything somebody on the roster sends, by their id: their menu is made when they first write. */
  readonly onWrite?: (id: string, visit: () => Promise<StaffVisit | null>) => void;
}

/**
 * The way to everything staff do. The role is read from the store at every command and press: somebody removed a second
 * ago may nothing more. For everybody else staff commands do not exist: no reply, no search for an answer, a line in the log.
 */
export function staffGate(
  parts: FeatureParts & { readonly conversations: FormParts['conversations'] },
  { roles, roster, features, ids, onVisit, onWrite }: StaffParts,
): Composer<Context> {
  const gate = new Composer<Context>();
  const featureOf = (command: StaffCommand) => features.find((feature) => feature.command === command);

  const visitOf: VisitOf = async (ctx) => {
    const { from, chat } = ctx;
    if (from === undefined || chat?.type !== 'private') return null;
    const person = personOf(from);
    const role = await roles.roleOf('telegram', person.id);
    if (role === null) return null;
    const locale = await parts.conversation.localeOf(person, hintOf(from.language_code));
    const unopened = (): Promise<void> => Promise.reject(new Error('a form is opened by a feature only'));
    return { person, role, locale, t: parts.texts.for(locale), chat: chat.id, ctx, parts, open: unopened };
  };
  /** The visit of a staff command or button; what nobody here may use leaves a line in the log and nothing else. */
  const staffVisit = async (ctx: Context, command: StaffCommand): Promise<StaffVisit | null> => {
    const visit = await visitOf(ctx);
    if (visit === null) {
      const details = { command, place: ctx.chat?.type };
      parts.logger.info(details, 'a staff command of somebody who may not use it here was let go');
      return null;
    }
    onVisit?.(visit);
    const form = featureOf(command)?.form;
    if (form === undefined) return visit;
    return { ...visit, open: (argument = '') => openForm(ctx, form.id, ids.id().slice(0, 6), argument) };
  };
  const shown = (visit: StaffVisit, turn: Turn, pressed?: number) =>
    show(
      turn,
      {
        update: visit.ctx.update.update_id,
        chat: visit.chat,
        person: visit.person,
        ...(pressed === undefined ? {} : { pressed }),
      },
      parts,
    );

  const forms = formsMiddleware({
    forms: features.flatMap(({ form }) => (form === undefined ? [] : [form])),
    conversations: parts.conversations,
    visitOf,
    parts,
  });
  gate.use(async (ctx, next) => {
    const { from, chat } = ctx;
    if (from === undefined || chat?.type !== 'private') return await next();
    // The roster may be some seconds old: whoever opens something must be known now.
    const known =
      (await roster.has(String(from.id))) ||
      (asksForStaff(ctx) && (await roles.roleOf('telegram', String(from.id))) !== null);
    if (!known) return await next();
    onWrite?.(String(from.id), () => visitOf(ctx));
    await forms(ctx, next);
  });

  gate.command([...staffCommands], async (ctx) => {
    const name = ctx.msg.text?.slice(1).split(/[\s@]/u)[0]?.toLowerCase() ?? '';
    if (!isStaffCommand(name)) return;
    const visit = await staffVisit(ctx, name);
    if (visit === null) return;
    const feature = featureOf(name);
    if (feature === undefined || !may(visit.role, name)) {
      await shown(visit, refusal(visit));
      return;
    }
    await shown(visit, await feature.handle(visit, ctx.match.trim()));
  });

  gate.on('callback_query:data', async (ctx, next) => {
    const action = staffAction(ctx.callbackQuery.data);
    if (action === null) return await next();
    const { message } = ctx.callbackQuery;
    const visit = message === undefined ? null : await staffVisit(ctx, action.command);
    if (visit === null || message === undefined) {
      await answerPress(ctx, parts);
      return;
    }
    if (!may(visit.role, action.command)) {
      await answerPress(ctx, parts, visit.t('staff.not_yours'));
      return;
    }
    const turn =
      (await featureOf(action.command)?.press?.(visit, action.args)) ??
      notice(visit, visit.t('error.old_button'));
    await answerPress(ctx, parts, turn.notice);
    await shown(visit, turn, message.date === 0 ? undefined : message.message_id);
  });
  return gate;
}

function refusal(visit: StaffVisit): Turn {
  return tell(visit, reply(visit.locale, [paragraph(visit.t('staff.not_yours'))]));
}

function asksForStaff(ctx: Context): boolean {
  const command = /^\/([a-z0-9_]+)/iu.exec(ctx.message?.text ?? '')?.[1]?.toLowerCase();
  const data = ctx.callbackQuery?.data;
  return (
    (command !== undefined && isStaffCommand(command)) || (data !== undefined && staffAction(data) !== null)
  );
}

/** The staff button behind a code; `null` when it is none, or forged. */
function staffAction(
  code: string,
): (Extract<Action, { do: 'staff' }> & { readonly command: StaffCommand }) | null {
  const action = decodeAction(code);
  if (action?.do !== 'staff' || !isStaffCommand(action.command)) return null;
  return { ...action, command: action.command };
}
