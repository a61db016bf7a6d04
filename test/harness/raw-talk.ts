import { connect } from 'node:net';

/** Sends bytes as no client library would and answers all that comes back until the server, or the wait, has ended it. */
export function rawTalk(
  port: number,
  bytes: string | Buffer,
  waitMs = 30_000,
): Promise<{ text: string; ended: boolean }> {
  return new Promise((resolve) => {
    let text = '';
    const socket = connect(port, '127.0.0.1', () => socket.end(bytes));
    const done = (ended: boolean) => {
      clearTimeout(timer);
      socket.destroy();
      resolve({ text, ended });
    };
    const timer = setTimeout(() => done(false), waitMs);
    socket.setEncoding('latin1');
    socket.on('data', (piece: string) => {
      text += piece;
    });
    socket.on('error', () => undefined);
    socket.on('close', () => done(true));
  });
}
