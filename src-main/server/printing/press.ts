import type { Logger } from 'pino';
import { AppError } from '#shared/errors/app-error.ts';
import type { PrinterTrouble } from '#shared/protocol/printer-words.ts';
import type { Clock } from '../ports.ts';
import { lazyRender } from './lazy-render.ts';
import type { Setting } from './markup.ts';
import type { Job, Printer, PrintStore } from './ports.ts';
import type { SendSlip, Sent } from './printer-line.ts';
import type { Slip } from './slip.ts';
import { slipWords } from './slip-words.ts';

export type PressDeps = {
  readonly prints: PrintStore;
  readonly send: SendSlip;
  readonly clock: Clock;
  readonly log: Logger;
  /** A backup slip whose order is on a screen of its station by now need not come out. */
  readonly isNeeded: (job: Job) => boolean;
  /** Something has come out. */
  readonly onPrinted: () => void;
};

/** Prints what waits. No order waits for it, and no printer for another ([PRT4]). */
export interface Press {
  /** Something may be there to print, or be due. */
  wake(): void;
  /** One slip at once, ahead of those that wait, whatever became of earlier tries. Throws `busy` while another is tested. */
  test(printer: Printer, slip: Slip): Promise<Sent>;
  /** Its way is clear again, as somebody has changed it. */
  forgive(printerId: string): void;
  /** What is under way ends; nothing new is begun. */
  stop(): Promise<void>;
}

/** After how many failures until the next try; the last for all after it. */
const waitsMs = [2000, 5000, 10_000, 20_000, 30_000];
const longestWaitMs = Math.max(...waitsMs);
/** Nobody cooks by what is older. */
const oldestMs = 30 * 60_000;
/** Of one printer; a rush is less, and what is beyond it is long cold when it comes out. */
const mostWaiting = 200;
/** A slip that may have come out each time is not tried for ever. */
const mostCopies = 3;

type Standing = { readonly failures: number; readonly nextAtMs: number; readonly copies: number };
const fresh: Standing = { failures: 0, nextAtMs: 0, copies: 0 };

/** When the program ends, a slip that is under way has so long to come out. */
const lastSlipMs = 2500;

export function createPress({ prints, send, clock, log, isNeeded, onPrinted }: PressDeps): Press {
  /** One after the other for each printer: two slips at once would lie in each other. */
  const atWork = new Map<string, Promise<unknown>>();
  const standings = new Map<string, Standing>();
  const quitting = new AbortController();
  const testing = new Set<string>();
  let isStopped = false;

  function wake(): void {
    if (isStopped) return;
    for (const printer of prints.all()) {
      if (atWork.has(printer.id)) continue;
      // Not inside of whoever wakes it: what fails here is no fault of theirs.
      hold(
        printer.id,
        Promise.resolve().then(() => work(printer.id)),
      );
    }
  }

  function hold(id: string, round: Promise<unknown>): void {
    const held = round
      .catch((error) => log.error({ err: error, printer: id }, 'a printer could not be served'))
      .finally(() => {
        if (atWork.get(id) === held) atWork.delete(id);
      });
    atWork.set(id, held);
  }

  async function work(id: string): Promise<void> {
    tidy(id);
    for (let isMore = true; isMore && !isStopped && !testing.has(id); ) isMore = await one(id);
  }

  function tidy(id: string): void {
    const dropped = prints.dropBeyond(id, mostWaiting, clock.nowMs());
    if (dropped > 0) log.warn({ printer: id, dropped }, 'too many slips wait for a printer; the oldest were dropped');
  }

  /** The next slip; whether there may be more. */
  async function one(id: string): Promise<boolean> {
    const printer = prints.all().find((each) => each.id === id);
    const job = printer && prints.next(id);
    if (!printer || !job) return false;
    if (clock.nowMs() - job.madeAtMs > oldestMs) return drop(job, 'a slip waited too long and was dropped');
    if (job.kind === 'backup' && !isNeeded(job)) return end(job, 'unneeded');
    if (!isDue(standingOf(id))) return false;
    const bytes = await bytesOf(job, printer).catch((error) => log.error({ err: error }, 'a slip could not be drawn'));
    if (!bytes) return drop(job, 'a slip that cannot be drawn was dropped');
    const sent = await send(printer, bytes, () => prints.begin(job.n), quitting.signal);
    return sent.isPrinted ? printed(job) : failed(job, sent);
  }

  async function bytesOf({ slip, isBegun }: Job, setting: Setting): Promise<Buffer> {
    const { toBytes } = await lazyRender();
    const { copy } = slipWords[setting.language];
    const marked = { lines: [{ text: copy, size: 'tall', isInverse: true } as const, ...slip.lines] };
    return toBytes(isBegun ? marked : slip, setting);
  }

  const standingOf = (id: string) => standings.get(id) ?? fresh;

  /** Nothing is put off for longer than ever, as it would be by a clock that was put back. */
  function isDue({ nextAtMs }: Standing): boolean {
    const waitMs = nextAtMs - clock.nowMs();
    return waitMs <= 0 || waitMs > longestWaitMs;
  }

  function printed(job: Job): boolean {
    standings.delete(job.printerId);
    prints.end(job.n, 'printed', clock.nowMs());
    prints.reached(job.printerId, clock.nowMs());
    onPrinted();
    return true;
  }

  function failed(job: Job, { trouble, isBegun }: Extract<Sent, { isPrinted: false }>): boolean {
    const { failures, copies } = standingOf(job.printerId);
    note(job.printerId, trouble);
    standings.set(job.printerId, {
      failures: failures + 1,
      nextAtMs: clock.nowMs() + (waitsMs[Math.min(failures, waitsMs.length - 1)] ?? 0),
      copies: copies + (isBegun ? 1 : 0),
    });
    if (copies + (isBegun ? 1 : 0) < mostCopies) return false;
    standings.set(job.printerId, { ...standingOf(job.printerId), copies: 0 });
    return drop(job, 'a slip may have come out several times and is not tried again');
  }

  function note(id: string, trouble: PrinterTrouble): void {
    prints.troubled(id, trouble, clock.nowMs());
    log.warn({ printer: id, trouble }, 'a slip was not printed');
  }

  function drop(job: Job, why: string): boolean {
    log.warn({ printer: job.printerId, kind: job.kind }, why);
    return end(job, 'dropped');
  }

  function end(job: Job, how: 'dropped' | 'unneeded'): boolean {
    prints.end(job.n, how, clock.nowMs());
    return true;
  }

  async function tested(printer: Printer, bytes: Buffer): Promise<Sent> {
    const trial = send(printer, bytes, () => undefined, quitting.signal);
    hold(printer.id, trial);
    const sent = await trial;
    if (sent.isPrinted) {
      standings.delete(printer.id);
      prints.reached(printer.id, clock.nowMs());
    } else note(printer.id, sent.trouble);
    return sent;
  }

  return {
    wake,
    test: async (printer, slip) => {
      if (testing.has(printer.id)) throw new AppError('busy', 'This printer is being tested already.');
      testing.add(printer.id);
      try {
        const { toBytes } = await lazyRender();
        while (atWork.has(printer.id)) await atWork.get(printer.id);
        return await tested(printer, toBytes(slip, printer));
      } finally {
        testing.delete(printer.id);
        wake();
      }
    },
    forgive: (id) => {
      standings.delete(id);
      wake();
    },
    stop: async () => {
      isStopped = true;
      const timer = setTimeout(() => quitting.abort(), lastSlipMs);
      await Promise.all(atWork.values());
      clearTimeout(timer);
    },
  };
}
