import { connect, type Socket } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import type { PrinterTrouble } from '#shared/protocol/printer-words.ts';
import { nearAddressOf } from './near-address.ts';
import { answersExpected, askStatus, doneIn, statusAnswers, troubleIn } from './printer-status.ts';

/** What became of a slip. `isBegun`: some of it may lie in the kitchen. */
export type Sent =
  | { readonly isPrinted: true }
  | { readonly isPrinted: false; readonly trouble: PrinterTrouble; readonly isBegun: boolean };

export type PrinterAddress = { readonly host: string; readonly port: number };

/** `begins` is called before the first byte of the slip goes out; `quit` ends it as if the line had been cut. */
export type SendSlip = (to: PrinterAddress, slip: Buffer, begins: () => void, quit: AbortSignal) => Promise<Sent>;

/** How long each step may take; a printer is slow, but not that slow. */
export type LinePatience = {
  readonly connectMs: number;
  /** Printers that can say how they are do so at once; the others never do. */
  readonly statusMs: number;
  /** A long slip takes some seconds to print. */
  readonly printMs: number;
};

const patient: LinePatience = { connectMs: 4000, statusMs: 700, printMs: 10_000 };

/**
 * One connection for each slip: it asks how the printer is, hands over the slip, and learns that it is printed, from a
 * printer that can say so; from others that they have taken it and hung up as we did ([PRT4]).
 */
export function createPrinterLine({ connectMs, statusMs, printMs }: LinePatience = patient): SendSlip {
  async function talk(socket: Socket, slip: Buffer, begins: () => void): Promise<Sent> {
    const heard: number[] = [];
    const line = listen(socket, heard);
    socket.write(askStatus);
    await line.until(() => statusAnswers(heard).length >= answersExpected, statusMs);
    const answers = statusAnswers(heard);
    const trouble = line.trouble() ?? troubleIn(answers);
    if (trouble) return { isPrinted: false, trouble, isBegun: false };
    begins();
    heard.length = 0;
    socket.write(slip);
    return answers.length > 0 ? confirmed(socket, line, heard) : hungUp(socket, line);
  }

  async function confirmed(socket: Socket, line: Line, heard: number[]): Promise<Sent> {
    await line.until(() => doneIn(heard) !== undefined, printMs);
    const done = doneIn(heard);
    if (done === null) return { isPrinted: true };
    if (done || line.trouble()) return begun(done ?? line.trouble() ?? 'cut-off');
    // Some that answer the one question do not know the other.
    heard.length = 0;
    socket.write(askStatus);
    await line.until(() => statusAnswers(heard).length >= answersExpected, statusMs);
    const answers = statusAnswers(heard);
    if (answers.length === 0) return begun('not-taken');
    const trouble = troubleIn(answers);
    return trouble ? begun(trouble) : { isPrinted: true };
  }

  async function hungUp(socket: Socket, line: Line): Promise<Sent> {
    socket.end();
    await line.until(line.hasClosed, printMs);
    if (line.trouble()) return begun('cut-off');
    return line.hasClosed() ? { isPrinted: true } : begun('not-taken');
  }

  return async ({ host, port }, slip, begins, quit) => {
    const address = await within(nearAddressOf(host), connectMs, quit);
    if (address === 'foreign' || address === 'unknown-name') return notBegun(address);
    const socket = connect({ host: address, port, signal: quit });
    // Whatever comes too late for anybody to hear must not end the program.
    socket.on('error', nothing);
    try {
      const trouble = await opened(socket, connectMs);
      return trouble ? notBegun(trouble) : await talk(socket, slip, begins);
    } finally {
      socket.destroy();
    }
  };
}

/** A name that nobody knows may be asked for much longer. */
async function within(
  asked: ReturnType<typeof nearAddressOf>,
  ms: number,
  quit: AbortSignal,
): ReturnType<typeof nearAddressOf> {
  const done = new AbortController();
  const late = wait(ms, 'unknown-name' as const, { signal: AbortSignal.any([done.signal, quit]) });
  const found = await Promise.race([asked, late.catch(() => 'unknown-name' as const)]);
  done.abort();
  return found;
}

const notBegun = (trouble: PrinterTrouble): Sent => ({ isPrinted: false, trouble, isBegun: false });
const begun = (trouble: PrinterTrouble): Sent => ({ isPrinted: false, trouble, isBegun: true });

const troubles: Readonly<Record<string, PrinterTrouble>> = {
  ECONNREFUSED: 'refused',
  ECONNRESET: 'cut-off',
  EPIPE: 'cut-off',
  ETIMEDOUT: 'silent',
};

function opened(socket: Socket, withinMs: number): Promise<PrinterTrouble | null> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve('silent'), withinMs);
    const settle = (trouble: PrinterTrouble | null) => {
      clearTimeout(timer);
      resolve(trouble);
    };
    socket.once('connect', () => settle(null));
    socket.once('error', ({ code }: NodeJS.ErrnoException) => settle(troubles[code ?? ''] ?? 'no-way'));
    socket.once('close', () => settle('cut-off'));
  });
}

type Line = {
  /** Comes back when it is so, when the connection is over, or when nobody waits any longer. */
  until(isSo: () => boolean, withinMs: number): Promise<void>;
  /** The connection has broken, or the other side has hung up before us. */
  trouble(): PrinterTrouble | null;
  hasClosed(): boolean;
};

/** More than any printer says; whoever says more is none. */
const mostHeard = 4096;

function listen(socket: Socket, heard: number[]): Line {
  let changed = nothing;
  let hasFailed = false;
  let hasClosed = false;
  const note = (change: () => void) => () => {
    change();
    changed();
  };
  socket.on('data', (data) => {
    if (heard.length < mostHeard) heard.push(...data);
    else socket.destroy();
    changed();
  });
  socket.on(
    'error',
    note(() => {
      hasFailed = true;
    }),
  );
  socket.on(
    'close',
    note(() => {
      hasClosed = true;
    }),
  );

  return {
    until: async (isSo, withinMs) => {
      const done = new AbortController();
      const over = new Promise<void>((resolve) => {
        changed = () => {
          if (isSo() || hasFailed || hasClosed) resolve();
        };
        changed();
      });
      await Promise.race([over, wait(withinMs, undefined, { signal: done.signal }).catch(nothing)]);
      changed = nothing;
      done.abort();
    },
    trouble: () => (hasFailed || (hasClosed && !socket.writableEnded) ? 'cut-off' : null),
    hasClosed: () => hasClosed,
  };
}

function nothing(): void {
  // Stands for a listener that is not there.
}
