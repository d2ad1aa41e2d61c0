import { maskPersonal } from '../privacy/mask.ts';
import { scrubSecrets } from '../privacy/secrets.ts';

/**
 * Fields that hold what people write or who they are, in our code, in Telegram's updates and in errors of
 * its client (which carry the whole call). Compared without case, `_` and `-`.
 */
const hidden = new Set(
  [
    [
      'text',
      'caption',
      'question',
      'query',
      'answer',
      'draft',
      'typed',
      'body',
      'payload',
      'data',
      'message',
      'update',
    ],
    [
      'from',
      'chat',
      'user',
      'sender',
      'contact',
      'location',
      'venue',
      'entities',
      'photo',
      'document',
      'voice',
    ],
    ['chatid', 'userid', 'fromid', 'senderchat', 'telegramid', 'externalid', 'staffids', 'staffchatid'],
    [
      'firstname',
      'lastname',
      'username',
      'name',
      'title',
      'phonenumber',
      'phone',
      'email',
      'iin',
      'ip',
      'address',
    ],
    [
      'token',
      'bottoken',
      'secret',
      'webhooksecret',
      'password',
      'authorization',
      'cookie',
      'setcookie',
      'session',
    ],
    ['databaseurl', 'connectionstring', 'xtelegrambotapisecrettoken', 'useragent', 'referer'],
  ].flat(),
);

/** Fields of an error worth logging. Others may hold anything, such as the message that could not be sent. */
const errorFields = [
  'code',
  'errcode',
  'error_code',
  'description',
  'method',
  'statusCode',
  'syscall',
] as const;

const deepest = 6;
const longest = 2000;

/** Makes a copy of anything that is fit for the log. */
export type Hide = (value: unknown) => unknown;

/**
 * Hidden fields become `[hidden]`, strings lose secrets and personal numbers and are cut, depth is bounded.
 * @param secrets exact values to remove wherever they stand.
 */
export function createHide(secrets: readonly string[] = []): Hide {
  // Secrets first: masking the digits of a token would leave its other half, no longer recognisable.
  const clean = (text: string, limit = longest) => maskPersonal(scrubSecrets(text, secrets).slice(0, limit));

  const hide = (value: unknown, depth: number): unknown => {
    if (typeof value === 'string') return clean(value);
    if (typeof value === 'bigint') return String(value);
    if (typeof value !== 'object' || value === null) return value;
    if (depth >= deepest) return '[deep]';
    if (value instanceof Error) return hideError(value, depth);
    if (value instanceof Date) return Number.isNaN(value.getTime()) ? 'invalid date' : value.toISOString();
    if (ArrayBuffer.isView(value)) return `[${value.byteLength} bytes]`;
    if (Array.isArray(value)) return value.slice(0, 50).map((item) => hide(item, depth + 1));
    const fields = Object.entries(value).map(([key, item]) => [
      key,
      isHidden(key) && item !== null && item !== undefined ? '[hidden]' : hide(item, depth + 1),
    ]);
    return Object.fromEntries(fields);
  };

  const hideError = (error: Error, depth: number): Record<string, unknown> => {
    const fields = error as unknown as Record<string, unknown>;
    const safe: Record<string, unknown> = {
      type: error.name,
      what: clean(error.message),
      stack: clean(error.stack ?? '', longest * 2),
    };
    for (const field of errorFields) {
      const value = fields[field];
      if (typeof value === 'string' || typeof value === 'number') safe[field] = hide(value, depth + 1);
    }
    // grammY wraps what a handler threw as `error`, the language as `cause`.
    for (const inner of ['cause', 'error']) {
      const value = fields[inner];
      if (value instanceof Error && depth < deepest) safe[inner] = hideError(value, depth + 1);
    }
    return safe;
  };

  return (value) => hide(value, 0);
}

const isHidden = (key: string) => hidden.has(key.toLowerCase().replace(/[_-]/g, ''));
