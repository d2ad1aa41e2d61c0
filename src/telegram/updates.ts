import { z } from 'zod';
import { boundedText } from '../operations/bounded.ts';
import type { IncomingUpdate } from '../store/ports/inbox.ts';
import { type KeptForStaff, keptForStaff } from './staff/kept.ts';

/** Takes updates over: when `accept` resolves they are stored, and Telegram may be told so. */
export interface UpdateSink {
  accept(updates: readonly unknown[]): Promise<void>;
}

/** The updates asked for. Without this list Telegram keeps whatever an earlier program had set. */
export const allowedUpdates = [
  'message',
  'edited_message',
  'callback_query',
  'inline_query',
  'my_chat_member',
] as const;
export type UpdateKind = (typeof allowedUpdates)[number];

/** Telegram sends at most 4,096 units; a webhook may be sent anything by whoever learnt its secret. */
const longestText = 16_384;
const mostEntities = 200;

/** Contents of a message that are not text but that a person sends expecting an answer. Others are service messages. */
const media = [
  'animation',
  'audio',
  'checklist',
  'contact',
  'dice',
  'document',
  'game',
  'live_photo',
  'location',
  'paid_media',
  'photo',
  'poll',
  'rich_message',
  'sticker',
  'story',
  'venue',
  'video',
  'video_note',
  'voice',
] as const;

const id = z.int();
const text = z.string().transform((value) => value.slice(0, longestText).toWellFormed());

/** Unix seconds; 0 has a meaning (a message too old to be seen), so a missing one is not read as that. */
const date = z.int().default(1);

const user = z.object({
  id,
  is_bot: z.boolean().default(false),
  language_code: boundedText(35).optional().catch(undefined),
});
const chat = z.object({ id, type: z.enum(['private', 'group', 'supergroup', 'channel']) });
const entity = z.object({
  type: boundedText(40),
  offset: z.int().min(0),
  length: z.int().min(0),
  user: user.optional().catch(undefined),
});
/** Whether there is a medium is all that is kept of it. */
const present = z
  .unknown()
  .transform((value) => (value === undefined ? undefined : (true as const)))
  .optional();
type MediaName = (typeof media)[number];
const mediaFields = Object.fromEntries(media.map((name) => [name, present])) as Record<
  MediaName,
  typeof present
>;

const entities = z
  .array(entity)
  .transform((list) => list.slice(0, mostEntities))
  .optional()
  .catch(undefined);

const bareMessage = z.object({
  message_id: id,
  date,
  message_thread_id: id.optional(),
  is_topic_message: z.boolean().optional(),
  chat,
  from: user.optional(),
  text: text.optional(),
  entities,
  media_group_id: boundedText(64).optional(),
  /** The words under a picture or a file are what a person asks; the file itself is not kept. */
  caption: text.optional(),
  caption_entities: entities,
  ...mediaFields,
});

/** Where a shared place lies, in codes of regions: all that is kept of it. */
export interface SharedPlace {
  readonly regions: readonly string[];
  readonly sure: boolean;
}

/** Finds the regions of coordinates. */
export type Locate = (latitude: number, longitude: number) => SharedPlace;

const coordinates = z.object({
  message: z.object({
    chat: z.object({ type: z.literal('private') }),
    location: z.object({ latitude: z.number(), longitude: z.number() }),
  }),
});

const message = bareMessage
  .extend({
    /** Missing only in channels, which are not served. */
    from: user,
    reply_to_message: bareMessage.optional().catch(undefined),
  })
  .transform(withCommand);

/** A command is one by its form: bridges and older Bot API servers pass it on without the entity that says so. */
function withCommand<
  M extends { text?: string | undefined; entities?: z.output<typeof entity>[] | undefined },
>(one: M): M {
  const length = /^\/[a-z0-9_]{1,32}(@\w+)?(?=\s|$)/iu.exec(one.text ?? '')?.[0].length;
  if (
    length === undefined ||
    one.entities?.some(({ type, offset }) => type === 'bot_command' && offset === 0)
  ) {
    return one;
  }
  return { ...one, entities: [{ type: 'bot_command', offset: 0, length }, ...(one.entities ?? [])] };
}

/**
 * The part of an update that handlers read. Everything else (names, pictures, places) is dropped before it is
 * stored: what was never kept cannot leak.
 */
