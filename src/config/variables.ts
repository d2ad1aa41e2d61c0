import { z } from 'zod';
import { databaseUrlForms, parseDatabaseUrl } from '../store/url.ts';
import { logLevels } from './config.ts';

export const telegramApi = 'https://api.telegram.org';

/** A variable: how it is read, what is allowed (shown to the operator), whether its value is secret. */
interface Variable<T> {
  readonly schema: z.ZodType<T, string>;
  readonly allowed: string;
  readonly fallback?: string;
  readonly secret?: true;
}

const variable = <T>(definition: Variable<T>): Variable<T> => definition;

const wholeNumber = (min: number, max: number) =>
  z
    .string()
    .regex(/^\d{1,15}$/, 'is not a whole number')
    .transform(Number)
    .refine((value) => value >= min && value <= max, 'is out of range');

const yes = ['on', 'true', 'yes', '1'];
const no = ['off', 'false', 'no', '0'];
const onOff = z
  .string()
  .toLowerCase()
  .refine((value) => yes.includes(value) || no.includes(value), 'is neither on nor off')
  .transform((value) => yes.includes(value));

/** A list separated by commas; spaces around items and empty items are ignored. */
const list = z.string().transform((value) =>
  value
    .split(',')
    .map((item) => item.trim())
    .filter((item) => item !== ''),
);

const httpUrl = z
  .string()
  .refine((value) => URL.canParse(value), { error: 'is not an address', abort: true })
  .refine((value) => /^https?:\/\//i.test(value), {
    error: 'does not begin with http:// or https://',
    abort: true,
  })
  .refine((value) => new URL(value).username === '', 'holds a user name')
  .refine((value) => !/[?#]/.test(value), 'holds a query or fragment');

const isOrigin = (value: string) => URL.canParse(value) && new URL(value).origin === value.toLowerCase();

/** The whole environment. Unset and empty mean the same. */
export const variables = {
  BOT_TOKEN: variable({
    schema: z.string().regex(/^\d{1,16}:[A-Za-z0-9_-]+$/, 'is not a bot token'),
    allowed: 'the token from @BotFather, digits:characters',
    secret: true,
  }),
  BOT_API_ROOT: variable({
    schema: httpUrl.transform((value) => value.replace(/\/+$/, '')),
    allowed: 'the http(s) address of a Bot API server',
    fallback: telegramApi,
  }),
  BOT_MODE: variable({
    schema: z.enum(['polling', 'webhook'], 'is not a mode'),
    allowed: 'polling or webhook',
    fallback: 'polling',
  }),
  WEBHOOK_URL: variable({
    schema: httpUrl.transform((value) => {
      const url = new URL(value);
      return url.pathname === '/' ? new URL('/telegram/webhook', url).href : url.href;
    }),
    allowed: 'the public https address of this server, such as https://bagdar.example.kz',
  }),
  WEBHOOK_SECRET: variable({
    schema: z.string().regex(/^[A-Za-z0-9_-]{1,256}$/, 'holds characters Telegram does not allow'),
    allowed: '1 to 256 of A-Z a-z 0-9 _ -',
    secret: true,
  }),
  HOST: variable({
    schema: z.string().regex(/^[A-Za-z0-9.:%_-]{1,253}$/, 'is not a host'),
    allowed: 'an address to listen on, such as 127.0.0.1 or 0.0.0.0',
    fallback: '127.0.0.1',
  }),
  PORT: variable({ schema: wholeNumber(0, 65_535), allowed: '0 to 65535', fallback: '8080' }),
  DRAIN_SECONDS: variable({
    schema: wholeNumber(0, 60),
    allowed: '0 to 60 seconds in which a proxy notices a stop',
    fallback: '0',
  }),
  DATABASE_URL: variable({
    schema: z.string().transform((value, context) => {
      const address = parseDatabaseUrl(value);
      if (!('fault' in address)) return address;
      context.addIssue({ code: 'custom', message: address.fault });
      return z.NEVER;
    }),
    allowed: databaseUrlForms,
    fallback: 'sqlite:data/bagdar.db',
    secret: true,
  }),
  STAFF_IDS: variable({
    schema: list.refine(
      (ids) => ids.every((id) => /^[1-9]\d{0,15}$/.test(id)),
      'holds what is not a Telegram id',
    ),
    allowed: "Telegram users' numeric ids separated by commas",
    fallback: '',
  }),
  STAFF_CHAT_ID: variable({
    schema: z.string().regex(/^-?[1-9]\d{0,15}$/, 'is not a chat id'),
    allowed: "a Telegram group's numeric id, such as -1001234567890",
  }),
  ANNOUNCE_RATE: variable({
    schema: wholeNumber(1, 1000),
    allowed: '1 to 1000 messages a second',
    fallback: '25',
  }),
  ANNOUNCE_PAID: variable({ schema: onOff, allowed: 'on or off', fallback: 'off' }),
  WEB_CHAT: variable({ schema: onOff, allowed: 'on or off', fallback: 'on' }),
  WEB_ORIGINS: variable({
    schema: list
      .refine((origins) => origins.every(isOrigin), 'holds what is not an origin')
      .refine((origins) => origins.every((origin) => /^https?:/.test(origin)), 'holds what is not http(s)'),
    allowed: 'origins separated by commas, such as https://example.kz, without a path',
    fallback: '',
  }),
  QUESTION_RETENTION_DAYS: variable({
    schema: wholeNumber(1, 3650),
    allowed: '1 to 3650 days',
    fallback: '90',
  }),
  LOG_LEVEL: variable({
    schema: z.enum(logLevels, 'is not a log level'),
    allowed: logLevels.join(', '),
    fallback: 'info',
  }),
} as const;

export type VariableName = keyof typeof variables;

/** What a variable's text is read into. */
export type ValueOf<N extends VariableName> = z.output<(typeof variables)[N]['schema']>;
