import { once } from 'node:events';
import { createServer, type Server, type Socket } from 'node:net';
import { printerPorts } from '../../src-shared/protocol/printer-words.ts';
import { decodeSlips } from './escpos-text.ts';

/**
 * How a printer is: `prints` and says so; `mute` prints and says nothing, as the cheap ones do; `hangs` takes everything
 * and never answers or hangs up; `cuts` the line in the middle of a slip; what else it says keeps it from printing.
 */
export type SinkMood = 'prints' | 'mute' | 'hangs' | 'cuts' | 'paper-out' | 'cover-open' | 'forgets-paper';

/** A network printer: a real TCP server that reads ESC/POS as a printer does. */
export type PrinterSink = {
  readonly port: number;
  /** What has come out, slip by slip, as text. */
  slips(): readonly string[];
  /** All bytes that came, but for the questions how it is. */
  bytes(): Buffer;
  connections(): number;
  becomes(mood: SinkMood): void;
  /** Off, and on again at the same address. */
  off(): Promise<void>;
  on(): Promise<void>;
  close(): Promise<void>;
};

export async function openPrinter(mood: SinkMood = 'prints'): Promise<PrinterSink> {
  const taken: Buffer[] = [];
  const slips: string[] = [];
  const open = new Set<Socket>();
  let now = mood;
  let connections = 0;
  let server: Server | undefined;

  function answer(socket: Socket, byte: number): void {
    if (now !== 'mute' && now !== 'hangs') socket.write(Buffer.of(byte));
  }

  function serve(socket: Socket): void {
    connections++;
    open.add(socket);
    socket.on('close', () => open.delete(socket));
    socket.on('error', () => undefined);
    let slip = Buffer.alloc(0);
    socket.on('data', (data) => {
      slip = Buffer.concat([slip, withoutQuestions(data, (n) => answer(socket, statusOf(now, n)))]);
      if (slip.length > 0) slip = take(socket, slip);
    });
    if (now !== 'hangs') socket.on('end', () => socket.end());
  }

  /** Whole when the question after it has come; what there is of it until then. */
  function take(socket: Socket, slip: Buffer<ArrayBuffer>): Buffer<ArrayBuffer> {
    if (now === 'cuts') {
      // Half a slip is in its memory and never comes out.
      socket.resetAndDestroy();
      return slip;
    }
    if (slip.subarray(-3).toString('latin1') !== '\x1dr1') return slip;
    taken.push(slip);
    slips.push(...decodeSlips(slip));
    if (now !== 'forgets-paper') answer(socket, 0);
    return Buffer.alloc(0);
  }

  async function listen(ports: readonly number[]): Promise<number> {
    for (const port of ports) {
      server = createServer({ allowHalfOpen: true }, serve);
      server.listen(port, '127.0.0.1');
      const isOpen = await Promise.race([once(server, 'listening').then(() => true), once(server, 'error')]).catch(
        () => false,
      );
      if (isOpen === true) return port;
    }
    throw new Error('no free port for a printer');
  }

  async function off(): Promise<void> {
    for (const socket of open) socket.destroy();
    if (!server?.listening) return;
    server.close();
    await once(server, 'close');
  }

  const port = await listen(shuffled());
  return {
    port,
    slips: () => slips,
    bytes: () => Buffer.concat(taken),
    connections: () => connections,
    becomes: (mood) => {
      now = mood;
    },
    off,
    on: async () => {
      await listen([port]);
    },
    close: off,
  };
}

/** Tests run side by side. */
function shuffled(): readonly number[] {
  const { first, last } = printerPorts;
  const all = Array.from({ length: last - first + 1 }, (_, index) => first + index);
  return all
    .map((port) => [Math.random(), port] as const)
    .sort(([a], [b]) => a - b)
    .map(([, port]) => port);
}

/** Each question how it is, which may stand anywhere, is answered at once. */
function withoutQuestions(data: Buffer, asked: (n: number) => void): Buffer {
  const rest: number[] = [];
  for (let at = 0; at < data.length; at++) {
    if (data[at] === 0x10 && data[at + 1] === 0x04) {
      asked(data[at + 2] ?? 0);
      at += 2;
    } else rest.push(data[at] ?? 0);
  }
  return Buffer.from(rest);
}

/** As DLE EOT n is answered. */
function statusOf(mood: SinkMood, n: number): number {
  if (mood === 'paper-out') return n === 4 ? 0x72 : n === 2 ? 0x32 : 0x1a;
  if (mood === 'cover-open') return n === 2 ? 0x16 : n === 4 ? 0x12 : 0x1a;
  return 0x12;
}
