import type { Conversation, PersonRef, Turn } from '../conversation/conversation.ts';
import type { Courier } from '../delivery/courier.ts';
import type { LiveCore } from '../live-core.ts';
import type { TelegramCourier } from '../telegram/courier.ts';
import type { SpanAttributes, Tracing } from './tracing.ts';

/** Each thing a person does as a span, with how it ended. */
export function tracedConversation(conversation: Conversation, tracing: Tracing): Conversation {
  if (!tracing.on) return conversation;
  const turn = (
    name: string,
    { channel }: PersonRef,
    work: () => Promise<Turn>,
    more: SpanAttributes = {},
  ): Promise<Turn> =>
    tracing.span(name, { 'bagdar.channel': channel, ...more }, async (note) => {
      const ended = await work();
      note(endOf(ended));
      return ended;
    });
  return {
    ...conversation,
    ask: (person, text, hint) => turn('question', person, () => conversation.ask(person, text, hint)),
    press: (person, action, hint) =>
      turn('button', person, () => conversation.press(person, action, hint), { 'bagdar.action': action.do }),
    command: (person, command, payload, hint) =>
      turn('command', person, () => conversation.command(person, command, payload, hint), {
        'bagdar.command': command,
      }),
    locate: (person, place, hint) => turn('location', person, () => conversation.locate(person, place, hint)),
    notText: (person, hint) => turn('not text', person, () => conversation.notText(person, hint)),
  };
}

function endOf({ locale, question, limited, replies }: Turn): SpanAttributes {
  return {
    'bagdar.locale': locale,
    'bagdar.outcome': limited ?? question?.kind ?? (replies.length === 0 ? 'silent' : 'shown'),
    ...(question === undefined
      ? {}
      : { 'bagdar.language': question.language, 'bagdar.script': question.script }),
  };
}

/** Content whose answers are spans: the time inside the core. */
export function tracedCore(content: Pick<LiveCore, 'current'>, tracing: Tracing): Pick<LiveCore, 'current'> {
  if (!tracing.on) return content;
  return {
    current() {
      const core = content.current();
      const { answerer } = core;
      return {
        ...core,
        answerer: {
          ...answerer,
          ask: (question) =>
            tracing.span('answer', {}, (note) => {
              const answer = answerer.ask(question);
              note({ 'bagdar.outcome': answer.kind, 'bagdar.reason': answer.reason });
              return answer;
            }),
        },
      };
    },
  };
}

/** Each message that is sent by itself as a span. */
export function tracedCourier(courier: Courier, tracing: Tracing): Courier {
  if (!tracing.on) return courier;
  return {
    deliver: (person, reply, options) =>
      tracing.span('delivery', { 'bagdar.channel': person.channel }, async (note) => {
        const outcome = await courier.deliver(person, reply, options);
        note({ 'bagdar.outcome': outcome.type });
        return outcome;
      }),
  };
}

/** The same for Telegram's, whose single calls announcements and the desk make. */
export function tracedTelegramCourier(courier: TelegramCourier, tracing: Tracing): TelegramCourier {
  if (!tracing.on) return courier;
  return {
    ...tracedCourier(courier, tracing),
    call: (make) =>
      tracing.span('delivery', { 'bagdar.channel': 'telegram' }, async (note) => {
        const outcome = await courier.call(make);
        note({ 'bagdar.outcome': outcome.type });
        return outcome;
      }),
  };
}
