import WebSocket from 'ws';

type Frame = any;

/** A live stream that keeps every frame it was sent, in order. */
export type Recorder = {
  readonly frames: readonly Frame[];
  readonly closed: Promise<{ readonly code: number; readonly reason: string }>;
  /** The first frame that fits, whether it has come already or comes yet. */
  until(fits: (frame: Frame) => boolean): Promise<Frame>;
  /** Events of all kinds of frames, flattened. */
  events(): Frame[];
  send(text: string | Buffer): void;
  close(): void;
};

export function record(
  url: string,
  token: string | undefined,
  query = '',
  headers: Record<string, string> = {},
  onFrame: (frame: Frame) => void = () => undefined,
): Recorder {
  return recordAt(url, `/ws/orders/live${query}`, token, headers, onFrame);
}

/** The same for any stream. */
export function recordAt(
  url: string,
  path: string,
  token: string | undefined,
  headers: Record<string, string> = {},
  onFrame: (frame: Frame) => void = () => undefined,
): Recorder {
  const socket = new WebSocket(`${url.replace('http', 'ws')}${path}`, {
    headers: { ...(token ? { authorization: `Bearer ${token}` } : {}), ...headers },
  });
  const frames: Frame[] = [];
  const waiting = new Set<() => void>();
  socket.on('message', (data) => {
    const frame = JSON.parse(String(data));
    onFrame(frame);
    frames.push(frame);
    for (const look of [...waiting]) look();
  });
  socket.on('error', () => undefined);
  const closed = new Promise<{ code: number; reason: string }>((resolve) => {
    socket.on('close', (code, reason) => resolve({ code, reason: String(reason) }));
  });

  function until(fits: (frame: Frame) => boolean): Promise<Frame> {
    return new Promise((resolve, reject) => {
      const look = () => {
        const found = frames.find(fits);
        if (found === undefined) return;
        waiting.delete(look);
        resolve(found);
      };
      waiting.add(look);
      look();
      closed.then(({ code }) => reject(new Error(`closed with ${code} before the awaited frame came`)));
    });
  }

  return {
    frames,
    closed,
    until,
    events: () =>
      frames.flatMap((frame) =>
        frame.type === 'events'
          ? frame.events
          : 'seq' in frame && 'epoch' in frame && frame.type !== 'live'
            ? [frame]
            : [],
      ),
    send: (text) => socket.send(text),
    close: () => socket.close(),
  };
}

export const isLive = (frame: Frame): boolean => frame.type === 'live';
