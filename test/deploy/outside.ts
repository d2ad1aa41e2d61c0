import { Agent, type RequestOptions, request } from 'node:https';

/** An answer as it came through the proxy. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
}

/** Somebody on the internet: reaches the site by its name, trusts its certificate, keeps cookies as a browser does. */
export interface Outsider {
  get(path: string, headers?: Readonly<Record<string, string>>): Promise<Answer>;
  post(path: string, body: string, headers?: Readonly<Record<string, string>>): Promise<Answer>;
}

export interface Site {
  readonly domain: string;
  /** The address the proxy is reached at. */
  readonly at: string;
  /** The certificate of whoever signed the site's. */
  readonly ca: string;
}

/** @param from the address to come from, when this machine has several */
export function outsider({ domain, at, ca }: Site, from?: string): Outsider {
  const agent = new Agent({ keepAlive: true, maxSockets: 20 });
  const cookies = new Map<string, string>();
  const call = (
    method: string,
    path: string,
    body: string | undefined,
    headers: Readonly<Record<string, string>>,
  ): Promise<Answer> =>
    new Promise((resolve, reject) => {
      const options: RequestOptions = {
        host: at,
        servername: domain,
        ca,
        agent,
        path,
        method,
        ...(from === undefined ? {} : { localAddress: from }),
        headers: {
          host: domain,
          ...(cookies.size > 0 ? { cookie: [...cookies].map((pair) => pair.join('=')).join('; ') } : {}),
          ...(body === undefined
            ? {}
            : { 'content-type': 'application/json', 'content-length': String(Buffer.byteLength(body)) }),
          ...headers,
        },
      };
      const sent = request(options, (response) => {
        for (const cookie of response.headers['set-cookie'] ?? []) {
          const [, name = '', value = ''] = /^([^=]+)=([^;]*)/u.exec(cookie) ?? [];
          cookies.set(name, value);
        }
        let text = '';
        response.setEncoding('utf8');
        response.on('data', (chunk: string) => {
          text += chunk;
        });
        response.on('error', reject);
        response.on('end', () =>
          resolve({ status: response.statusCode ?? 0, headers: response.headers, body: text }),
        );
      });
      sent.on('error', reject);
      sent.end(body);
    });
  return {
    get: (path, headers = {}) => call('GET', path, undefined, headers),
    post: (path, body, headers = {}) => call('POST', path, body, headers),
  };
}
