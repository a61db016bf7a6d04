import { get, type IncomingMessage } from 'node:http';
import { createFrameShelf, type FrameShelf } from './frame-shelf.ts';
import { rememberSecret } from './sent-secrets.ts';

/** A bare reader of server-sent events, as curl would be one: keeps every frame with its `id`, in order. */
export type EventReader = Pick<FrameShelf, 'frames' | 'until' | 'events'> & {
  readonly ids: readonly (string | undefined)[];
  /** Everything before the first event and between the lines, as it came. */
  text(): string;
  /** Resolves when the server has ended the stream. */
  readonly ended: Promise<void>;
  readonly response: IncomingMessage;
  close(): void;
};

/** Resolves with the reader, or with the status when there is no stream. */
export function readEvents(
  url: string,
  path: string,
  headers: Record<string, string> = {},
): Promise<EventReader | { readonly status: number }> {
  if (headers.authorization) rememberSecret(url, headers.authorization.replace(/^Bearer /, ''));
  return new Promise((resolve, reject) => {
    const request = get(`${url}/api/v1${path}`, { headers, agent: false }, (response) => {
      if (response.statusCode === 200) return resolve(readerOf(response, () => request.destroy()));
      response.resume();
      response.on('end', () => resolve({ status: response.statusCode ?? 0 }));
    });
    request.on('error', reject);
  });
}

/** As above, when there must be a stream. */
export async function followEvents(...args: Parameters<typeof readEvents>): Promise<EventReader> {
  const reader = await readEvents(...args);
  if ('status' in reader) throw new Error(`the stream answered ${reader.status}`);
  return reader;
}

function readerOf(response: IncomingMessage, close: () => void): EventReader {
  const shelf = createFrameShelf();
  const ids: (string | undefined)[] = [];
  let rest = '';
  let all = '';
  response.setEncoding('utf8');
  response.on('error', () => undefined);
  response.on('data', (chunk: string) => {
    all += chunk;
    const blocks = (rest + chunk).split('\n\n');
    rest = blocks.pop() ?? '';
    for (const block of blocks) take(block);
  });
  const ended = new Promise<void>((resolve) => response.on('close', resolve));

  function take(block: string): void {
    const lines = block.split('\n');
    const data = lines.find((line) => line.startsWith('data: '));
    if (data === undefined) return;
    ids.push(lines.find((line) => line.startsWith('id: '))?.slice(4));
    shelf.put(JSON.parse(data.slice(6)));
  }

  ended.then(() => shelf.end('the stream ended'));
  return { ...shelf, ids, text: () => all, ended, response, close };
}
