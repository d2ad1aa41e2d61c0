import { addMessage, apiMessage } from './methods.ts';
import {
  type FakeButton,
  type FakeChat,
  type FakeMessage,
  openChat,
  type Params,
  type Seen,
  type State,
} from './state.ts';

/** A person with the Telegram app. */
export interface FakeUser {
  readonly id: number;
  /** Writes to the bot; commands and mentions become entities as the app makes them. Returns the update's id. */
  says(text: string): number;
  /** Sends something that is not text, such as `{ voice: {…} }`. */
  sends(content: Readonly<Record<string, unknown>>): number;
  /** Presses the button with this label (or its beginning) under the newest message that has it. */
  presses(label: string): string;
  /** Presses with any data, as a forged client can. */
  forges(data: string, message?: FakeMessage): string;
  /** The next message or edit from the bot that was not read yet. */
  next(): Promise<Seen>;
  /** The answer to a press, by the id `presses` returned: its words, empty when it has none. */
  answerTo(press: string): Promise<{ readonly text: string; readonly alert: boolean }>;
  /** Everything the bot has said and not deleted, as it reads now. */
  sees(): string;
  /** The bot's messages as they are now. */
  messages(): readonly FakeMessage[];
  /** How many messages and edits there are that were not read yet. */
  unread(): number;
  blocks(): void;
  unblocks(): void;
  /** Types `@bot words` in another chat; resolves to what the bot answers. */
  inline(query: string): Promise<Params>;
  /** The same person in a group. */
  inGroup(group: number): Pick<FakeUser, 'says' | 'next' | 'unread'> & {
    /** Replies to a message. */
    replies(text: string, to: FakeMessage): number;
    /** Writes in a topic of the group. */
    inTopic(thread: number, text: string): number;
    /** Presses the button with this label (or its beginning) under the group's newest message that has it. */
    presses(label: string): string;
    /** The group's newest message of this person. */
    last(): FakeMessage;
  };
}

export interface UserTools {
  readonly state: State;
  readonly push: (update: Readonly<Record<string, unknown>>) => number;
  readonly until: <T>(look: () => T | undefined, what: string) => Promise<T>;
}

export function createUser(id: number, language: string | undefined, tools: UserTools): FakeUser {
  const { state, push, until } = tools;
  const chat = openChat(state, id);
  const from = {
    id,
    is_bot: false,
    first_name: 'Айжан',
    ...(language === undefined ? {} : { language_code: language }),
  };

  const write = (to: FakeChat, text: string, extra: Readonly<Record<string, unknown>> = {}): number => {
    const message = addMessage(state, to, { fromBot: false, text, entities: [], buttons: [], params: {} });
    const entities = [...commandEntities(text), ...mentionEntities(text)];
    return push({
      message: {
        ...apiMessage(state, message),
        from,
        ...(entities.length > 0 ? { entities } : {}),
        ...extra,
      },
    });
  };
  const press = (data: string | undefined, message: FakeMessage | undefined): string => {
    const key = `press-${state.nextId}`;
    state.nextId += 1;
    state.presses.set(key, { user: id, answer: null });
    push({
      callback_query: {
        id: key,
        from,
        chat_instance: '1',
        ...(data === undefined ? {} : { data }),
        ...(message === undefined ? {} : { message: apiMessage(state, message) }),
      },
    });
    return key;
  };
  const member = (before: string, now: string): void => {
    const user = { id: state.botId, is_bot: true, first_name: 'Bot' };
    push({
      my_chat_member: {
        chat: { id, type: 'private' },
        from,
        date: Math.floor(state.now() / 1000),
        old_chat_member: { status: before, user },
        new_chat_member: { status: now, user },
      },
    });
  };
  const next = (of: FakeChat): Promise<Seen> =>
    until(() => {
      const seen = of.seen[of.read];
      if (seen !== undefined) of.read += 1;
      return seen;
    }, `a message to ${of.id}`);
  const shownIn = (of: FakeChat): FakeMessage[] =>
    of.messages.filter((message) => message.fromBot && !message.deleted);
  const shown = (): FakeMessage[] => shownIn(chat);
  const pressIn = (of: FakeChat, label: string): string => {
    for (const message of shownIn(of).reverse()) {
      const button = message.buttons.flat().find((one) => one.text.startsWith(label));
      if (button?.callback_data !== undefined) return press(button.callback_data, message);
    }
    const labels = shownIn(of).flatMap((message) => message.buttons.flat().map((one) => one.text));
    throw new Error(`no button "${label}" among: ${labels.join(' | ')}`);
  };

  return {
    id,
    says: (text) => write(chat, text),
    sends: (content) => {
      const message = addMessage(state, chat, {
        fromBot: false,
        text: '',
        entities: [],
        buttons: [],
        params: {},
      });
      const { text: _, entities: __, ...bare } = apiMessage(state, message);
      return push({ message: { ...bare, from, ...content } });
    },
    presses: (label) => pressIn(chat, label),
    forges: (data, message) => press(data, message ?? shown().at(-1)),
    next: () => next(chat),
    answerTo: (key) => until(() => state.presses.get(key)?.answer ?? undefined, `an answer to ${key}`),
    sees: () => shown().map(flat).join('\n\n'),
    messages: shown,
    unread: () => chat.seen.length - chat.read,
    blocks() {
      chat.blocked = true;
      member('member', 'kicked');
    },
    unblocks() {
      chat.blocked = false;
      member('kicked', 'member');
    },
    async inline(query) {
      const key = `inline-${state.nextId}`;
      state.nextId += 1;
      state.inline.set(key, { answer: null });
      push({ inline_query: { id: key, from, query, offset: '' } });
      return await until(() => state.inline.get(key)?.answer ?? undefined, `an answer to ${key}`);
    },
    inGroup(group) {
      const place = openChat(state, group, 'supergroup');
      return {
        says: (text) => write(place, text),
        replies: (text, to) => write(place, text, { reply_to_message: apiMessage(state, to) }),
        inTopic: (thread, text) => write(place, text, { message_thread_id: thread, is_topic_message: true }),
        presses: (label) => pressIn(place, label),
        last() {
          const own = place.messages.filter((message) => !message.fromBot).at(-1);
          if (own === undefined) throw new Error('nobody has written in the group');
          return own;
        },
        next: () => next(place),
        unread: () => place.seen.length - place.read,
      };
    },
  };
}

/** A message as read on a phone: its text, then its buttons in brackets. */
export function flat(message: {
  readonly text: string;
  readonly buttons: readonly (readonly FakeButton[])[];
}): string {
  const rows = message.buttons.map((row) => row.map(({ text }) => `[${text}]`).join(' '));
  return [message.text, ...rows].join('\n');
}

function commandEntities(text: string): { type: string; offset: number; length: number }[] {
  const command = /^\/[a-z0-9_]{1,32}(@\w+)?/u.exec(text)?.[0];
  return command === undefined ? [] : [{ type: 'bot_command', offset: 0, length: command.length }];
}

function mentionEntities(text: string): { type: string; offset: number; length: number }[] {
  return [...text.matchAll(/(?<=^|\s)@\w{4,32}/gu)].map(({ index, 0: name }) => ({
    type: 'mention',
    offset: index,
    length: name.length,
  }));
}