const update = z.object({
  update_id: z.int().min(0),
  message: message.optional(),
  edited_message: message.optional(),
  callback_query: z
    .object({
      id: boundedText(64),
      from: user,
      chat_instance: boundedText(64).optional().catch(undefined),
      data: boundedText(256).optional(),
      message: z.object({ message_id: id, date, chat }).optional(),
      inline_message_id: boundedText(128).optional(),
    })
    .optional(),
  inline_query: z
    .object({ id: boundedText(64), from: user, query: text, offset: boundedText(64).default('') })
    .optional(),
  my_chat_member: z
    .object({
      chat,
      from: user,
      date,
      old_chat_member: z.object({ status: boundedText(32), user }),
      new_chat_member: z.object({ status: boundedText(32), user }),
    })
    .optional(),
});

/** An update as it is stored and handled. */
export type SlimUpdate = z.output<typeof update> & {
  /** Only of a member of staff, in their private chat. */
  readonly for_staff?: KeptForStaff;
  /** Of a location shared in a private chat: the region, never the coordinates. */
  readonly shared_place?: SharedPlace;
};

/** What an update is of; one that is stored is always of some kind. */
export function kindOf(slim: SlimUpdate): UpdateKind {
  return allowedUpdates.find((kind) => slim[kind] !== undefined) ?? 'message';
}

/** Names of the content that makes a message "not text"; empty for service messages. */
export function mediaOf(one: object): readonly string[] {
  return media.filter((name) => (one as Record<string, unknown>)[name] === true);
}

/** The private chat a raw update was written in; `null` for everything else. */
export function privateSenderOf(raw: unknown): string | null {
  type Written = { chat?: { type?: unknown }; from?: { id?: unknown } };
  const update = raw as { message?: Written; edited_message?: Written } | null;
  const one = update?.message ?? update?.edited_message;
  return one?.chat?.type === 'private' && typeof one.from?.id === 'number' ? String(one.from.id) : null;
}

/** Coordinates become codes of regions here, before anything is stored. */
function sharedPlace(raw: unknown, locate: Locate | undefined): SharedPlace | undefined {
  const read = locate === undefined ? undefined : coordinates.safeParse(raw);
  if (locate === undefined || !read?.success) return undefined;
  const { latitude, longitude } = read.data.message.location;
  return locate(latitude, longitude);
}

/**
 * Reads a raw update for the inbox; `null` when it is none of those asked for, or malformed.
 * @param byStaff a member of staff wrote it: the file and caption of an announcement are kept too.
 */
export function readUpdate(raw: unknown, byStaff = false, locate?: Locate): IncomingUpdate | null {
  const read = update.safeParse(raw);
  if (!read.success || (read.data.edited_message !== undefined && !isQuestionPutRight(read.data, byStaff)))
    return null;
  const place = sharedPlace(raw, locate);
  const slim: SlimUpdate = {
    ...read.data,
    ...(byStaff ? { for_staff: keptForStaff((raw as { message?: unknown }).message) } : {}),
    ...(place === undefined ? {} : { shared_place: place }),
  };
  const from = placeOf(slim);
  if (from === null) return null;
  return {
    channel: 'telegram',
    updateId: String(slim.update_id),
    position: slim.update_id,
    chat: from.chat,
    sender: from.sender === undefined ? null : String(from.sender),
    payload: slim,
  };
}

/**
 * Somebody corrected a question in a private chat. Edits of groups are not followed, nor those of staff, who correct
 * an announcement they are writing.
 */
function isQuestionPutRight({ edited_message: edited }: z.output<typeof update>, byStaff: boolean): boolean {
  return edited?.chat.type === 'private' && edited.text !== undefined && !byStaff;
}

/** The `update_id` of anything, to acknowledge even what cannot be read: Telegram would send it for ever. */
export function updateIdOf(raw: unknown): number | null {
  const value = (raw as { update_id?: unknown } | null | undefined)?.update_id;
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? value : null;
}

/** Updates of one place are handled in order. Inline queries are of no chat: each person's have a line of their own. */
function placeOf(slim: SlimUpdate): { chat: string; sender: number | undefined } | null {
  const written = slim.message ?? slim.edited_message;
  if (written) return { chat: String(written.chat.id), sender: written.from.id };
  if (slim.callback_query) {
    const { message: pressed, from } = slim.callback_query;
    return { chat: String(pressed?.chat.id ?? from.id), sender: from.id };
  }
  if (slim.inline_query)
    return { chat: `inline:${slim.inline_query.from.id}`, sender: slim.inline_query.from.id };
  if (slim.my_chat_member) {
    return { chat: String(slim.my_chat_member.chat.id), sender: slim.my_chat_member.from.id };
  }
  return null;
}
