export type HttpRequest = {
  readonly method: 'GET' | 'POST' | 'PATCH';
  /** Below `/api/v1`. */
  readonly path: string;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  /** Goes out even if the page is being left. */
  readonly keepalive?: boolean;
};

/** `unreachable`: no answer came, and nobody knows whether the request arrived. */
export type HttpAnswer =
  | { readonly kind: 'answer'; readonly status: number; readonly body: unknown }
  | { readonly kind: 'unreachable' };

/** One request to our own server; never throws. */
export type SendHttp = (request: HttpRequest) => Promise<HttpAnswer>;

/** Longer than a busy server needs, shorter than a cook's patience with a dead one. */
const answerWithinMs = 10_000;

export function createHttp(fetch: typeof globalThis.fetch): SendHttp {
  return async ({ method, path, body, headers, keepalive }) => {
    try {
      const response = await fetch(`/api/v1${path}`, {
        method,
        headers: { ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...headers },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        credentials: 'same-origin',
        cache: 'no-store',
        ...(keepalive ? { keepalive } : {}),
        signal: AbortSignal.timeout(answerWithinMs),
      });
      return await readAnswer(response);
    } catch {
      return { kind: 'unreachable' };
    }
  };
}

/** Throws when the answer breaks off. */
export async function readAnswer(response: Response): Promise<HttpAnswer> {
  return { kind: 'answer', status: response.status, body: readJson(await response.text()) };
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
