import { chatOf, type FakeChat, type FakeMessage, type Params, Refusal, type State } from './state.ts';
import { checkKeyboard, checkText } from './validate.ts';

/** Answers one method; what it returns becomes `result`. */
export type Method = (state: State, params: Params, rate: (chat: number) => void) => unknown;

/** A message as the Bot API gives it. */
export function apiMessage(state: State, message: FakeMessage): Record<string, unknown> {
  const chat = state.chats.get(message.chat);
  return {
    message_id: message.message_id,
    date: message.date,
    chat: { id: message.chat, type: chat?.type ?? 'private' },
    from: message.fromBot
      ? { id: state.botId, is_bot: true, first_name: 'Bot', username: state.username }
      : undefined,
    text: message.text,
    entities: message.entities,
    ...(message.buttons.length > 0 ? { reply_markup: { inline_keyboard: message.buttons } } : {}),
  };
}

/** Puts a message into a chat. */
export function addMessage(
  state: State,
  chat: FakeChat,
  message: Pick<FakeMessage, 'fromBot' | 'text' | 'entities' | 'buttons' | 'params'>,
): FakeMessage {
  const added: FakeMessage = {
    ...message,
    message_id: state.nextMessage,
    chat: chat.id,
    date: Math.floor(state.now() / 1000),
    deleted: false,
    reactions: [],
  };
  state.nextMessage += 1;
  chat.messages.push(added);
  if (added.fromBot) notice(chat, 'message', added);
  return added;
}

function notice(chat: FakeChat, how: 'message' | 'edit', message: FakeMessage): void {
  const { text, buttons, entities } = message;
  chat.seen.push({ how, message, text, buttons, entities });
}

function found(
  state: State,
  params: Params,
  what: 'edit' | 'delete' = 'edit',
): { chat: FakeChat; message: FakeMessage } {
  const chat = chatOf(state, params);
  const message = chat.messages.find((one) => one.message_id === Number(params.message_id) && !one.deleted);
  if (!message) throw new Refusal(400, `Bad Request: message to ${what} not found`);
  return { chat, message };
}

const twoDays = 48 * 3600;

function edited(
  state: State,
  params: Params,
  change: Partial<Pick<FakeMessage, 'text' | 'entities'>>,
): unknown {
  const { chat, message } = found(state, params);
  if (!message.fromBot) throw new Refusal(400, "Bad Request: message can't be edited");
  if (state.now() / 1000 - message.date > twoDays)
    throw new Refusal(400, "Bad Request: message can't be edited");
  const next = { text: message.text, entities: message.entities, ...change, buttons: checkKeyboard(params) };
  const before = { text: message.text, entities: message.entities, buttons: message.buttons };
  if (JSON.stringify(next) === JSON.stringify(before)) {
    throw new Refusal(
      400,
      'Bad Request: message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message',
    );
  }
  Object.assign(message, next);
  notice(chat, 'edit', message);
  return apiMessage(state, message);
}

const sendText: Method = (state, params, rate) => {
  const chat = chatOf(state, params);
  const { text, entities } = checkText(params);
  const buttons = checkKeyboard(params);
  checkThread(chat, params);
  rate(chat.id);
  return apiMessage(state, addMessage(state, chat, { fromBot: true, text, entities, buttons, params }));
};

const sendFile: Method = (state, params, rate) => {
  const chat = chatOf(state, params);
  const file = params.photo ?? params.document;
  if (file === undefined || file === '')
    throw new Refusal(400, 'Bad Request: there is no file in the request');
  const caption = params.caption;
  const names = { text: 'caption', entities: 'caption_entities', max: 1024 };
  const { text, entities } = caption === undefined ? { text: '', entities: [] } : checkText(params, names);
  const buttons = checkKeyboard(params);
  checkThread(chat, params);
  rate(chat.id);
  const message = addMessage(state, chat, { fromBot: true, text, entities, buttons, params });
  const kept = {
    file_id: `file-${message.message_id}`,
    file_unique_id: `u${message.message_id}`,
    file_size: 1,
  };
  return {
    ...apiMessage(state, message),
    ...(params.photo === undefined ? { document: kept } : { photo: [{ ...kept, width: 1, height: 1 }] }),
  };
};

