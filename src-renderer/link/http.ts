export type HttpRequest = {
  readonly method: 'GET' | 'POST' | 'PATCH';
  /** Below `/api/v1`. */
  readonly path: string;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
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
  return async ({ method, path, body, headers }) => {
    try {
      const response = await fetch(`/api/v1${path}`, {
        method,
        headers: { ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...headers },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        credentials: 'same-origin',
        cache: 'no-store',
        signal: AbortSignal.timeout(answerWithinMs),
      });
      return { kind: 'answer', status: response.status, body: readJson(await response.text()) };
    } catch {
      return { kind: 'unreachable' };
    }
  };
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
