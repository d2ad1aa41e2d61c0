import type { Context } from 'grammy';
import { notice } from '../../conversation/turns.ts';
import { decodeAction } from '../../messages/action.ts';
import { paragraph, reply } from '../../messages/build.ts';
import type { Reply } from '../../messages/reply.ts';
import { may, type StaffCommand } from '../../staff/permissions.ts';
import { answerPress } from '../answer-press.ts';
import { describeFailure, failureOf } from '../failure.ts';
import { renderReply } from '../render/render.ts';
import type { SlimUpdate } from '../updates.ts';
import type { StaffVisit } from './feature.ts';
import type { FormConversation, FormInput, FormTalk } from './form.ts';

/** Finds who is acting in a real update; `null` when they are staff no more. */
export type VisitOf = (ctx: Context) => Promise<StaffVisit | null>;

/** First argument of every button of a form. */
export const formMark = 'f';

/** The talk of one run of a form over the plugin's handle. `key` tells its buttons from those of earlier forms. */
export function createTalk(
  conversation: FormConversation,
  command: StaffCommand,
  key: string,
  visitOf: VisitOf,
  onError: (ctx: Context, error: unknown) => void,
): FormTalk {
  /** The plugin passes on a copy of an error, which no longer says whether Telegram was reached. */
  const external = <T>(work: (ctx: Context) => Promise<T>): Promise<T> =>
    conversation.external(async (ctx: Context) => {
      try {
        return await work(ctx);
      } catch (error) {
        onError(ctx, error);
        throw error;
      }
    });
  const outside = async <T>(work: (visit: StaffVisit) => Promise<T> | T): Promise<T> => {
    const result = await external(async (ctx) => {
      const visit = await visitOf(ctx);
      // Removed from the staff, or given a lesser role, while the form was open.
      if (visit === null || !may(visit.role, command)) return { gone: true as const };
      return { gone: false as const, value: await work(visit) };
    });
    if (result.gone) return await conversation.halt();
    return result.value;
  };
  /**
   * Not by the outbox, which would take an update for answered whose step was never recorded: what cannot be sent fails
   * the update, and the step is done again.
   */
  const showIn = async (
    { ctx, chat, parts }: StaffVisit,
    replies: readonly Reply[],
    replace: boolean,
  ): Promise<void> => {
    const pressed = ctx.callbackQuery?.message;
    const old = replace && pressed !== undefined && pressed.date !== 0 ? pressed.message_id : null;
    const messages = replies.flatMap((one) => renderReply(one, parts.texts));
    try {
      for (const [index, message] of messages.entries()) {
        if (index === 0 && old !== null) await parts.sender.replace(chat, old, message);
        else await parts.sender.send(chat, message);
      }
    } catch (error) {
      if (failureOf(error) !== 'unreachable') throw error;
      parts.logger.info({ reason: describeFailure(error) }, 'a member of staff cannot be reached');
    }
  };

  const talk: FormTalk = {
    once: outside,
    say: (make) =>
      outside(async (visit) => {
        const made = await make(visit);
        await showIn(visit, Array.isArray(made) ? made : [made as Reply], false);
        return null;
      }).then(() => undefined),
    change: (make) =>
      outside(async (visit) => {
        await showIn(visit, [await make(visit)], true);
        return null;
      }).then(() => undefined),
    async next(take) {
      const ctx = await conversation.wait();
      const update = ctx.update as unknown as SlimUpdate;
      if (isCancel(update)) {
        await talk.say(({ locale, t }) => reply(locale, [paragraph(t('staff.form.cancelled'))]));
        return await conversation.halt();
      }
      const input = inputOf(update, command, key);
      if (input === null) return await conversation.skip({ next: true });
      const taken = take(input);
      // Nothing here may change the recorded state: the form goes on waiting where it stood.
      if (taken === null) {
        await external(async (outer) => {
          const visit = await visitOf(outer);
          if (visit === null) return null;
          if (input.kind === 'press') await answerPress(outer, visit.parts, visit.t('error.old_button'));
          else
            await showIn(visit, [reply(visit.locale, [paragraph(visit.t('staff.form.otherwise'))])], false);
          return null;
        });
        return await conversation.skip({ next: false });
      }
      if (input.kind === 'press')
        await outside(async (visit) => {
          await answerPress(visit.ctx, visit.parts);
          return null;
        });
      return taken;
    },
    button: (label, ...args) => ({ label, action: { do: 'staff', command, args: [formMark, key, ...args] } }),
    end: () => conversation.halt(),
  };
  return talk;
}

function isCancel(update: SlimUpdate): boolean {
  return /^\/cancel(@\w+)?$/iu.test(update.message?.text?.trim() ?? '');
}

/** What an update gives this form; `null` = nothing of the form's, others may handle it. */
function inputOf(update: SlimUpdate, command: StaffCommand, key: string): FormInput | null {
  const { message, callback_query: pressed } = update;
  if (pressed?.data !== undefined) {
    const action = decodeAction(pressed.data);
    if (action?.do !== 'staff' || action.command !== command) return null;
    const [mark, form, ...args] = action.args;
    return mark === formMark && form === key ? { kind: 'press', args } : null;
  }
  if (message === undefined) return null;
  const kept = update.for_staff ?? {};
  if (kept.named !== undefined) return { kind: 'named', id: kept.named };
  if (kept.photo !== undefined) return { kind: 'photo', file: kept.photo, caption: kept.caption ?? '' };
  if (kept.document !== undefined)
    return { kind: 'document', file: kept.document, caption: kept.caption ?? '' };
  const { text } = message;
  return text === undefined || text.startsWith('/') ? null : { kind: 'text', text };
}

/** Words for a press of a form that runs no more. */
export function oldForm(visit: StaffVisit) {
  return notice(visit, visit.t('staff.form.old'));
}