function checkThread(chat: FakeChat, params: Params): void {
  const thread = params.message_thread_id;
  if (thread === undefined) return;
  const topic = chat.topics.get(Number(thread));
  if (!topic) throw new Refusal(400, 'Bad Request: message thread not found');
  if (!topic.open) throw new Refusal(400, 'Bad Request: TOPIC_CLOSED');
}

const setting =
  (name: string, field: string, max: number): Method =>
  (state, params) => {
    const value = params[field] ?? '';
    if (typeof value === 'string' && value.length > max)
      throw new Refusal(400, `Bad Request: ${field} is too long`);
    state.profile.set(profileKey(name, params), value);
    return true;
  };
const reading =
  (name: string, fallback: unknown, field?: string): Method =>
  (state, params) => {
    const value = state.profile.get(profileKey(name, params)) ?? fallback;
    return field === undefined ? value : { [field]: value };
  };
/** Settings are kept by language, commands also by scope. */
export function profileKey(name: string, params: Params): string {
  const scope = params.scope === undefined ? '' : JSON.stringify(params.scope);
  return [name, String(params.language_code ?? ''), scope].join('|');
}

/** The methods the product calls, except `getUpdates`. */
export const methods: Readonly<Record<string, Method>> = {
  getMe: (state) => ({
    id: state.botId,
    is_bot: true,
    first_name: 'Bot',
    username: state.username,
    can_join_groups: true,
    can_read_all_group_messages: false,
    supports_inline_queries: true,
  }),
  sendMessage: sendText,
  sendPhoto: sendFile,
  sendDocument: sendFile,
  sendChatAction: (state, params) => chatOf(state, params) !== undefined,
  editMessageText: (state, params) => {
    const { text, entities } = checkText(params);
    return edited(state, params, { text, entities });
  },
  editMessageCaption: (state, params) => {
    const names = { text: 'caption', entities: 'caption_entities', max: 1024 };
    const { text, entities } = checkText(params, names);
    return edited(state, params, { text, entities });
  },
  editMessageReplyMarkup: (state, params) => edited(state, params, {}),
  deleteMessage: (state, params) => {
    const { message } = found(state, params, 'delete');
    if (message.fromBot && state.now() / 1000 - message.date > twoDays)
      throw new Refusal(400, "Bad Request: message can't be deleted for everyone");
    message.deleted = true;
    return true;
  },
  answerCallbackQuery: (state, params) => {
    const press = state.presses.get(String(params.callback_query_id));
    if (!press || press.answer !== null) {
      throw new Refusal(
        400,
        'Bad Request: query is too old and response timeout expired or query ID is invalid',
      );
    }
    const text = String(params.text ?? '');
    if (text.length > 200) throw new Refusal(400, 'Bad Request: MESSAGE_TOO_LONG');
    press.answer = { text, alert: params.show_alert === true };
    return true;
  },
  answerInlineQuery: (state, params) => {
    const query = state.inline.get(String(params.inline_query_id));
    if (!query || query.answer !== null) {
      throw new Refusal(
        400,
        'Bad Request: query is too old and response timeout expired or query ID is invalid',
      );
    }
    const results = params.results as {
      id: string;
      title: string;
      input_message_content: Params;
      reply_markup?: unknown;
    }[];
    if (results.length > 50) throw new Refusal(400, 'Bad Request: RESULTS_TOO_MUCH');
    if (new Set(results.map(({ id }) => id)).size !== results.length)
      throw new Refusal(400, 'Bad Request: RESULT_ID_DUPLICATE');
    for (const { id, title, input_message_content: content, reply_markup: markup } of results) {
      if (id === '' || Buffer.byteLength(id) > 64) throw new Refusal(400, 'Bad Request: RESULT_ID_INVALID');
      if (title.trim() === '') throw new Refusal(400, 'Bad Request: ARTICLE_TITLE_EMPTY');
      checkText(content, { text: 'message_text', entities: 'entities', max: 4096 });
      checkKeyboard({ reply_markup: markup });
    }
    const button = params.button as { text: string; start_parameter?: string } | undefined;
    if (button?.start_parameter !== undefined && !/^[\w-]{1,64}$/u.test(button.start_parameter)) {
      throw new Refusal(400, 'Bad Request: START_PARAM_INVALID');
    }
    query.answer = params;
    return true;
  },
  setMyCommands: (state, params) => {
    const commands = params.commands as { command: string; description: string }[];
    const faulty = commands.some(
      ({ command, description }) =>
        !/^[a-z0-9_]{1,32}$/u.test(command) || description === '' || description.length > 256,
    );
    if (faulty || commands.length > 100) throw new Refusal(400, 'Bad Request: BOT_COMMAND_INVALID');
    state.profile.set(profileKey('commands', params), commands);
    return true;
  },
  getMyCommands: reading('commands', []),
  deleteMyCommands: (state, params) => {
    state.profile.delete(profileKey('commands', params));
    return true;
  },
  setMyName: setting('name', 'name', 64),
  getMyName: reading('name', '', 'name'),
  setMyDescription: setting('description', 'description', 512),
  getMyDescription: reading('description', '', 'description'),
  setMyShortDescription: setting('short', 'short_description', 120),
  getMyShortDescription: reading('short', '', 'short_description'),
  setWebhook: (state, params) => {
    if (!String(params.url ?? '').startsWith('https://')) {
      throw new Refusal(400, 'Bad Request: bad webhook: An HTTPS URL must be provided for webhook');
    }
    state.webhook = params;
    return true;
  },
  deleteWebhook: (state, params) => {
    state.webhook = null;
    if (params.drop_pending_updates === true) state.updates.length = 0;
    return true;
  },
  getWebhookInfo: (state) => ({
    url: String(state.webhook?.url ?? ''),
    has_custom_certificate: false,
    pending_update_count: state.updates.length,
    ...(state.webhook?.allowed_updates ? { allowed_updates: state.webhook.allowed_updates } : {}),
    ...(state.webhookError ?? {}),
  }),
  createForumTopic: (state, params) => {
    const chat = chatOf(state, params);
    if (!chat.forum) throw new Refusal(400, 'Bad Request: the chat is not a forum');
    const name = String(params.name ?? '');
    if (name === '' || name.length > 128) throw new Refusal(400, 'Bad Request: TOPIC_TITLE_EMPTY');
    const thread = state.nextMessage;
    state.nextMessage += 1;
    chat.topics.set(thread, { name, open: true });
    return { message_thread_id: thread, name, icon_color: 7322096 };
  },
  deleteForumTopic: (state, params) => {
    const chat = chatOf(state, params);
    const thread = Number(params.message_thread_id);
    if (!chat.topics.delete(thread)) throw new Refusal(400, 'Bad Request: message thread not found');
    for (const message of chat.messages)
      if (Number(message.params.message_thread_id) === thread) message.deleted = true;
    return true;
  },
  setMessageReaction: (state, params) => {
    const { message } = found(state, params);
    const reaction = params.reaction as { emoji: string }[] | undefined;
    message.reactions = (reaction ?? []).map(({ emoji }) => emoji);
    return true;
  },
  closeForumTopic: (state, params) => openTopic(state, params, false),
  reopenForumTopic: (state, params) => openTopic(state, params, true),
  getChat: (state, params) => {
    const { id, type, isForum } = chatOf(state, params);
    return { id, type, ...(isForum ? { is_forum: true } : {}) };
  },
  getChatMember: (state, params) => {
    const user = Number(params.user_id);
    const chat = chatOf(state, params);
    const status = chat.members.get(user);
    if (status === 'administrator') {
      return {
        status,
        user: { id: user, is_bot: false, first_name: 'Somebody' },
        can_manage_topics: chat.mayManageTopics,
      };
    }
    if (status === undefined) throw new Refusal(400, 'Bad Request: member not found');
    return { status, user: { id: user, is_bot: false, first_name: 'Somebody' } };
  },
};

function openTopic(state: State, params: Params, open: boolean): true {
  const topic = chatOf(state, params).topics.get(Number(params.message_thread_id));
  if (!topic) throw new Refusal(400, 'Bad Request: message thread not found');
  if (topic.open === open) throw new Refusal(400, 'Bad Request: TOPIC_NOT_MODIFIED');
  topic.open = open;
  return true;
}
