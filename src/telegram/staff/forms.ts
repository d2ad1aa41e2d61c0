import {
  type ConversationData,
  type ConversationFlavor,
  conversations,
  createConversation,
  type VersionedState,
} from '@grammyjs/conversations';
import { Composer, type Context, type MiddlewareFn } from 'grammy';
import { tell } from '../../conversation/turns.ts';
import { paragraph, reply } from '../../messages/build.ts';
import type { Conversations } from '../../store/ports/conversations.ts';
import type { FeatureParts } from '../parts.ts';
import { show } from '../show.ts';
import type { StaffForm } from './form.ts';
import { createTalk, type VisitOf } from './form-talk.ts';

type FormContext = ConversationFlavor<Context>;

export interface FormParts {
  readonly forms: readonly StaffForm[];
  readonly conversations: Pick<Conversations, 'read' | 'write' | 'delete'>;
  readonly visitOf: VisitOf;
  readonly parts: FeatureParts;
}

/** Of the library's use here, as opposed to a form's own steps. */
const version = 1;

const storageKey = (ctx: Context): string => `staff-form:${ctx.chatId}`;

/** The forms of staff: installed for updates of staff in private chats only, so that people's cost nothing. */
export function formsMiddleware(options: FormParts): MiddlewareFn<Context> {
  const { forms, conversations: store, visitOf, parts } = options;
  /** Updates whose handling failed: what the plugin then writes would be the form without its last step, or without itself. */
  const failed = new WeakSet<Context>();
  const dropped = new WeakSet<Context>();
  const thrown = new WeakMap<Context, unknown>();
  const ids = new Set(forms.map(({ id }) => id));

  const plugin = conversations<Context, Context>({
    storage: {
      type: 'context',
      version,
      adapter: {
        async read(ctx) {
          const stored = await store.read('telegram', storageKey(ctx));
          if (stored === null) return undefined;
          const state = stored.value as VersionedState<ConversationData> | null;
          // A form of another release: the plugin would forget it silently and the next words be taken for a question.
          if (state?.version?.[1] === version && Object.keys(state.state).every((id) => ids.has(id)))
            return state;
          dropped.add(ctx);
          return undefined;
        },
        async write(ctx, state) {
          if (failed.has(ctx)) return;
          await store.write('telegram', storageKey(ctx), state, { owner: String(ctx.chatId) });
        },
        async delete(ctx) {
          if (!failed.has(ctx)) await store.delete('telegram', storageKey(ctx));
        },
      },
    },
  });

  const inner = new Composer<FormContext>();
  inner.use(async (ctx, next) => {
    if (!dropped.has(ctx)) return await next();
    await tellDropped(ctx);
    // What was typed was meant for the form; a command or a button stands by itself.
    if (ctx.message?.text?.startsWith('/') === true || ctx.callbackQuery !== undefined) await next();
  });
  for (const form of forms) {
    inner.use(
      createConversation<Context, Context>(
        async (conversation, _ctx, formKey: string, argument: string) => {
          await form.run(
            createTalk(conversation, form.command, formKey, visitOf, (ctx, error) => thrown.set(ctx, error)),
            argument,
          );
        },
        { id: form.id, parallel: true },
      ),
    );
  }

  const tellDropped = async (ctx: Context): Promise<void> => {
    await store.delete('telegram', storageKey(ctx));
    const visit = await visitOf(ctx);
    if (visit === null) return;
    const words = reply(visit.locale, [paragraph(visit.t('staff.form.dropped'))]);
    const place = { update: ctx.update.update_id, chat: visit.chat, person: visit.person };
    await show(tell(visit, words), place, parts);
  };

  return async (ctx, next) => {
    try {
      await plugin(ctx as FormContext, async () => {
        try {
          await inner.middleware()(ctx as FormContext, next);
        } catch (error) {
          failed.add(ctx);
          throw error;
        }
      });
    } catch (error) {
      if (!isBadReplay(error)) throw thrown.get(ctx) ?? error;
      parts.logger.error({ err: error }, 'a staff form no longer fits its recording and was dropped');
      await tellDropped(ctx);
    }
  };

  function isBadReplay(error: unknown): boolean {
    return error instanceof Error && /bad replay/iu.test(error.message);
  }
}

/** Opens a form for whoever sent the update; one that was open is left. */
export async function openForm(ctx: Context, id: string, key: string, argument: string): Promise<void> {
  const { conversation } = ctx as FormContext;
  await conversation.exitAll();
  await conversation.enter(id, key, argument);
}
