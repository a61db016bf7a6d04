import Database from 'better-sqlite3';
import { pino } from 'pino';
import { expect, test, vi } from 'vitest';
import type { JobWish, Printer } from '../../src-main/server/printing/ports.ts';
import { createPress } from '../../src-main/server/printing/press.ts';
import type { SendSlip } from '../../src-main/server/printing/printer-line.ts';
import { migrate } from '../../src-main/server/store/migrate.ts';
import { migrations } from '../../src-main/server/store/migrations/migration.ts';
import { createPrintStoreSqlite } from '../../src-main/server/store/print-store-sqlite.ts';
import { orderId, restaurantId } from '../../src-shared/domain/id.ts';

const main = restaurantId('main');
const printer: Printer = {
  ...{ id: 'p', restaurantId: main, name: 'Pass', host: '127.0.0.1', port: 9100, paper: 80, letters: 'latin' },
  ...{
    language: 'en',
    stations: [],
    isForGuests: true,
    madeAtMs: 0,
    reachedAtMs: null,
    trouble: null,
    troubleAtMs: null,
  },
};
const slipOf = (text: string) => ({ lines: [{ text }] });
const jobOf = (text: string): JobWish => ({
  ...{ printerId: 'p', restaurantId: main, kind: 'guest', orderId: orderId('o'), station: null, slip: slipOf(text) },
  ...{ news: [], askKey: null, madeAtMs: 0 },
});

/** A press whose printer is in the test's hand: each slip is done when somebody says so. */
function inHand(waiting: readonly string[]) {
  const db = new Database(':memory:');
  migrate(db, migrations);
  db.exec("INSERT INTO restaurants VALUES ('main', 'Main', 'EUR', 'UTC', 240, 3);");
  const prints = createPrintStoreSqlite(db);
  prints.save(printer);
  prints.add(waiting.map(jobOf));
  const begun: string[] = [];
  const done: (() => void)[] = [];
  const send: SendSlip = (_to, bytes, begins) => {
    begins();
    begun.push(/[a-z]+\d/.exec(bytes.toString('latin1'))?.[0] ?? '');
    return new Promise((resolve) => done.push(() => resolve({ isPrinted: true })));
  };
  const press = createPress({
    ...{ prints, send, clock: { nowMs: () => 0 }, log: pino({ level: 'silent' }) },
    ...{ isNeeded: () => true, onPrinted: () => undefined },
  });
  const begins = (count: number) => vi.waitFor(() => expect(begun).toHaveLength(count));
  return { press, begun, begins, done: () => done.shift()?.() };
}

test('[PRT1] a test print comes out ahead of the slips that wait, however many those are', async () => {
  const { press, begun, begins, done } = inHand(['slip1', 'slip2', 'slip3']);
  press.wake();
  await begins(1);
  const tested = press.test(printer, slipOf('test1'));
  for (const count of [2, 3, 4]) {
    done();
    await begins(count);
  }
  expect(begun).toEqual(['slip1', 'test1', 'slip2', 'slip3']);
  expect(await tested).toEqual({ isPrinted: true });
  done();
  await press.stop();
});
