import { broken, hostileText, hostileValue, marker, mutated, pick, type Random } from './values.ts';

/** One request to the product's web server. */
export interface FuzzRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

const json = (body: unknown): Pick<FuzzRequest, 'headers' | 'body'> => ({
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(body),
});

/** Few, so that a guide begun by one update meets the next. */
export const people: readonly number[] = Array.from({ length: 40 }, (_, index) => 600_000 + index);

/** Updates as Telegram sends them, to be spoilt. */
function update(random: Random, id: number): Record<string, unknown> {
  const from = {
    id: pick(random, people),
    is_bot: false,
    first_name: marker,
    username: marker,
    language_code: pick(random, ['kk', 'ru', 'en', 'kk-Arab', 'xx']),
  };
  const chat = { id: from.id, type: 'private', first_name: marker };
  const text = hostileText(random);
  const message = { message_id: id, date: 1_780_000_000, chat, from, text };
  const code = pick(random, [
    '1:e:kandas.documents',
    '1:fg:1',
    '1:g',
    '1:gs:kandas:0:0',
    '1:t',
    '1:fb:x:1',
    text,
  ]);
  return pick<Record<string, unknown>>(random, [
    { update_id: id, message },
    { update_id: id, message: { ...message, entities: [{ type: 'bot_command', offset: 0, length: 6 }] } },
    { update_id: id, message: { ...message, entities: [{ type: 'mention', offset: 3, length: 1e9 }] } },
    { update_id: id, message: { ...message, text: undefined, photo: [{}], caption: text } },
    {
      update_id: id,
      message: { ...message, chat: { id: -1_000_000_005, type: 'supergroup', title: marker } },
    },
    { update_id: id, message: { ...message, reply_to_message: { ...message, text: undefined } } },
    { update_id: id, callback_query: { id: String(id), from, chat_instance: '1', data: code, message } },
    { update_id: id, callback_query: { id: String(id), from, inline_message_id: 'x', data: code } },
    { update_id: id, inline_query: { id: String(id), from, query: text, offset: '' } },
    {
      update_id: id,
      my_chat_member: {
        chat,
        from,
        date: 1,
        old_chat_member: { status: 'member', user: from },
        new_chat_member: { status: pick(random, ['kicked', 'member', marker]), user: from },
      },
    },
  ]);
}

/** An update by webhook: sound, spoilt, broken, or forged. */
export function fuzzUpdate(random: Random, id: number, secret: string): FuzzRequest {
  const sound = update(random, id);
  const drawn = random();
  const body =
    drawn < 0.3
      ? JSON.stringify(sound)
      : drawn < 0.85
        ? JSON.stringify(mutated(random, sound))
        : drawn < 0.95
          ? broken(random, JSON.stringify(sound))
          : JSON.stringify(hostileValue(random));
  return {
    method: 'POST',
    path: '/telegram/webhook',
    headers: {
      'content-type': random() < 0.97 ? 'application/json' : 'text/plain',
      'x-telegram-bot-api-secret-token': random() < 0.97 ? secret : 'forged',
    },
    body,
  };
}

const paths = [
  '/',
  '/chat',
  '/api/messages',
  '/api/history',
  '/a/kandas.documents',
  '/assets/chat.js',
  '/healthz',
  '/readyz',
  '/metrics',
  '/favicon.ico',
  '/%00',
  '/%ff%fe',
  '/..%2f..%2fetc%2fpasswd',
  '/a/..%2f..%2fpackage.json',
  '/a/__proto__',
  `/a/${'x'.repeat(3000)}`,
  `/?lang=kk-Arab&q=${encodeURIComponent('қандас')}`,
  '/?lang[]=kk&q[]=1',
  `/?q=${'%D2%9B'.repeat(800)}`,
];

/** A request to the page, its API or anything beside them. */
export function fuzzHttp(random: Random): FuzzRequest {
  const method = pick(random, ['GET', 'POST', 'POST', 'POST', 'DELETE', 'PUT', 'PATCH', 'HEAD', 'OPTIONS']);
  const post = method !== 'GET' && method !== 'HEAD';
  const path = post && random() < 0.7 ? pick(random, ['/api/messages', '/chat']) : pick(random, paths);
  const headers = {
    'accept-language': pick(random, ['kk', 'ru-RU', '*', '\u00ff'.repeat(300), 'kk-Arab;q=zz']),
    cookie: pick(random, [
      'bagdar=x',
      `bagdar=${'y'.repeat(43)}`,
      'bagdar_lang=__proto__',
      '=;;=',
      'bagdar=%00%ff',
    ]),
    accept: pick(random, ['text/html', 'application/json', '*/*', '']),
    'x-forwarded-for': `10.${Math.floor(random() * 256)}.${Math.floor(random() * 256)}.1`,
  };
  if (!post) return { method, path, headers };
  const input = pick<unknown>(random, [
    { text: hostileText(random) },
    { action: hostileText(random) },
    { command: pick(random, ['start', 'help', 'guide', 'privacy', 'delete_me', 'announce', '__proto__']) },
    hostileValue(random),
  ]);
  const sound = json(random() < 0.5 ? input : mutated(random, input));
  const drawn = random();
  if (drawn < 0.6) return { method, path, headers: { ...headers, ...sound.headers }, body: sound.body ?? '' };
  if (drawn < 0.75) {
    return {
      method,
      path,
      headers: { ...headers, ...sound.headers },
      body: broken(random, sound.body || '{}'),
    };
  }
  const type = pick(random, [
    'application/x-www-form-urlencoded',
    'multipart/form-data',
    'text/plain',
    'x',
    '',
  ]);
  return {
    method,
    path,
    headers: { ...headers, 'content-type': type },
    body: `text=${encodeURIComponent(hostileText(random).toWellFormed())}&action=&text=2&a[b]=c`,
  };
}
