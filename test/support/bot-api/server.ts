import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createFaults, type Fault, wait } from './faults.ts';
import { methods } from './methods.ts';
import { createRate, type RateLimits } from './rate.ts';
import { createState, type FakeChat, openChat, type Params, Refusal, type State } from './state.ts';
import { createUser, type FakeUser } from './user.ts';

export const fakeToken = '7000000001:AAFakeFakeFakeFakeFakeFakeFakeFakeFake';

/** One call as it arrived. */
export interface Call {
  readonly method: string;
  readonly params: Params;
  /** Milliseconds of the fake's clock. */
  readonly at: number;
  /** HTTP-like code of the answer; 0 = the line was cut or left hanging. */
  code: number;
  /** Which of several programs called: they are given the root with `/via-NAME` behind it. */
  readonly via: string;
  /** The call took effect, whatever the caller was told. */
  effect: boolean;
}

export interface BotApiOptions {
  readonly token?: string;
  readonly username?: string;
  readonly limits?: RateLimits;
  readonly now?: () => number;
  /** Decides for each call whether and how it fails, beside faults added one by one. */
  readonly chaos?: (method: string) => Fault | undefined;
}

/**
 * Telegram's Bot API as a program sees it: a real HTTP server on loopback, to be given as `BOT_API_ROOT`. Refuses what
 * Telegram refuses, fails as told, and lets tests be the people on the other side.
 */
export interface FakeBotApi {
  readonly root: string;
  readonly token: string;
  readonly state: State;
  readonly calls: readonly Call[];
  user(id: number, language?: string): FakeUser;
  group(id: number): FakeChat;
  /** Lets calls of a method (`*` = any but getUpdates) fail. */
  fail(method: string, fault: Fault, times?: number): void;
  /** Adds any update, malformed ones too. Returns its id. */
  push(update: Readonly<Record<string, unknown>>): number;
  callsOf(method: string): readonly Call[];
  /** Waits until something is there; looks again after every call. */
  until<T>(look: () => T | undefined, what?: string): Promise<T>;
  /** All updates were fetched and acknowledged. */
  drained(): Promise<void>;
  /** From now on the token is refused. */
  revoke(): void;
  close(): Promise<void>;
}

/** How long a test waits for the bot before it fails. Only reached when something is broken. */
const patience = 15_000;

