import { Composer, type Context } from 'grammy';
import type { Turn } from '../../conversation/conversation.ts';
import { notice, tell } from '../../conversation/turns.ts';
import { decodeAction } from '../../messages/action.ts';
import { paragraph, reply } from '../../messages/build.ts';
import type { Action } from '../../messages/reply.ts';
import { isStaffCommand, may, type StaffCommand, staffCommands } from '../../staff/permissions.ts';
import type { Staff } from '../../store/ports/staff.ts';
import { answerPress } from '../answer-press.ts';
import { hintOf } from '../hint.ts';
import { type FeatureParts, personOf } from '../parts.ts';
import { show } from '../show.ts';
import type { StaffFeature, StaffVisit } from './feature.ts';

export interface StaffParts {
  readonly roles: Pick<Staff, 'roleOf'>;
  readonly features: readonly StaffFeature[];
}

/**
 * The way to everything staff do. The role is read from the store at every command and press: somebody removed a second
 * ago may nothing more. For everybody else staff commands do not exist: no reply, no search for an answer, a line in the log.
 */
export function staffGate(parts: FeatureParts, { roles, features }: StaffParts): Composer<Context> {
  const gate = new Composer<Context>();
  const featureOf = (command: StaffCommand) => features.find((feature) => feature.command === command);

  const visitOf = async (ctx: Context, what: string): Promise<StaffVisit | null> => {
    const { from, chat } = ctx;
    const person = from === undefined ? null : personOf(from);
    const role = person === null ? null : await roles.roleOf('telegram', person.id);
    if (person === null || role === null || chat?.type !== 'private') {
      parts.logger.info({ what, place: chat?.type }, 'a staff command that nobody here may use was let go');
      return null;
    }
    const locale = await parts.conversation.localeOf(person, hintOf(from?.language_code));
    return { person, role, locale, t: parts.texts.for(locale), chat: chat.id, ctx, parts };
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

  gate.command([...staffCommands], async (ctx) => {
    const name = ctx.msg.text?.slice(1).split(/[\s@]/u)[0]?.toLowerCase() ?? '';
    if (!isStaffCommand(name)) return;
    const visit = await visitOf(ctx, name);
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
    const visit = message === undefined ? null : await visitOf(ctx, action.command);
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

/** The staff button behind a code; `null` when it is none, or forged. */
function staffAction(
  code: string,
): (Extract<Action, { do: 'staff' }> & { readonly command: StaffCommand }) | null {
  const action = decodeAction(code);
  if (action?.do !== 'staff' || !isStaffCommand(action.command)) return null;
  return { ...action, command: action.command };
}
