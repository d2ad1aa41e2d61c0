import type { DatabaseAddress } from '../store/url.ts';

/** How the bot receives updates. */
export type TelegramConfig =
  | { readonly mode: 'polling'; readonly token: string; readonly apiRoot: string }
  | {
      readonly mode: 'webhook';
      readonly token: string;
      readonly apiRoot: string;
      /** Full public address, path included. */
      readonly url: string;
      /** Expected in the header `X-Telegram-Bot-Api-Secret-Token`. */
      readonly secret: string;
    };

export const logLevels = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;
export type LogLevel = (typeof logLevels)[number];

/** Everything the environment decides. Deeply frozen. */
export interface Config {
  /** `null`: no `BOT_TOKEN`, the web chat runs alone. */
  readonly telegram: TelegramConfig | null;
  readonly http: {
    readonly host: string;
    /** 0 = any free port. */
    readonly port: number;
    /** How long a stop goes on serving while `/readyz` already says no. */
    readonly drainSeconds: number;
  };
  readonly database: DatabaseAddress;
  /** Telegram user ids of the first administrators. */
  readonly staffIds: readonly string[];
  /** Telegram id of the operators' group. */
  readonly staffChatId: string | null;
  readonly announce: {
    /** Messages a second. */
    readonly rate: number;
    readonly paid: boolean;
  };
  readonly web: {
    readonly chat: boolean;
    /** Origins (`https://host[:port]`) that may embed the chat. */
    readonly origins: readonly string[];
  };
  readonly questionRetentionDays: number;
  readonly logLevel: LogLevel;
}