export async function startBotApi(options: BotApiOptions = {}): Promise<FakeBotApi> {
  const now = options.now ?? Date.now;
  const token = options.token ?? fakeToken;
  const state = createState(options.username ?? 'bagdar_test_bot', now);
  const faults = createFaults();
  const rate = createRate(options.limits, now);
  const calls: Call[] = [];
  const watchers = new Set<() => void>();
  let revoked = false;
  /** Ends the call of getUpdates that is being held. */
  let release: ((conflict: boolean) => void) | undefined;

  const changed = (): void => {
    for (const watcher of [...watchers]) watcher();
  };
  const until = <T>(look: () => T | undefined, what = 'what the test waits for'): Promise<T> =>
    new Promise((resolve, reject) => {
      const check = (): boolean => {
        const value = look();
        if (value === undefined) return false;
        clearTimeout(timer);
        watchers.delete(check);
        resolve(value);
        return true;
      };
      const timer = setTimeout(() => {
        watchers.delete(check);
        const last = calls.slice(-5).map(({ method, code }) => `${method} ${code}`);
        reject(new Error(`${what} did not come; last calls: ${last.join(', ')}`));
      }, patience);
      if (!check()) watchers.add(check);
    });
  const push: FakeBotApi['push'] = (update) => {
    const id = state.nextUpdate;
    state.nextUpdate += 1;
    state.updates.push({ update_id: id, ...update });
    release?.(false);
    return id;
  };

  const getUpdates = async (params: Params, request: IncomingMessage): Promise<unknown> => {
    if (state.webhook !== null) {
      throw new Refusal(
        409,
        "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first",
      );
    }
    release?.(true);
    const offset = Number(params.offset ?? 0);
    const kept = state.updates.filter((update) => update.update_id >= offset);
    state.updates.splice(0, state.updates.length, ...kept);
    changed();
    const seconds = Number(params.timeout ?? 0);
    if (state.updates.length === 0 && seconds > 0) {
      const conflict = await new Promise<boolean>((resolve) => {
        const timer = setTimeout(() => end(false), seconds * 1000);
        const gone = (): void => end(false);
        const end = (taken: boolean): void => {
          clearTimeout(timer);
          request.socket.off('close', gone);
          if (release === end) release = undefined;
          resolve(taken);
        };
        release = end;
        request.socket.once('close', gone);
      });
      if (conflict) {
        throw new Refusal(
          409,
          'Conflict: terminated by other getUpdates request; make sure that only one bot instance is running',
        );
      }
    }
    return state.updates.slice(0, Number(params.limit ?? 100));
  };

  const answer = async (method: string, params: Params, request: IncomingMessage): Promise<unknown> => {
    if (method === 'getUpdates') return await getUpdates(params, request);
    const handler = Object.entries(methods).find(
      ([name]) => name.toLowerCase() === method.toLowerCase(),
    )?.[1];
    if (handler === undefined) throw new Refusal(404, 'Not Found: method not found');
    return handler(state, params, rate);
  };

  const serve = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const [, via = '', bot, method = ''] =
      /^(?:\/via-(\w+))?\/bot([^/]+)\/(\w+)/u.exec(request.url ?? '') ?? [];
    const params = await readParams(request);
    const call: Call = { method, params, at: now(), code: 0, via, effect: false };
    calls.push(call);
    const reply = (code: number, body: unknown): void => {
      call.code = code;
      response.writeHead(code, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    };
    if (bot !== token || revoked) {
      reply(401, { ok: false, error_code: 401, description: 'Unauthorized' });
      return;
    }
    const fault = faults.take(method) ?? options.chaos?.(method);
    if (fault?.kind === 'hang') return;
    if (fault?.kind === 'cut' && fault.when === 'before') {
      request.socket.destroy();
      return;
    }
    const page = (status: number): void => {
      call.code = status;
      response
        .writeHead(status, { 'content-type': 'text/html' })
        .end('<html><h1>502 Bad Gateway</h1></html>');
    };
    if (fault?.kind === 'page' && fault.when !== 'after') {
      page(fault.status);
      return;
    }
    if (fault?.kind === 'slow') await wait(fault.ms);
    try {
      if (fault?.kind === 'flood') {
        throw new Refusal(429, `Too Many Requests: retry after ${fault.retryAfter}`, {
          retry_after: fault.retryAfter,
        });
      }
      if (fault?.kind === 'error') throw new Refusal(fault.code, fault.description);
      const result = await answer(method, params, request);
      call.effect = true;
      if (fault?.kind === 'page') {
        page(fault.status);
        return;
      }
      if (fault?.kind === 'cut') {
        request.socket.destroy();
        return;
      }
      reply(200, { ok: true, result });
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      const { code, message: description, parameters } = error;
      reply(code, { ok: false, error_code: code, description, ...(parameters ? { parameters } : {}) });
    }
  };

  const server = createServer((request, response) => {
    serve(request, response)
      .catch((error: unknown) =>
        response
          .writeHead(500)
          .end(JSON.stringify({ ok: false, error_code: 500, description: String(error) })),
      )
      .finally(changed);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;

  return {
    root: `http://127.0.0.1:${port}`,
    token,
    state,
    calls,
    user: (id, language) => createUser(id, language, { state, push, until }),
    group: (id) => openChat(state, id, 'supergroup'),
    fail: (method, fault, times) => faults.add(method, fault, times),
    push,
    callsOf: (method) => calls.filter((call) => call.method === method),
    until,
    drained: async () => {
      await until(() => (state.updates.length === 0 ? true : undefined), 'the end of the updates');
    },
    revoke: () => {
      revoked = true;
      release?.(false);
    },
    close: () =>
      new Promise((resolve) => {
        release?.(false);
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** Parameters from JSON, a form or a multipart form; files become their name, size and content. */
async function readParams(request: IncomingMessage): Promise<Params> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const query = Object.fromEntries(new URL(request.url ?? '/', 'http://loopback').searchParams);
  if (chunks.length === 0) return query;
  const type = request.headers['content-type'] ?? '';
  const body = Buffer.concat(chunks);
  if (type.startsWith('application/json')) return { ...query, ...(JSON.parse(body.toString()) as Params) };
  const form = await new Response(new Uint8Array(body), { headers: { 'content-type': type } }).formData();
  const files = new Map<string, FakeFile>();
  const fields: Record<string, unknown> = { ...query };
  for (const [name, value] of form) {
    if (typeof value === 'string') fields[name] = parsed(value);
    else files.set(name, await fileOf(value));
  }
  for (const [name, value] of Object.entries(fields)) {
    const attached =
      typeof value === 'string' && value.startsWith('attach://') ? files.get(value.slice(9)) : undefined;
    if (attached !== undefined) fields[name] = attached;
  }
  for (const [name, file] of files) fields[name] ??= file;
  return fields;
}

/** A file as it was uploaded. */
export interface FakeFile {
  readonly name: string;
  readonly size: number;
  readonly bytes: Buffer;
}

async function fileOf(file: File): Promise<FakeFile> {
  return { name: file.name, size: file.size, bytes: Buffer.from(await file.arrayBuffer()) };
}

/** Form fields carry objects, lists and booleans as JSON; a text stays a text. */
function parsed(value: string): unknown {
  if (!/^([[{]|true$|false$)/u.test(value)) return value;
  try {
    return JSON.parse(value);
  } catch {
    return value;
  }
}
