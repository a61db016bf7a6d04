import { expect, test } from 'vitest';
import { bump, noon, pageOn } from '../../test/harness/command-page.ts';
import { createDisk } from '../../test/harness/outbox-kit.ts';
import { answered, settled } from '../../test/harness/screen-kit.ts';
import { deliveryOf, lateIn } from './delivery.ts';
import { noSeqs } from './order-seqs.ts';

/** Of no other order anything is known. */
const only = (orderId: string, seq: { readonly version: number; readonly seq: number }) => ({
  ...noSeqs,
  recent: new Map([[orderId, seq]]),
});

test('[DLV1] stored becomes seen with a board that shows its version, and stays seen', async () => {
  const page = pageOn(createDisk());
  await page.enter();
  page.desk.command(bump());
  await page.http.answer(answered(200, { id: '1', version: 5 }));
  const delivery = () => page.state().sent.map(deliveryOf);
  page.store.setState({ seenSeq: 40 });
  expect(delivery()).toEqual(['stored']);
  page.store.setState({ orderSeqs: only('1', { version: 4, seq: 40 }) });
  expect(delivery()).toEqual(['stored']);
  page.store.setState({ orderSeqs: only('1', { version: 5, seq: 41 }) });
  expect(delivery()).toEqual(['stored']);
  // A later change of the same order does not put it off.
  page.store.setState({ orderSeqs: only('1', { version: 6, seq: 50 }) });
  page.store.setState({ seenSeq: 41 });
  expect(delivery()).toEqual(['seen']);
  page.store.setState({ seenSeq: 0 });
  expect(delivery()).toEqual(['seen']);
});

test('[DLV1] the event may come before the answer', async () => {
  const page = pageOn(createDisk());
  await page.enter();
  page.desk.command(bump());
  page.store.setState({ orderSeqs: only('1', { version: 2, seq: 8 }), seenSeq: 8 });
  await page.http.answer(answered(200, { id: '1', version: 2 }));
  expect(page.state().sent.map(deliveryOf)).toEqual(['seen']);
});

test('[DLV1] what was sent is remembered for minutes, not for ever', async () => {
  const page = pageOn(createDisk());
  await page.enter();
  for (let made = 0; made < 60; made++) {
    page.desk.command(bump(`${made}`));
    await page.http.answer(answered(200, { id: `${made}`, version: 2 }));
  }
  expect(page.state().sent).toHaveLength(50);
  page.timers.advance(6 * 60_000);
  page.desk.command(bump('last'));
  await page.http.answer(answered(200, { id: 'last', version: 2 }));
  expect(page.state().sent).toHaveLength(1);
});

test('[DLV1] a new order goes the same way; the server names it', async () => {
  const disk = createDisk();
  const page = pageOn(disk);
  await page.enter();
  const items = [{ name: 'Soup', unit_price: 4.5 }];
  page.desk.command({
    kind: 'order.place',
    restaurantId: 'main',
    order: { type: 'dine_in', table_number: 5, items },
  });
  await settled();
  expect(page.state().pending).toMatchObject([{ about: { ticket: 'T 5', line: null }, kept: true }]);
  await page.http.answer(answered(201, { id: 'o1', version: 1 }));
  expect(page.state().pending).toEqual([]);
  expect(page.state().sent).toMatchObject([{ answer: { orderId: 'o1', version: 1 } }]);
  page.store.setState({ orderSeqs: only('o1', { version: 1, seq: 3 }), seenSeq: 3 });
  expect(page.state().sent.map(deliveryOf)).toEqual(['seen']);
  expect(disk.rows).toEqual([]);
});

test('[DLV1] what has no answer after 3 s is late, also when the clock was set back meanwhile', async () => {
  const page = pageOn(createDisk());
  await page.enter();
  page.desk.command(bump());
  const late = (afterMs: number) => lateIn(page.state().pending, noon + afterMs);
  expect([0, 3000, 3001].map(late)).toEqual([0, 0, 1]);
  expect(late(-3_600_000)).toBe(1);
  await page.http.answer(answered(200, { id: '1', version: 2 }));
  expect(late(60_000)).toBe(0);
});
