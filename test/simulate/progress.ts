import type { WriteStream } from 'node:tty';
import type { Counts } from './post-orders.ts';

/** How far a run is: one line written over and over on a terminal, a line now and then in a log. */
export type Progress = {
  /** A line of its own that stays. */
  note(text: string): void;
  stop(): void;
};

export function showProgress(stream: WriteStream, total: number, counts: Counts): Progress {
  const startedAtMs = performance.now();
  const write = (line: string, end: string) => stream.write(stream.isTTY ? `\r\x1b[2K${line}${end}` : `${line}\n`);
  const show = (end = '') => write(progressLine(counts, total, (performance.now() - startedAtMs) / 1000), end);
  const timer = setInterval(() => show(), stream.isTTY ? 100 : 5000);
  return {
    note: (text) => write(text, '\n'),
    stop: () => {
      clearInterval(timer);
      show('\n');
    },
  };
}

export function progressLine(counts: Counts, total: number, seconds: number): string {
  const { acknowledged, retried, refused } = counts;
  const rate = seconds > 0 ? Math.round(acknowledged / seconds) : 0;
  const trouble = [retried > 0 ? `${retried} retried` : '', refused > 0 ? `${refused} refused` : ''].filter(Boolean);
  return [`${acknowledged} of ${total} orders acknowledged`, `${rate}/s`, ...trouble].join(', ');
}
