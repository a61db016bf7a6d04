import { expect, test } from 'vitest';
import { commit, connection, epoch, eventOf, logOf, whole } from '../../../test/harness/pump-in-hand.ts';
import type { LoggedEvent as Event } from '../ports.ts';
import { createLiveLog } from './live-log.ts';
import { createPump } from './pump.ts';

/** With commits of three and seven, what is read from the file ends in the middle of one that the memory keeps. */
test.each([1, 2, 3, 7])(
  '[PMP1] who is further behind than the memory reaches is served from the file: commits of %d',
  (size) => {
    const stored: Event[] = [];
    const log = logOf(stored);
    const commits = Math.floor(5000 / size);
    for (let index = 0; index < commits; index++) commit(log, stored, size);
    const { sink, take, seqs } = connection();
    createPump(log, sink, { ...whole, cursor: 10, batch: true }).run();
    for (let index = 0; index < 6000; index++) take();
    expect(seqs()).toEqual(Array.from({ length: commits * size - 10 }, (_, index) => 11 + index));
  },
);

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
