import { get, type IncomingMessage } from 'node:http';

type Frame = any;

/** A bare reader of server-sent events, as curl would be one: keeps every frame with its `id`, in order. */
export type EventReader = {
  readonly frames: readonly Frame[];
  readonly ids: readonly (string | undefined)[];
  /** Everything before the first event and between the lines, as it came. */
  text(): string;
  until(fits: (frame: Frame) => boolean): Promise<Frame>;
  /** Events of the log alone. */
  events(): Frame[];
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
  const frames: Frame[] = [];
  const ids: (string | undefined)[] = [];
  const waiting = new Set<() => void>();
  let rest = '';
  let all = '';
  response.setEncoding('utf8');
  response.on('error', () => undefined);
  response.on('data', (chunk: string) => {
    all += chunk;
    const blocks = (rest + chunk).split('\n\n');
    rest = blocks.pop() ?? '';
    for (const block of blocks) take(block);
    for (const look of [...waiting]) look();
  });
  const ended = new Promise<void>((resolve) => response.on('close', resolve));

  function take(block: string): void {
    const lines = block.split('\n');
    const data = lines.find((line) => line.startsWith('data: '));
    if (data === undefined) return;
    frames.push(JSON.parse(data.slice(6)));
    ids.push(lines.find((line) => line.startsWith('id: '))?.slice(4));
  }

  return {
    frames,
    ids,
    text: () => all,
    ended,
    response,
    close,
    events: () => frames.filter((frame) => 'seq' in frame && 'epoch' in frame && frame.type !== 'live'),
    until: (fits) =>
      new Promise((resolve, reject) => {
        const look = () => {
          const found = frames.find(fits);
          if (found === undefined) return;
          waiting.delete(look);
          resolve(found);
        };
        waiting.add(look);
        look();
        ended.then(() => reject(new Error('the stream ended before the awaited frame came')));
      }),
  };
}
