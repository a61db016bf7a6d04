import type { Frame } from '../../src-main/server/fanout/frame.ts';
import { createLiveLog, type LiveLog } from '../../src-main/server/fanout/live-log.ts';
import type { PumpStart } from '../../src-main/server/fanout/pump.ts';
import type { LoggedEvent as Event } from '../../src-main/server/ports.ts';

export const epoch = '0123456789abcdef';
export const whole = { prelude: [], batch: true, acks: false, scope: undefined } satisfies Partial<PumpStart>;

export function eventOf(seq: number, body = `{"type":"order_updated","n":${seq}}`): Event {
  return { seq, type: 'order_updated', entityId: `order-${seq % 3}`, body };
}

/** A log whose older part lies in an array, as it lies in the database for the server. */
export function logOf(stored: Event[]): LiveLog {
  const eventsAfter = (seq: number, limit: number) => stored.filter((event) => event.seq > seq).slice(0, limit);
  return createLiveLog({ epoch, head: stored.length, eventsAfter });
}

export function commit(log: LiveLog, stored: Event[], count: number): void {
  const events = Array.from({ length: count }, () => {
    const event = eventOf(stored.length + 1);
    stored.push(event);
    return event;
  });
  log.append(events);
}

/** What an EventSource would hand over, and the last `id` it would keep. */
function readSse(text: string): { data: any; id: string | undefined }[] {
  return text
    .split('\n\n')
    .filter(Boolean)
    .map((block) => {
      const lines = block.split('\n');
      const data = lines.find((line) => line.startsWith('data: '))?.slice(6) ?? '';
      return { data: JSON.parse(data), id: lines.find((line) => line.startsWith('id: '))?.slice(4) };
    });
}

/** A connection whose network takes frames when the test says so; `weight`: what each byte counts as long as it waits. */
export function connection(form: 'json' | 'sse' = 'json', weight = 500) {
  const taken: (() => void)[] = [];
  const frames: any[] = [];
  const failures: unknown[] = [];
  let bytes = 0;
  let takenBytes = 0;
  return {
    frames,
    failures,
    sink: {
      fail: (error: unknown) => failures.push(error),
      bufferedBytes: () => bytes,
      takenBytes: () => takenBytes,
      send: (frame: Frame, done: () => void) => {
        const sent = frame[form]();
        if (form === 'json') frames.push(JSON.parse(String(sent)));
        else for (const { data, id } of readSse(String(sent))) frames.push({ ...data, id });
        bytes += sent.length * weight;
        taken.push(() => {
          bytes -= sent.length * weight;
          takenBytes += sent.length;
          done();
        });
      },
    },
    take: () => taken.shift()?.(),
    seqs: () =>
      frames
        .flatMap((frame) => (frame.type === 'events' ? frame.events : frame.type === 'live' ? [] : [frame]))
        .map((event) => event.seq),
  };
}
