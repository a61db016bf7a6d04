export type HttpRequest = {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Below `/api/v1`. */
  readonly path: string;
  readonly body?: unknown;
  /** Goes as it is, in place of a body. */
  readonly file?: Blob;
  readonly headers?: Readonly<Record<string, string>>;
  /** Longer waiting for the answer is in vain. */
  readonly limitMs?: number;
  /** The answer is not waited for any more; the request may have arrived. */
  readonly abort?: AbortSignal;
  /** Goes out even if the page is being left. */
  readonly keepalive?: boolean;
};

/** `unreachable`: no answer of the kitchen's came, and nobody knows whether the request arrived. */
export type HttpAnswer =
  | { readonly kind: 'answer'; readonly status: number; readonly body: unknown }
  | { readonly kind: 'unreachable' };

/** One request to our own server; never throws. */
export type SendHttp = (request: HttpRequest) => Promise<HttpAnswer>;

/** Longer than a busy server needs, shorter than a cook's patience with a dead one. */
const answerWithinMs = 10_000;
/**
 * Browsers open six connections to a server, and in a black hole each request keeps one for its whole time. Some must
 * be left for the stream, and for asking whether the server is back.
 */
const mostWritesAtOnce = 3;

export function createHttp(fetch: typeof globalThis.fetch): SendHttp {
  const inTurn = createTurns(mostWritesAtOnce);
  const send = sendBy(fetch);
  return (request) => (request.method === 'GET' || request.keepalive ? send(request) : inTurn(() => send(request)));
}

function sendBy(fetch: typeof globalThis.fetch): SendHttp {
  return async ({ method, path, body, file, headers, keepalive, limitMs = answerWithinMs, abort }) => {
    try {
      const response = await fetch(`/api/v1${path}`, {
        method,
        headers: { ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...headers },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        ...(file ? { body: file } : {}),
        credentials: 'same-origin',
        cache: 'no-store',
        // The kitchen never sends anybody elsewhere; the sign-in page of a guest network does.
        redirect: 'error',
        ...(keepalive ? { keepalive } : {}),
        signal: anyOf(AbortSignal.timeout(limitMs), abort),
      });
      return await readAnswer(response);
    } catch {
      return { kind: 'unreachable' };
    }
  };
}

/**
 * Throws when the answer breaks off. All that the kitchen says is JSON or nothing (204); a page of something in
 * between, whatever its status, is no answer ([ANS1]).
 */
export async function readAnswer(response: Response, heard: () => void = nothing): Promise<HttpAnswer> {
  const text = await readText(response, heard);
  if (response.status === 204) return { kind: 'answer', status: 204, body: undefined };
  const body = readJson(text);
  return body === undefined ? { kind: 'unreachable' } : { kind: 'answer', status: response.status, body };
}

/** `heard`: the head has come, or a piece of the body: on a slow network long before all of it. */
async function readText(response: Response, heard: () => void): Promise<string> {
  heard();
  const pieces = response.body?.getReader();
  if (!pieces) return response.text();
  const decoder = new TextDecoder();
  let text = '';
  for (let piece = await pieces.read(); !piece.done; piece = await pieces.read()) {
    heard();
    text += decoder.decode(piece.value, { stream: true });
  }
  return text + decoder.decode();
}

function nothing(): void {
  // Who waits for the whole does not ask for its pieces.
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** `AbortSignal.any` is younger than the tablets of many a kitchen. */
function anyOf(limit: AbortSignal, other: AbortSignal | undefined): AbortSignal {
  if (!other) return limit;
  const any = new AbortController();
  for (const signal of [limit, other]) {
    if (signal.aborted) any.abort();
    else signal.addEventListener('abort', () => any.abort(), { once: true });
  }
  return any.signal;
}

/** At most so many under way; the others wait, first come first served. */
function createTurns(mostAtOnce: number): <Value>(run: () => Promise<Value>) => Promise<Value> {
  const waiting: (() => void)[] = [];
  let underWay = 0;
  return async (run) => {
    if (underWay < mostAtOnce) underWay++;
    else await new Promise<void>((go) => waiting.push(go));
    try {
      return await run();
    } finally {
      const next = waiting.shift();
      if (next) next();
      else underWay--;
    }
  };
}
