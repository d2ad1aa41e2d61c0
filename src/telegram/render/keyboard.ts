import type { InlineKeyboardButton, InlineKeyboardMarkup } from 'grammy/types';
import { encodeAction } from '../../messages/action.ts';
import type { Block, Button, Reply } from '../../messages/reply.ts';
import type { Translate } from '../../messages/texts.ts';
import { shortLabel } from './label.ts';

const maxInRow = 8;
const maxButtons = 100;
/** Units a `copy_text` may have. */
const maxCopy = 256;
/** Labels of one row, together: more are cut off on a narrow phone, so the buttons get rows of their own. */
const maxRowText = 40;
/** Contacts name every extension of a department; the first numbers are what people call. */
const maxPhones = 4;

/** The buttons of a reply, with copy and map buttons for its contacts; `undefined` when there are none. */
export function keyboard(reply: Reply, t: Translate): InlineKeyboardMarkup | undefined {
  const contacts = reply.blocks.flatMap((block) => (block.type === 'contact' ? contactRows(block, t) : []));
  const own = reply.buttons.flatMap(spread).map((row) => row.map(inlineButton));
  // The reply's own buttons are the way on; when all together are too many, contacts' are left out first.
  const room = maxButtons - own.flat().length;
  const rows = [...capped(contacts, Math.max(0, room)), ...capped(own, maxButtons)];
  return rows.length === 0 ? undefined : { inline_keyboard: rows };
}

/** One neutral button as Telegram's. */
export function inlineButton(button: Button): InlineKeyboardButton {
  const text = shortLabel(boxed(button));
  if ('action' in button) return { text, callback_data: encodeAction(button.action) };
  if ('url' in button) return { text, url: button.url };
  return { text, copy_text: { text: button.copy.slice(0, maxCopy).toWellFormed() } };
}

/** Telegram has no boxes to tick: a sign before the label stands for one. */
function boxed(button: Button): string {
  if (!('action' in button) || button.pressed === undefined) return button.label;
  return `${button.pressed ? '✅' : '⬜'} ${button.label}`;
}

function contactRows(
  contact: Extract<Block, { type: 'contact' }>,
  t: Translate,
): (readonly InlineKeyboardButton[])[] {
  const phones = [...new Set(contact.phones)].slice(0, maxPhones);
  const copy = phones.map((phone) => ({ label: t('button.copy_phone', { phone }), copy: phone }));
  const map: Button[] = contact.map === undefined ? [] : [{ label: t('contact.map'), url: contact.map }];
  return [...spread(copy), ...spread(map)].map((row) => row.map(inlineButton));
}

/** A row as the rows that can be read and that Telegram allows. */
function spread(row: readonly Button[]): (readonly Button[])[] {
  if (row.length === 0) return [];
  const text = row.reduce((sum, { label }) => sum + label.length, 0);
  if (row.length > 1 && text > maxRowText) return row.map((button) => [button]);
  const rows: (readonly Button[])[] = [];
  for (let from = 0; from < row.length; from += maxInRow) rows.push(row.slice(from, from + maxInRow));
  return rows;
}

function capped(rows: readonly (readonly InlineKeyboardButton[])[], most: number): InlineKeyboardButton[][] {
  let left = most;
  return rows.flatMap((row) => {
    const kept = row.slice(0, left);
    left -= kept.length;
    return kept.length > 0 ? [[...kept]] : [];
  });
}
