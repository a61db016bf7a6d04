import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createLiveLog, type LiveLog } from './live-log.ts';
import { createPump } from './pump.ts';

const epoch = '0123456789abcdef';
type Event = { seq: number; body: string };

/** A log whose older part lies in an array, as it lies in the database for the server. */
function logOf(stored: Event[]): LiveLog {
  const eventsAfter = (seq: number, limit: number) => stored.filter((event) => event.seq > seq).slice(0, limit);
  return createLiveLog({ epoch, head: stored.length, eventsAfter });
}

function commit(log: LiveLog, stored: Event[], count: number): void {
  const events = Array.from({ length: count }, () => {
    const event = { seq: stored.length + 1, body: `{"type":"order_updated","n":${stored.length + 1}}` };
    stored.push(event);
    return event;
  });
  log.append(events);
}

/** A connection whose network takes frames when the test says so. */
function connection() {
  const taken: (() => void)[] = [];
  const frames: any[] = [];
  let bytes = 0;
  return {
    frames,
    sink: {
      bufferedBytes: () => bytes,
      send: (frame: Buffer, done: () => void) => {
        frames.push(JSON.parse(String(frame)));
        bytes += frame.length * 500;
        taken.push(() => {
          bytes -= frame.length * 500;
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

const step = fc.oneof(
  fc.record({ commit: fc.integer({ min: 1, max: 40 }) }),
  fc.record({ take: fc.integer({ min: 1, max: 20 }) }),
);

test('[PMP1] [EVT3] however slow the network, every event goes out once and in order, after live', () => {
  const arbitrary = fc.tuple(fc.nat(300), fc.nat(100), fc.boolean(), fc.array(step, { maxLength: 60 }));
  fc.assert(
    fc.property(arbitrary, ([before, behind, batch, steps]) => {
      const stored: Event[] = [];
      const log = logOf(stored);
      for (let left = before; left > 0; left -= 7) commit(log, stored, Math.min(7, left));
      const cursor = Math.max(0, before - behind);
      const { sink, take, frames, seqs } = connection();
      const pump = createPump(log, sink, { cursor, prelude: [], batch });
      pump.run();
      for (const one of steps) {
        if ('commit' in one) {
          commit(log, stored, one.commit);
          pump.run();
        } else for (let index = 0; index < one.take; index++) take();
      }
      for (let index = 0; index < 5000; index++) take();
      expect(seqs()).toEqual(Array.from({ length: stored.length - cursor }, (_, index) => cursor + 1 + index));
      const lives = frames.filter((frame) => frame.type === 'live');
      expect(lives).toHaveLength(1);
      expect(lives[0]).toMatchObject({ seq: before, cursor: `${epoch}.${before}` });
      expect(pump.sent()).toBe(stored.length);
    }),
  );
});

test('[PMP1] a connection that takes nothing is sent a bounded amount, whatever is committed', () => {
  const stored: Event[] = [];
  const log = logOf(stored);
  const { sink, frames } = connection();
  const pump = createPump(log, sink, { cursor: 0, prelude: [], batch: true });
  for (let index = 0; index < 3000; index++) {
    commit(log, stored, 1);
    pump.run();
  }
  expect(sink.bufferedBytes()).toBeLessThan(2 * 256 * 1024);
  expect(frames.length).toBeLessThan(50);
});

test('[PMP1] who is further behind than the memory reaches is served from the file', () => {
  const stored: Event[] = [];
  const log = logOf(stored);
  for (let index = 0; index < 2500; index++) commit(log, stored, 2);
  const { sink, take, seqs } = connection();
  createPump(log, sink, { cursor: 10, prelude: [], batch: true }).run();
  for (let index = 0; index < 6000; index++) take();
  expect(seqs()).toEqual(Array.from({ length: 4990 }, (_, index) => 11 + index));
});

test('[PMP1] a bare reader far behind costs one read of the file for each hundred events', () => {
  const stored: Event[] = Array.from({ length: 3000 }, (_, index) => ({
    seq: index + 1,
    body: '{"type":"order_updated"}',
  }));
  let reads = 0;
  const log = createLiveLog({
    epoch,
    head: stored.length,
    eventsAfter: (seq, limit) => {
      reads++;
      return stored.slice(seq, seq + limit);
    },
  });
  const { sink, take, seqs } = connection();
  createPump(log, sink, { cursor: 0, prelude: [], batch: false }).run();
  for (let index = 0; index < 4000; index++) take();
  expect(seqs()).toHaveLength(3000);
  expect(reads).toBe(30);
});

test('the memory of the log is bounded by size as well as by number', () => {
  const stored: Event[] = [];
  const log = logOf(stored);
  for (let index = 0; index < 100; index++) {
    const event = { seq: index + 1, body: `{"type":"${'x'.repeat(1024 * 1024)}"}` };
    stored.push(event);
    log.append([event]);
  }
  expect(log.groupAfter(99)?.from).toBe(100);
  expect(log.groupAfter(50)).not.toBe(log.groupAfter(50));
  expect(log.groupAfter(90)).toBe(log.groupAfter(90));
});

test('[SNP1] parts of a snapshot come first, then live, then events', () => {
  const stored: Event[] = [];
  const log = logOf(stored);
  commit(log, stored, 3);
  const { sink, frames } = connection();
  const prelude = [Buffer.from('{"type":"snapshot","part":1}'), Buffer.from('{"type":"snapshot","part":2}')];
  const pump = createPump(log, sink, { cursor: 3, prelude, batch: false });
  commit(log, stored, 1);
  pump.run();
  expect(frames.map((frame) => frame.part ?? frame.seq)).toEqual([1, 2, 3, 4]);
});
