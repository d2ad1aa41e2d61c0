import { type FakeButton, type FakeEntity, type Params, Refusal } from './state.ts';

/** Kinds of entities a bot may send. */
const kinds = new Set([
  'bold',
  'italic',
  'underline',
  'strikethrough',
  'spoiler',
  'blockquote',
  'expandable_blockquote',
  'code',
  'pre',
  'text_link',
  'text_mention',
  'custom_emoji',
  'mention',
  'hashtag',
  'cashtag',
  'bot_command',
  'url',
  'email',
  'phone_number',
]);

const bad = (description: string): Refusal => new Refusal(400, `Bad Request: ${description}`);

/** A text with its entities as Telegram keeps it; stricter than Telegram where Telegram silently drops something. */
export function checkText(
  params: Params,
  names: { readonly text: string; readonly entities: string; readonly max: number } = {
    text: 'text',
    entities: 'entities',
    max: 4096,
  },
): { text: string; entities: FakeEntity[] } {
  if (params.parse_mode !== undefined) throw bad('parse_mode is not used in this product');
  const text = String(params[names.text] ?? '');
  if (text.trim() === '') throw bad('message text is empty');
  if (!text.isWellFormed()) throw bad('strings must be encoded in UTF-8');
  if (text.length > names.max) throw bad('message is too long');
  const entities = (params[names.entities] ?? []) as FakeEntity[];
  if (!Array.isArray(entities)) throw bad("can't parse entities");
  if (entities.length > 100) throw bad('too many entities');
  for (const entity of entities) checkEntity(entity, text);
  return { text, entities };
}

function checkEntity(entity: FakeEntity, text: string): void {
  const { type, offset, length, url } = entity;
  if (!kinds.has(type)) throw bad(`unsupported entity type ${type}`);
  if (!Number.isInteger(offset) || !Number.isInteger(length) || offset < 0 || length < 1)
    throw bad('entity has a wrong range');
  if (offset + length > text.length) throw bad(`entity ${type} ends beyond the text`);
  if (insidePair(text, offset) || insidePair(text, offset + length))
    throw bad(`entity ${type} cuts a character`);
  if (type === 'text_link' && !/^(https?|tg):\/\//u.test(url ?? '')) throw bad('text_link without a URL');
}

function insidePair(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  return at > 0 && unit >= 0xdc00 && unit <= 0xdfff;
}

/** The inline keyboard of a call; empty when there is none. */
export function checkKeyboard(params: Params): (readonly FakeButton[])[] {
  const markup = params.reply_markup as { inline_keyboard?: FakeButton[][] } | undefined;
  if (markup === undefined) return [];
  const rows = markup.inline_keyboard;
  if (rows === undefined) return [];
  if (!Array.isArray(rows)) throw bad("can't parse reply keyboard markup JSON object");
  if (rows.flat().length > 100) throw bad('reply markup is too long');
  for (const row of rows) {
    if (row.length > 8) throw bad('too many buttons in a row');
    for (const button of row) checkButton(button);
  }
  return rows;
}

function checkButton(button: FakeButton): void {
  if (typeof button.text !== 'string' || button.text.trim() === '')
    throw bad('inline keyboard button text must be non-empty');
  const { callback_data: data, url, copy_text: copy } = button;
  if ([data, url, copy].filter((field) => field !== undefined).length !== 1)
    throw bad('Text buttons are unallowed in the inline keyboard');
  if (data !== undefined && (data === '' || Buffer.byteLength(data) > 64)) throw bad('BUTTON_DATA_INVALID');
  if (url !== undefined && !(URL.canParse(url) && /^(https?|tg):/u.test(url)))
    throw bad('BUTTON_URL_INVALID');
  if (copy !== undefined && (copy.text === '' || copy.text.length > 256))
    throw bad('BUTTON_COPY_TEXT_INVALID');
}
