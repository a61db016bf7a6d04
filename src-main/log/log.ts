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
  const stream = new SonicBoom(options);
  stream.on('error', () => undefined);
  const write = (line: string) => {
    stream.write(line);
  };
  return Object.assign({ write }, { flush: (done?: () => void) => stream.flush(() => done?.()) });
}

const largestFileBytes = 10 * 1024 * 1024;
const keptFiles = 5;

/** `<data>/logs/kitchen-pass.log`; standard error where that folder cannot be written to. */
export function createDesktopLog({ level, dataDir }: LogOptions & { readonly dataDir: string }): Logger {
  const folder = join(dataDir, 'logs');
  const file = join(folder, 'kitchen-pass.log');
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    rotate(file, { largestBytes: largestFileBytes, kept: keptFiles });
    // Opened at once, so that a folder that cannot be written to is noticed here.
    return pino(quietly(level), destination({ dest: file, sync: true, mode: 0o600 }));
  } catch (error) {
    const log = createServerLog({ level });
    log
      .child({ name: 'log' })
      .warn({ file, code: (error as NodeJS.ErrnoException).code }, 'the log file cannot be written');
    return log;
  }
}

export type Rotation = { readonly largestBytes: number; readonly kept: number };

/** At start only: `x.log` becomes `x.log.1`, `.1` becomes `.2`, and the oldest goes. */
export function rotate(file: string, { largestBytes, kept }: Rotation): void {
  const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  if (size <= largestBytes) return;
  rmSync(`${file}.${kept}`, { force: true });
  for (let older = kept - 1; older >= 1; older--) renameIfThere(`${file}.${older}`, `${file}.${older + 1}`);
  renameSync(file, `${file}.1`);
}

function renameIfThere(from: string, to: string): void {
  if (statSync(from, { throwIfNoEntry: false })) renameSync(from, to);
}
