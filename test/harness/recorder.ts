import WebSocket from 'ws';
import { createFrameShelf, type FrameShelf } from './frame-shelf.ts';
import { rememberSecret, rememberSecretsInText } from './sent-secrets.ts';

type Frame = any;

/** A live stream that keeps every frame it was sent, in order. */
export type Recorder = Pick<FrameShelf, 'frames' | 'until' | 'events'> & {
  readonly closed: Promise<{ readonly code: number; readonly reason: string }>;
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
  if (token) rememberSecret(url, token);
  const socket = new WebSocket(`${url.replace('http', 'ws')}${path}`, {
    headers: { ...(token ? { authorization: `Bearer ${token}` } : {}), ...headers },
  });
  const shelf = createFrameShelf();
  socket.on('message', (data) => {
    const frame = JSON.parse(String(data));
    onFrame(frame);
    shelf.put(frame);
  });
  socket.on('error', () => undefined);
  const closed = new Promise<{ code: number; reason: string }>((resolve) => {
    socket.on('close', (code, reason) => resolve({ code, reason: String(reason) }));
  });
  closed.then(({ code }) => shelf.end(`closed with ${code}`));
  return {
    ...shelf,
    closed,
    send: (text) => {
      rememberSecretsInText(url, String(text));
      socket.send(text);
    },
    close: () => socket.close(),
  };
}

export const isLive = (frame: Frame): boolean => frame.type === 'live';
