/** Parameters of a call, as sent: JSON or form fields. */
export type Params = Readonly<Record<string, unknown>>;

export interface FakeEntity {
  readonly type: string;
  readonly offset: number;
  readonly length: number;
  readonly url?: string;
}

export interface FakeButton {
  readonly text: string;
  readonly callback_data?: string;
  readonly url?: string;
  readonly copy_text?: { readonly text: string };
}

/** A message as it stands in a chat now. */
export interface FakeMessage {
  readonly message_id: number;
  readonly chat: number;
  readonly fromBot: boolean;
  /** Unix seconds. */
  date: number;
  text: string;
  entities: readonly FakeEntity[];
  buttons: readonly (readonly FakeButton[])[];
  /** The call's other parameters: previews, reply, thread. */
  readonly params: Params;
  deleted: boolean;
  reactions: readonly string[];
}

/** What a chat's people notice, in order. */
export interface Seen {
  readonly how: 'message' | 'edit';
  readonly message: FakeMessage;
  readonly text: string;
  readonly buttons: readonly (readonly FakeButton[])[];
  readonly entities: readonly FakeEntity[];
}

export interface FakeChat {
  readonly id: number;
  readonly type: 'private' | 'group' | 'supergroup';
  readonly messages: FakeMessage[];
  readonly seen: Seen[];
  /** How many of `seen` a test has read. */
  read: number;
  blocked: boolean;
  /** Whether the group has topics. */
  forum: boolean;
  readonly topics: Map<number, { readonly name: string; open: boolean }>;
  readonly members: Map<number, string>;
  /** A group with topics. */
  isForum: boolean;
  /** Whether administrators (the bot among them) may make and close topics. */
  mayManageTopics: boolean;
}

/** A refused call, as Telegram answers it. */
export class Refusal extends Error {
  readonly code: number;
  readonly parameters: Readonly<Record<string, number>> | undefined;
  constructor(code: number, description: string, parameters?: Readonly<Record<string, number>>) {
    super(description);
    this.code = code;
    this.parameters = parameters;
  }
}

/** Everything the fake remembers. */
export interface State {
  readonly username: string;
  readonly botId: number;
  readonly chats: Map<number, FakeChat>;
  /** Updates not acknowledged yet. */
  readonly updates: { readonly update_id: number; readonly [key: string]: unknown }[];
  readonly presses: Map<
    string,
    { readonly user: number; answer: { readonly text: string; readonly alert: boolean } | null }
  >;
  readonly inline: Map<string, { answer: Params | null }>;
  readonly profile: Map<string, unknown>;
  webhook: Params | null;
  /** Why Telegram's last call of the webhook failed. */
  webhookError?: { readonly last_error_date: number; readonly last_error_message: string };
  nextUpdate: number;
  nextMessage: number;
  nextId: number;
  now(): number;
}

export function createState(username: string, now: () => number): State {
  return {
    username,
    botId: 7_000_000_001,
    chats: new Map(),
    updates: [],
    presses: new Map(),
    inline: new Map(),
    profile: new Map(),
    webhook: null,
    nextUpdate: 100_001,
    nextMessage: 1,
    nextId: 1,
    now,
  };
}

/** The chat with an id, made when new: in Telegram a person has to write first. */
export function openChat(state: State, id: number, type: FakeChat['type'] = 'private'): FakeChat {
  const known = state.chats.get(id);
  if (known) return known;
  const chat: FakeChat = {
    id,
    type,
    messages: [],
    seen: [],
    read: 0,
    blocked: false,
    forum: type === 'supergroup',
    topics: new Map(),
    members: new Map(),
    isForum: type === 'supergroup',
    mayManageTopics: true,
  };
  state.chats.set(id, chat);
  return chat;
}

/** The chat a call names. */
export function chatOf(state: State, params: Params): FakeChat {
  const chat = state.chats.get(Number(params.chat_id));
  if (!chat) throw new Refusal(400, 'Bad Request: chat not found');
  if (chat.blocked) {
    throw new Refusal(
      403,
      chat.type === 'private'
        ? 'Forbidden: bot was blocked by the user'
        : 'Forbidden: bot was kicked from the group chat',
    );
  }
  return chat;
}
