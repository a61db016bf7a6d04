import type { WriteStream } from 'node:tty';
import type { Counts } from './post-orders.ts';

/** Shows how far a run is, until `stop`: one line written over and over on a terminal, a line now and then in a log. */
export function showProgress(stream: WriteStream, total: number, counts: Counts): { stop(): void } {
  const startedAtMs = performance.now();
  const show = () => {
    const seconds = (performance.now() - startedAtMs) / 1000;
    const line = progressLine(counts, total, seconds);
    stream.write(stream.isTTY ? `\r\x1b[2K${line}` : `${line}\n`);
  };
  const timer = setInterval(show, stream.isTTY ? 100 : 5000);
  return {
    stop: () => {
      clearInterval(timer);
      show();
      if (stream.isTTY) stream.write('\n');
    },
  };
}

export function progressLine(counts: Counts, total: number, seconds: number): string {
  const { acknowledged, retried, refused } = counts;
  const rate = seconds > 0 ? Math.round(acknowledged / seconds) : 0;
  const trouble = [retried > 0 ? `${retried} retried` : '', refused > 0 ? `${refused} refused` : ''].filter(Boolean);
  return [`${acknowledged} of ${total} orders acknowledged`, `${rate}/s`, ...trouble].join(', ');
}
