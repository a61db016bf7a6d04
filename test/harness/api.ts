import { rememberSecret, rememberSecretsIn } from './sent-secrets.ts';

/** A plain HTTP client of the API, as a POS would have one: nothing of ours but the address and the token. */
export type Api = {
  readonly url: string;
  readonly token: string;
  call(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<ApiAnswer>;
  /** Posts an order of one burger unless told otherwise. */
  order(order?: Record<string, unknown>, headers?: Record<string, string>): Promise<ApiAnswer>;
};

export type ApiAnswer = {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  readonly json: any;
};

export const burger = { name: 'Burger', unit_price: 12.5, quantity: 1 };

export async function signIn(url: string, password: string, username = 'admin'): Promise<Api> {
  const answer = await send(url, '', 'POST', '/auth/login', { username, password }, {});
  if (answer.status !== 200) throw new Error(`login answered ${answer.status}: ${answer.text}`);
  return apiFor(url, answer.json.access_token);
}

export function apiFor(url: string, token: string): Api {
  const call: Api['call'] = (method, path, body, headers = {}) => send(url, token, method, path, body, headers);
  return {
    url,
    token,
    call,
    order: (order = {}, headers) => call('POST', '/orders', { type: 'takeaway', items: [burger], ...order }, headers),
  };
}

async function send(
  url: string,
  token: string,
  method: string,
  path: string,
  body: unknown,
  headers: Record<string, string>,
): Promise<ApiAnswer> {
  rememberSecret(url, token);
  rememberSecretsIn(url, body, path);
  const response = await fetch(`${url}/api/v1${path}`, {
    method,
    headers: {
      ...(token ? { authorization: `Bearer ${token}` } : {}),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
  const text = await response.text();
  const isJson = /json/.test(response.headers.get('content-type') ?? '');
  const json = isJson ? JSON.parse(text) : undefined;
  rememberSecretsIn(url, json, path);
  return { status: response.status, headers: response.headers, text, json };
}
