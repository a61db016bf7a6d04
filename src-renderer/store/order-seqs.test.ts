import { expect, test } from 'vitest';
import type { WireEvent } from '#shared/protocol/frames.ts';
import { noSeqs, type OrderSeqs, seqOf, seqsAfter } from './order-seqs.ts';

const touched = (id: number, seq: number, version = 1) =>
  ({ type: 'order_status_changed', seq, order: { id: `${id}`, version } }) as unknown as WireEvent;

function seqsOf(count: number, from = noSeqs): OrderSeqs {
  let seqs = from;
  for (let n = 1; n <= count; n++) seqs = seqsAfter(seqs, [touched(n, n)]);
  return seqs;
}

test('[SEE1] of each order the newest version is known, however many events have come since', () => {
  const seqs = seqsAfter(seqsOf(200), [touched(7, 201, 2), touched(7, 202, 3)]);
  expect(seqOf(seqs, '7')).toEqual({ version: 3, seq: 202 });
  for (const n of [1, 6, 8, 200]) expect(seqOf(seqs, `${n}`)).toEqual({ version: 1, seq: n });
  expect(seqOf(seqs, '201')).toBeUndefined();
});

test('[SEE1] what was touched long ago is forgotten, so that a screen does not grow', () => {
  const seqs = seqsOf(5000);
  expect(seqs.older.size + seqs.recent.size).toBeLessThanOrEqual(1050);
  expect(seqOf(seqs, '1')).toBeUndefined();
  expect(seqOf(seqs, '4000')).toEqual({ version: 1, seq: 4000 });
});

test('[SEE1] an order that is touched again is not among the first to be forgotten', () => {
  const again = seqsAfter(seqsOf(900), [touched(1, 901, 2)]);
  let seqs: OrderSeqs = again;
  for (let n = 1000; n < 1990; n++) seqs = seqsAfter(seqs, [touched(n, n)]);
  expect(seqOf(seqs, '1')).toEqual({ version: 2, seq: 901 });
});

test('[SEE1] what was known before stays as it was', () => {
  const before = seqsOf(3);
  seqsAfter(before, [touched(1, 9, 2)]);
  expect(seqOf(before, '1')).toEqual({ version: 1, seq: 1 });
});
