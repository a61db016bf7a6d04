import { mkdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { type DestinationStream, type Logger, type LoggerOptions, pino } from 'pino';
import SonicBoom, { type SonicBoomOpts } from 'sonic-boom';
import type { Settings } from '../config/settings.ts';
import { plainError } from './plain-error.ts';

/**
 * JSON lines, one logger per part (`log.child({ name })`). Tokens, passwords, guests' names and notes are never handed
 * to it: what is not given cannot leak.
 */
export type LogOptions = { readonly level: Settings['logLevel'] };

/** Lines wait for a reader of standard error only up to here, then the newest are dropped; orders never wait for a log. */
const mostWaitingBytes = 4 * 1024 * 1024;

/** How every logger of the program is set up. */
export const quietly = (level: Settings['logLevel']): LoggerOptions => ({ level, serializers: { err: plainError } });

export function createServerLog({ level }: LogOptions): Logger {
  return pino(quietly(level), destination({ fd: 2, sync: false, maxLength: mostWaitingBytes }));
}

/**
 * A log that cannot be written loses lines, never an order: it must neither throw into whoever logs nor wait. pino's
 * own destination does both when the disk is full: it flushes before a fatal line and at exit, again and again.
 */
function destination(options: SonicBoomOpts): DestinationStream {
  const stream = quietStream(options);
  const write = (line: string) => {
    stream.write(line);
  };
  return withFlush(stream, write);
}

function quietStream(options: SonicBoomOpts): SonicBoom {
  const stream = new SonicBoom(options);
  stream.on('error', () => undefined);
  return stream;
}

const withFlush = (stream: SonicBoom, write: (line: string) => void): DestinationStream =>
  Object.assign({ write }, { flush: (done?: () => void) => stream.flush(() => done?.()) });

export type Rotation = { readonly largestBytes: number; readonly kept: number };

/** 60 MB in all, however long the program runs. */
const usualRotation: Rotation = { largestBytes: 10 * 1024 * 1024, kept: 5 };

/** A file that is moved on when it has grown. Opened at once, so that a folder that cannot be written to is noticed. */
function rotatingFile(file: string, rotation: Rotation): DestinationStream {
  rotate(file, rotation);
  const stream = quietStream({ dest: file, sync: true, mode: 0o600 });
  let bytes = sizeOf(file);

  function moveOn(): void {
    bytes = 0;
    try {
      rotate(file, rotation);
      stream.reopen();
    } catch {
      // It cannot be moved just now; the next ten megabytes try again.
    }
  }

  return withFlush(stream, (line) => {
    stream.write(line);
    bytes += Buffer.byteLength(line);
    if (bytes > rotation.largestBytes) moveOn();
  });
}

const sizeOf = (file: string) => statSync(file, { throwIfNoEntry: false })?.size ?? 0;

export type DesktopLogOptions = LogOptions & { readonly dataDir: string; readonly rotation?: Rotation };

/** `<data>/logs/kitchen-pass.log`; standard error where that folder cannot be written to. */
export function createDesktopLog({ level, dataDir, rotation = usualRotation }: DesktopLogOptions): Logger {
  const folder = join(dataDir, 'logs');
  const file = join(folder, 'kitchen-pass.log');
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    return pino(quietly(level), rotatingFile(file, rotation));
  } catch (error) {
    const log = createServerLog({ level });
    log
      .child({ name: 'log' })
      .warn({ file, code: (error as NodeJS.ErrnoException).code }, 'the log file cannot be written');
    return log;
  }
}

/** `x.log` becomes `x.log.1`, `.1` becomes `.2`, and the oldest goes. */
export function rotate(file: string, { largestBytes, kept }: Rotation): void {
  if (sizeOf(file) <= largestBytes) return;
  rmSync(`${file}.${kept}`, { force: true });
  for (let older = kept - 1; older >= 1; older--) renameIfThere(`${file}.${older}`, `${file}.${older + 1}`);
  renameSync(file, `${file}.1`);
}

function renameIfThere(from: string, to: string): void {
  if (statSync(from, { throwIfNoEntry: false })) renameSync(from, to);
}
