import { randomBytes } from 'node:crypto';
import { connect, type Socket } from 'node:net';

/** What came back, byte for byte; header names in small letters, the last of several. */
export type RawAnswer = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
};

export type RawTo = {
  readonly port: number;
  readonly host?: string;
  /** Loopback address from which the connection comes. */
  readonly from?: string;
};

/**
 * Sends exactly these bytes, as no client library would, and resolves with the first answer: as soon as its body is
 * whole, at its head where it says no length. `undefined` when the connection ended without one.
 */
export function askRaw(to: RawTo, sent: string | Buffer): Promise<RawAnswer | undefined> {
  return new Promise((resolve) => {
    let got = Buffer.alloc(0);
    const socket = openRaw(to);
    socket.write(sent);
    socket.on('data', (piece) => {
      got = Buffer.concat([got, piece]);
      const answer = answerIn(got);
      if (answer) {
        resolve(answer);
        socket.destroy();
      }
    });
    socket.on('close', () => resolve(undefined));
  });
}

export function openRaw({ port, host = '127.0.0.1', from }: RawTo): Socket {
  const socket = connect({ port, host, ...(from === undefined ? {} : { localAddress: from }) });
  return socket.on('error', () => socket.destroy());
}

export function answerIn(got: Buffer): RawAnswer | undefined {
  const end = got.indexOf('\r\n\r\n');
  if (end < 0) return undefined;
  const [first = '', ...lines] = got.subarray(0, end).toString('latin1').split('\r\n');
  const headers = Object.fromEntries(
    lines.map((line) => [line.slice(0, line.indexOf(':')).toLowerCase(), line.slice(line.indexOf(':') + 1).trim()]),
  );
  const length = Number(headers['content-length'] ?? 0);
  if (got.length < end + 4 + length) return undefined;
  const body = got.subarray(end + 4, end + 4 + length).toString();
  return { status: Number(/^HTTP\/1\.1 (\d{3}) /.exec(first)?.[1] ?? 0), headers, body };
}

/** A request with these header lines and nothing else. */
export const rawRequest = (line: string, headers: readonly string[], body = ''): string =>
  `${[`${line} HTTP/1.1`, ...headers].join('\r\n')}\r\n\r\n${body}`;

/** The lines that make a WebSocket of it. */
export const upgradeLines = (): readonly string[] => [
  'Connection: Upgrade',
  'Upgrade: websocket',
  'Sec-WebSocket-Version: 13',
  `Sec-WebSocket-Key: ${randomBytes(16).toString('base64')}`,
];

/** Requests that are sent before the first is answered: more than any browser, fewer than a rush ([CON2]). */
const ahead = 8;

/** The same request so many times on one connection, a few ahead; how often each status came, until it was closed. */
export function pourRaw(to: RawTo, request: string, times: number): Promise<ReadonlyMap<number, number>> {
  return new Promise((resolve) => {
    const statuses = new Map<number, number>();
    let answers = 0;
    let rest = Buffer.alloc(0);
    const socket = openRaw(to);
    socket.write(request.repeat(Math.min(ahead, times)));
    socket.on('data', (piece) => {
      rest = Buffer.concat([rest, piece]);
      for (let answer = answerIn(rest); answer; answer = answerIn(rest)) {
        statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1);
        rest = rest.subarray(rest.indexOf('\r\n\r\n') + 4 + Number(answer.headers['content-length'] ?? 0));
        if (++answers === times || answer.headers.connection === 'close') socket.destroy();
        else if (answers + ahead <= times) socket.write(request);
      }
    });
    socket.on('close', () => resolve(statuses));
  });
}
