import { scrubSecrets } from '../privacy/secrets.ts';
import type { Config, TelegramConfig } from './config.ts';
import { telegramApi, type ValueOf, type VariableName, variables } from './variables.ts';

export type ConfigResult =
  | { readonly ok: true; readonly config: Config }
  | { readonly ok: false /** One line each, fit to print as it is. */; readonly faults: readonly string[] };

type Values = { [N in VariableName]?: ValueOf<N> };

/**
 * Reads the configuration from an environment such as `process.env`. Unknown variables are ignored.
 * Every fault is one line that names the variable, what is wrong and what is allowed, and never holds
 * the value of a secret.
 */
export function readConfig(env: Readonly<Record<string, string | undefined>>): ConfigResult {
  const faults: string[] = [];
  const values: Values = {};
  for (const name of Object.keys(variables) as VariableName[]) readVariable(name, env, values, faults);

  const telegram = telegramFrom(values, faults);
  const rate = values.ANNOUNCE_RATE ?? 0;
  if (rate > 30 && values.ANNOUNCE_PAID === false && values.BOT_API_ROOT === telegramApi) {
    faults.push(
      'ANNOUNCE_RATE: is over 30 without ANNOUNCE_PAID, for which Telegram blocks bots; allowed: 1 to 30, or ANNOUNCE_PAID=on',
    );
  }
  if (faults.length > 0) return { ok: false, faults };

  const { HOST, PORT, DRAIN_SECONDS, DATABASE_URL, STAFF_IDS, ANNOUNCE_PAID, WEB_CHAT, WEB_ORIGINS } =
    values as Required<Values>;
  const config: Config = {
    telegram,
    http: { host: HOST, port: PORT, drainSeconds: DRAIN_SECONDS },
    database: DATABASE_URL,
    staffIds: [...new Set(STAFF_IDS)],
    staffChatId: values.STAFF_CHAT_ID ?? null,
    announce: { rate, paid: ANNOUNCE_PAID },
    web: { chat: WEB_CHAT, origins: [...new Set(WEB_ORIGINS.map((origin) => origin.toLowerCase()))] },
    questionRetentionDays: (values as Required<Values>).QUESTION_RETENTION_DAYS,
    logLevel: (values as Required<Values>).LOG_LEVEL,
  };
  return { ok: true, config: freezeDeep(config) };
}

function readVariable(
  name: VariableName,
  env: Readonly<Record<string, string | undefined>>,
  values: Values,
  faults: string[],
): void {
  const definition = variables[name];
  const given = env[name]?.trim() ?? '';
  const text = given === '' && 'fallback' in definition ? definition.fallback : given;
  if (text === '' && !('fallback' in definition)) return;
  const result = definition.schema.safeParse(text);
  if (result.success) {
    Object.assign(values, { [name]: result.data });
    return;
  }
  const fault = result.error.issues[0]?.message ?? 'is wrong';
  const shown = 'secret' in definition ? '' : `${JSON.stringify(shorten(scrubSecrets(given)))} `;
  faults.push(`${name}: ${shown}${fault}; allowed: ${definition.allowed}`);
}

/** Rules that join several variables: a webhook needs all of its parts, and polling none of them. */
function telegramFrom(values: Values, faults: string[]): TelegramConfig | null {
  const {
    BOT_TOKEN: token,
    BOT_API_ROOT: apiRoot,
    BOT_MODE: mode,
    WEBHOOK_URL: url,
    WEBHOOK_SECRET: secret,
  } = values;
  if (apiRoot === undefined || mode === undefined) return null;
  const official = apiRoot === telegramApi;
  const faultsBefore = faults.length;
  if (token !== undefined && official && !/^\d{6,16}:[A-Za-z0-9_-]{30,}$/.test(token)) {
    faults.push(`BOT_TOKEN: is too short for a token of Telegram; allowed: ${variables.BOT_TOKEN.allowed}`);
  }
  if (mode === 'webhook') {
    const already = (name: string) => faults.some((fault) => fault.startsWith(`${name}:`));
    if (token === undefined && !already('BOT_TOKEN')) {
      faults.push(`BOT_TOKEN: is missing, but BOT_MODE is webhook; allowed: ${variables.BOT_TOKEN.allowed}`);
    }
    if (url === undefined && !already('WEBHOOK_URL')) {
      faults.push(
        `WEBHOOK_URL: is missing, but BOT_MODE is webhook; allowed: ${variables.WEBHOOK_URL.allowed}`,
      );
    }
    if (secret === undefined && !already('WEBHOOK_SECRET')) {
      faults.push(
        `WEBHOOK_SECRET: is missing, but BOT_MODE is webhook; allowed: ${variables.WEBHOOK_SECRET.allowed}`,
      );
    }
    // Telegram itself calls only https; a Bot API server of one's own may call plain http.
    if (url !== undefined && official && !url.startsWith('https://')) {
      faults.push(`WEBHOOK_URL: does not begin with https://; allowed: ${variables.WEBHOOK_URL.allowed}`);
    }
  }
  if (token === undefined || faults.length > faultsBefore) return null;
  if (mode === 'polling') return { mode, token, apiRoot };
  return url !== undefined && secret !== undefined ? { mode, token, apiRoot, url, secret } : null;
}

const shorten = (text: string) => (text.length > 60 ? `${text.slice(0, 60)}…` : text);

function freezeDeep<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    Object.values(value).forEach(freezeDeep);
  }
  return value;
}
