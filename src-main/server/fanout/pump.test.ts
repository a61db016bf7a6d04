import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { LoggedEvent as Event } from '../ports.ts';
import { createFrame, type Frame } from './frame.ts';
import { createLiveLog, type LiveLog } from './live-log.ts';
import { createPump, type PumpStart } from './pump.ts';

const epoch = '0123456789abcdef';
const whole = { prelude: [], batch: true, acks: false, scope: undefined } satisfies Partial<PumpStart>;

function eventOf(seq: number, body = `{"type":"order_updated","n":${seq}}`): Event {
  return { seq, type: 'order_updated', entityId: `order-${seq % 3}`, body };
}

/** A log whose older part lies in an array, as it lies in the database for the server. */
function logOf(stored: Event[]): LiveLog {
  const eventsAfter = (seq: number, limit: number) => stored.filter((event) => event.seq > seq).slice(0, limit);
  return createLiveLog({ epoch, head: stored.length, eventsAfter });
}

function commit(log: LiveLog, stored: Event[], count: number): void {
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

/** A connection whose network takes frames when the test says so. */
function connection(form: 'json' | 'sse' = 'json') {
  const taken: (() => void)[] = [];
  const frames: any[] = [];
  const failures: unknown[] = [];
  let bytes = 0;
  return {
    frames,
    failures,
    sink: {
      fail: (error: unknown) => failures.push(error),
      bufferedBytes: () => bytes,
      send: (frame: Frame, done: () => void) => {
        const sent = frame[form]();
        if (form === 'json') frames.push(JSON.parse(String(sent)));
        else for (const { data, id } of readSse(String(sent))) frames.push({ ...data, id });
        bytes += sent.length * 500;
        taken.push(() => {
          bytes -= sent.length * 500;
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
  fc.record({ confirm: fc.integer({ min: 1, max: 300 }) }),
);

test('[PMP1] [ACK1] [EVT3] however slow the network, every event goes out once and in order, after live', () => {
  const form = fc.constantFrom('json' as const, 'sse' as const);
  const arbitrary = fc.tuple(
    fc.nat(300),
    fc.nat(100),
    fc.boolean(),
    fc.boolean(),
    form,
    fc.array(step, { maxLength: 60 }),
  );
  fc.assert(
    fc.property(arbitrary, ([before, behind, batch, acks, form, steps]) => {
      const stored: Event[] = [];
      const log = logOf(stored);
      for (let left = before; left > 0; left -= 7) commit(log, stored, Math.min(7, left));
      const cursor = Math.max(0, before - behind);
      const { sink, take, frames, seqs } = connection(form);
      const pump = createPump(log, sink, { ...whole, cursor, batch, acks });
      pump.run();
      const newest = () => seqs().at(-1) ?? cursor;
      for (const one of steps) {
        if ('commit' in one) {
          commit(log, stored, one.commit);
          pump.run();
        } else if ('confirm' in one) pump.confirm(Math.min(newest(), pump.confirmed() + one.confirm));
        else for (let index = 0; index < one.take; index++) take();
        if (acks) expect(newest() - pump.confirmed()).toBeLessThan(256 + 40);
      }
      for (let index = 0; index < 5000; index++) {
        take();
        pump.confirm(newest());
      }
      expect(seqs()).toEqual(Array.from({ length: stored.length - cursor }, (_, index) => cursor + 1 + index));
      const lives = frames.filter((frame) => frame.type === 'live');
      expect(lives).toHaveLength(1);
      expect(lives[0]).toMatchObject({ seq: before, cursor: `${epoch}.${before}` });
      expect(pump.sent()).toBe(stored.length);
      expect(pump.owes()).toBe(false);
    }),
  );
});

test('[ACK1] who confirms nothing is sent a window, and the rest when it confirms', () => {
  const stored: Event[] = [];
  const log = logOf(stored);
  const { sink, take, seqs } = connection();
  const pump = createPump(log, sink, { ...whole, cursor: 0, batch: false, acks: true });
  for (let index = 0; index < 300; index++) {
    commit(log, stored, 1);
    pump.run();
    take();
    take();
  }
  expect(seqs()).toHaveLength(256);
  expect(pump.owes()).toBe(true);
  const before = pump.progress();
  pump.confirm(10);
  for (let index = 0; index < 20; index++) take();
  expect(pump.progress()).not.toBe(before);
  expect(seqs()).toHaveLength(266);
  pump.confirm(5);
  pump.confirm(9999);
  expect(pump.confirmed()).toBe(266);
});

test('[SLO1] progress stands still for as long as nothing is taken', () => {
  const stored: Event[] = [];
  const log = logOf(stored);
  const { sink, take } = connection();
  const pump = createPump(log, sink, { ...whole, cursor: 0 });
  pump.run();
  take();
  expect(pump.owes()).toBe(false);
  commit(log, stored, 1);
  pump.run();
  const before = pump.progress();
  expect(pump.owes()).toBe(true);
  take();
  expect(pump.progress()).toBeGreaterThan(before);
  expect(pump.owes()).toBe(false);
});

test('[SSE1] each server-sent event has its own place, a snapshot has none', () => {
  const stored: Event[] = [];
  const log = logOf(stored);
  const { sink, frames } = connection('sse');
  const prelude = [createFrame('{"type":"snapshot","part":1}')];
  const pump = createPump(log, sink, { ...whole, cursor: 0, prelude });
  pump.run();
  commit(log, stored, 3);
  pump.run();
  expect(frames.map(({ id }) => id)).toEqual([undefined, `${epoch}.0`, `${epoch}.1`, `${epoch}.2`, `${epoch}.3`]);
});

test('[PMP2] a commit is one frame, made once for all; a very large one is several, none of them larger than a slow link takes', () => {
  const stored: Event[] = [];
  const log = logOf(stored);
  const all = [connection(), connection()];
  const pumps = all.map(({ sink }) => createPump(log, sink, { ...whole, cursor: 0 }));
  commit(log, stored, 40);
  const large = Array.from({ length: 100 }, (_, index) => eventOf(41 + index, `{"type":"${'x'.repeat(2000)}"}`));
  stored.push(...large);
  log.append(large);
  for (const pump of pumps) pump.run();
  const group = log.groupAfter(0);
  expect(group?.rest(0).frame).toBe(group?.rest(0).frame);
  const sizes = all.map(({ frames }) =>
    frames.filter((frame) => frame.type === 'events').map((frame) => frame.events.length),
  );
  expect(sizes[0]).toEqual(sizes[1]);
  expect(sizes[0]?.[0]).toBe(40);
  expect(Math.max(...(sizes[0] ?? []).slice(1))).toBeLessThan(33);
});

test('[SCO1] [SSE2] a part of the log carries its own events, and ends where it ends', () => {
  const stored: Event[] = [];
  const log = logOf(stored);
  const { sink, seqs } = connection();
  const scope = {
    has: (event: Event) => event.entityId === 'order-1',
    endsWith: (event: Event) => event.seq === 7,
    hasEnded: false,
  };
  const pump = createPump(log, sink, { ...whole, cursor: 0, batch: false, scope });
  pump.run();
  commit(log, stored, 5);
  pump.run();
  expect(pump.isOver()).toBe(false);
  commit(log, stored, 20);
  pump.run();
  expect(seqs()).toEqual([1, 4, 7]);
  expect(pump.isOver()).toBe(true);
});

test('[EPH1] a whisper reaches who is live and listens, and nobody else', () => {
  const stored: Event[] = [];
  const log = logOf(stored);
  const { sink, frames, take } = connection();
  const pump = createPump(log, sink, { ...whole, cursor: 0, prelude: [createFrame(`"${'x'.repeat(1000)}"`)] });
  const whisper = createFrame('{"type":"attention"}');
  pump.whisper(whisper);
  pump.run();
  pump.whisper(whisper);
  for (let index = 0; index < 10; index++) take();
  pump.whisper(whisper);
  expect(frames.filter((frame) => frame.type === 'attention')).toHaveLength(1);
});

test('[PMP1] a connection that takes nothing is sent a bounded amount, whatever is committed', () => {
  const stored: Event[] = [];
  const log = logOf(stored);
  const { sink, frames } = connection();
  const pump = createPump(log, sink, { ...whole, cursor: 0, batch: true });
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
  createPump(log, sink, { ...whole, cursor: 10, batch: true }).run();
  for (let index = 0; index < 6000; index++) take();
  expect(seqs()).toEqual(Array.from({ length: 4990 }, (_, index) => 11 + index));
});

test('[PMP1] a bare reader far behind costs one read of the file for each hundred events', () => {
  const stored: Event[] = Array.from({ length: 3000 }, (_, index) => eventOf(index + 1));
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
  createPump(log, sink, { ...whole, cursor: 0, batch: false }).run();
  for (let index = 0; index < 4000; index++) take();
  expect(seqs()).toHaveLength(3000);
  expect(reads).toBe(30);
});

test('the memory of the log is bounded by size as well as by number', () => {
  const stored: Event[] = [];
  const log = logOf(stored);
  for (let index = 0; index < 100; index++) {
    const event = eventOf(index + 1, `{"type":"${'x'.repeat(1024 * 1024)}"}`);
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
  const prelude = [createFrame('{"type":"snapshot","part":1}'), createFrame('{"type":"snapshot","part":2}')];
  const pump = createPump(log, sink, { ...whole, cursor: 3, prelude, batch: false });
  commit(log, stored, 1);
  pump.run();
  expect(frames.map((frame) => frame.part ?? frame.seq)).toEqual([1, 2, 3, 4]);
});

test('[PMP1] what cannot be read from the file fails its own reader, and no other', () => {
  const stored: Event[] = [];
  let isBroken = false;
  const log = createLiveLog({
    epoch,
    head: 0,
    eventsAfter: (seq, limit) => {
      if (isBroken) throw new Error('disk I/O error');
      return stored.slice(seq, seq + limit);
    },
  });
  const [late, good] = [connection(), connection()];
  const behind = createPump(log, late.sink, { ...whole, cursor: 0 });
  for (let index = 0; index < 2500; index++) commit(log, stored, 1);
  const upToDate = createPump(log, good.sink, { ...whole, cursor: 2500 });
  isBroken = true;
  commit(log, stored, 1);
  for (const pump of [behind, upToDate]) pump.run();
  expect(late.failures).toMatchObject([{ message: 'disk I/O error' }]);
  expect([good.failures, good.seqs()]).toEqual([[], [2501]]);
});

test('[PMP1] a log with a hole is a failure, not an end that is waited at for ever', () => {
  const log = createLiveLog({ epoch, head: 10, eventsAfter: () => [] });
  const { sink, failures } = connection();
  createPump(log, sink, { ...whole, cursor: 3 }).run();
  expect(failures).toMatchObject([{ message: expect.stringContaining('no event 4') }]);
});
