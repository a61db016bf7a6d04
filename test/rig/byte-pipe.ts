import type { Socket } from 'node:net';
import { setImmediate as nextTurn, setTimeout as wait } from 'node:timers/promises';
import type { ByteLane } from './byte-lane.ts';
import type { Way } from './fault.ts';

/** One direction of one connection. */
export type BytePipe = {
  /** From now on everything is kept until the response, or the source itself, has ended. */
  hold(): void;
};

export type PipeDeps = {
  readonly lane: ByteLane;
  readonly source: Socket;
  /** Asked for when there is something to deliver, so that a stalled way opens nothing at the other end. */
  readonly target: () => Socket;
  /** The source has ended and all of it is delivered. */
  readonly finish: () => void;
  /** May keep a chunk from going on by answering it itself. */
  readonly look?: (chunk: Buffer) => 'pass' | 'swallow';
  readonly chance: () => number;
};

type Chunk = { readonly bytes: Buffer; readonly dueAtMs: number };

/** More than this is not taken from a source whose bytes do not go on: its own system keeps the rest. */
const mostWaitingBytes = 16 * 1024;
/** With it a response ends on a connection that stays. */
const lastChunk = Buffer.from('0\r\n\r\n');
/** Pieces in which a slow radio sends: a packet. */
const packetBytes = 1400;

export function createBytePipe({ lane, source, target, finish, look, chance }: PipeDeps): BytePipe {
  const queue: Chunk[] = [];
  let waitingBytes = 0;
  let running = false;
  let ended = false;
  let held = false;

  source.on('data', (bytes) => {
    if (look?.(bytes) === 'swallow') return;
    queue.push({ bytes, dueAtMs: performance.now() + lane.way().latencyMs });
    waitingBytes += bytes.length;
    if (held && bytes.subarray(-lastChunk.length).equals(lastChunk)) held = false;
    if (!held && (waitingBytes > mostWaitingBytes || lane.way().stalled)) source.pause();
    run();
  });
  source.on('end', () => {
    ended = true;
    run();
  });

  function run(): void {
    if (running || (held && !ended)) return;
    running = true;
    deliver()
      // The other end has gone; its own `close` says so to everybody.
      .catch(() => undefined)
      .finally(() => {
        running = false;
      });
  }

  async function deliver(): Promise<void> {
    for (let chunk = queue.shift(); chunk; chunk = queue.shift()) {
      const lateMs = chunk.dueAtMs - performance.now();
      if (lateMs > 0) await wait(lateMs);
      for (const piece of piecesOf(chunk.bytes, lane.way(), chance)) await deliverPiece(piece);
      waitingBytes -= chunk.bytes.length;
      if (waitingBytes <= mostWaitingBytes) source.resume();
    }
    await lane.open();
    if (ended && queue.length === 0) finish();
    else if (queue.length > 0 && !held) await deliver();
  }

  async function deliverPiece(piece: Buffer): Promise<void> {
    await lane.carry(piece.length);
    await lane.open();
    if (lane.way().chopBytes > 0) await nextTurn();
    const socket = target();
    if (!socket.destroyed && !socket.write(piece)) await drained(socket);
  }

  return {
    hold: () => {
      held = true;
    },
  };
}

function* piecesOf(bytes: Buffer, way: Way, chance: () => number): Generator<Buffer> {
  if (way.chopBytes === 0 && way.bytesPerS === Number.POSITIVE_INFINITY) {
    yield bytes;
    return;
  }
  for (let from = 0; from < bytes.length; ) {
    const size = way.chopBytes > 0 ? 1 + Math.floor(chance() * way.chopBytes) : packetBytes;
    yield bytes.subarray(from, from + size);
    from += size;
  }
}

function drained(socket: Socket): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      socket.off('drain', done);
      socket.off('close', done);
      resolve();
    };
    socket.once('drain', done);
    socket.once('close', done);
  });
}
