import fc from 'fast-check';
import { expect, test } from 'vitest';
import { commit, connection, epoch, eventOf, logOf, whole } from '../../../test/harness/pump-in-hand.ts';
import type { LoggedEvent as Event } from '../ports.ts';
import { createFrame } from './frame.ts';
import { createPump } from './pump.ts';

const step = fc.oneof(
  fc.record({
    commit: fc.oneof(
      { weight: 9, arbitrary: fc.integer({ min: 1, max: 40 }) },
      { weight: 1, arbitrary: fc.integer({ min: 100, max: 400 }) },
    ),
  }),
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
        if (acks) expect(newest() - pump.confirmed()).toBeLessThanOrEqual(256);
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

test('[ACK1] [PMP2] a commit that does not fit into what is left of the window waits, and comes whole', () => {
  const stored: Event[] = [];
  const log = logOf(stored);
  const { sink, frames, seqs } = connection('json', 0);
  const pump = createPump(log, sink, { ...whole, cursor: 0, acks: true });
  for (let group = 0; group < 3; group++) commit(log, stored, 100);
  pump.run();
  expect(seqs()).toHaveLength(200);
  pump.confirm(43);
  expect(seqs()).toHaveLength(200);
  pump.confirm(44);
  expect(seqs()).toHaveLength(300);
  expect(frames.at(-1).events).toHaveLength(100);
  commit(log, stored, 400);
  pump.confirm(300);
  expect(seqs()).toHaveLength(300 + 256);
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
  let taken = 0;
  const scope = {
    take: ({ entityId, seq }: Event) => {
      if (entityId !== 'order-1') return undefined;
      taken = seq;
      return createFrame(JSON.stringify({ seq }));
    },
    at: () => taken,
    hasEnded: () => taken === 7,
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

test('[PMP2] who comes back gets many commits in few frames, made once for all who come from the same place', () => {
  const stored: Event[] = [];
  const log = logOf(stored);
  for (let commits = 0; commits < 300; commits++) commit(log, stored, 1);
  const all = [connection(), connection()];
  for (const { sink, take } of all) {
    createPump(log, sink, { ...whole, cursor: 0 }).run();
    for (let index = 0; index < 20; index++) take();
  }
  for (const { frames } of all) {
    const sizes = frames.filter((frame) => frame.type === 'events').map((frame) => frame.events.length);
    expect(sizes).toEqual([128, 128, 44]);
  }
  expect(log.batchAfter(0)?.frame).toBe(log.batchAfter(0)?.frame);
  for (let place = 0; place < 100; place++) log.batchAfter(place);
  expect(log.batchAfter(0)?.upTo).toBe(128);
});
