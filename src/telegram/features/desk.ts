import { Composer, type Context } from 'grammy';
import type { Desk, StaffOutcome } from '../../desk/desk.ts';
import type { Locale } from '../../language/locale.ts';
import { decodeAction } from '../../messages/action.ts';
import { may } from '../../staff/permissions.ts';
import type { Audit } from '../../store/ports/audit.ts';
import type { DeskThread } from '../../store/ports/desk.ts';
import type { Store } from '../../store/ports/store.ts';
import { answerPress } from '../answer-press.ts';
import { describeFailure, failureOf } from '../failure.ts';
import type { FeatureParts } from '../parts.ts';
import { mediaOf } from '../updates.ts';

export interface DeskFeatureParts {
  readonly desk: Desk;
  /** Id of the staff's group. */
  readonly group: string;
  readonly store: Pick<Store, 'desk' | 'outgoing' | 'staff'> & { readonly audit: Pick<Audit, 'write'> };
  readonly maskPersonal: (text: string) => string;
  /** Language of the desk's own words. */
  readonly locale: Locale;
}

/** A message that begins so is a note among staff: the person does not get it. */
const amongStaff = '//';

/**
 * The staff's group: what an operator writes in a person's topic, or in reply to one of their messages, goes to that
 * person. Who may answer is checked at every message, for a group may have members who are not staff.
 */
export function deskFeature(parts: FeatureParts, desk: DeskFeatureParts): Composer<Context> {
  const feature = new Composer<Context>();
  const t = parts.texts.for(desk.locale);
  const here = feature.filter((ctx) => String(ctx.chat?.id) === desk.group);

  here.on('callback_query:data', async (ctx, next) => {
    const action = decodeAction(ctx.callbackQuery.data);
    const { message, from } = ctx.callbackQuery;
    if (action?.do !== 'staff' || action.command !== 'desk' || message === undefined) return await next();
    if (!(await mayAnswer(from.id))) return await answerPress(ctx, parts, t('desk.staff.no_role'));
    const thread = await threadOfMessage(message.message_id);
    const [entry = ''] = action.args;
    if (thread === null) return await answerPress(ctx, parts, t('desk.staff.lost'));
    const outcome = await desk.desk.answer(thread, { kind: 'entry', entry }, `press:${ctx.update.update_id}`);
    if (outcome === 'sent') await noted(from.id, 'desk.answered', thread, { entry });
    await answerPress(ctx, parts, t(`desk.staff.${outcome}`));
  });

  here.command(['close', 'search'], async (ctx, next) => {
    const thread = await threadOf(ctx.message);
    if (thread === null || ctx.from === undefined) return await next();
    if (!(await mayAnswer(ctx.from.id))) return await say(ctx, t('desk.staff.no_role'));
    const words = ctx.match.trim();
    if (ctx.message?.text?.startsWith('/close') === true) {
      if (!(await desk.desk.close(thread, 'staff'))) return await say(ctx, t('desk.staff.closed'));
      return await noted(ctx.from.id, 'desk.closed', thread, {});
    }
    if (words === '') return await say(ctx, t('desk.staff.search_how'));
    await desk.desk.searchFor(thread, String(ctx.update.update_id), desk.maskPersonal(words));
  });

  here.on('message', async (ctx, next) => {
    const thread = await threadOf(ctx.message);
    if (thread === null) return await next();
    // Commands of other bots, and what staff say to each other.
    const text = ctx.message.text ?? '';
    if (ctx.from.id === parts.botId || text.startsWith('/') || text.startsWith(amongStaff)) return;
    if (text.trim() === '') {
      if (mediaOf(ctx.message).length > 0) await say(ctx, t('desk.staff.only_text'));
      return;
    }
    if (!(await mayAnswer(ctx.from.id))) return await say(ctx, t('desk.staff.no_role'));
    const key = `message:${ctx.update.update_id}`;
    const origin = { chat: desk.group, message: ctx.message.message_id };
    const outcome = await desk.desk.answer(thread, { kind: 'words', text, origin }, key);
    if (outcome === 'sent') await noted(ctx.from.id, 'desk.answered', thread, {});
    else await say(ctx, t(`desk.staff.${outcome satisfies StaffOutcome}`));
  });
  return feature;

  async function mayAnswer(user: number): Promise<boolean> {
    return may(await desk.store.staff.roleOf('telegram', String(user)), 'desk');
  }

  /** Whose thread a message of the group is in: by its topic, else by the message it answers. */
  async function threadOf(
    message:
      | {
          readonly message_thread_id?: number | undefined;
          readonly is_topic_message?: boolean | undefined;
          readonly reply_to_message?: { readonly message_id: number } | undefined;
        }
      | undefined,
  ): Promise<DeskThread | null> {
    const topic = message?.is_topic_message === true ? message.message_thread_id : undefined;
    const byTopic = topic === undefined ? null : await desk.store.desk.byTopic(desk.group, topic);
    if (byTopic !== null || message?.reply_to_message === undefined) return byTopic;
    return await threadOfMessage(message.reply_to_message.message_id);
  }

  async function threadOfMessage(message: number): Promise<DeskThread | null> {
    const person = await desk.store.outgoing.personOfMessage(desk.group, message);
    return person === null ? null : await desk.store.desk.threadOf(person);
  }

  /** That it was done, by whom and in which thread; never what was written. */
  async function noted(
    user: number,
    action: string,
    thread: DeskThread,
    details: Readonly<Record<string, unknown>>,
  ): Promise<void> {
    await desk.store.audit.write({
      channel: 'telegram',
      actor: String(user),
      action,
      target: String(thread.number),
      details,
    });
  }

  /** A word to the staff themselves, under their message. */
  async function say(ctx: Context, text: string): Promise<void> {
    const message = ctx.message;
    if (message === undefined) return;
    try {
      await ctx.api.sendMessage(message.chat.id, text, {
        ...(message.message_thread_id === undefined || message.is_topic_message !== true
          ? {}
          : { message_thread_id: message.message_thread_id }),
        reply_parameters: { message_id: message.message_id, allow_sending_without_reply: true },
      });
    } catch (error) {
      if (failureOf(error) === 'other') throw error;
      parts.logger.info({ reason: describeFailure(error) }, 'the staff group cannot be written to');
    }
  }
}
