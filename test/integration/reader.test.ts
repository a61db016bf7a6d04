import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, expect, test } from 'vitest';
import { managerOf } from '../harness/manager.ts';
import { scale } from '../harness/scale.ts';
import { type ServerBox, startServer } from '../harness/server-in-a-box.ts';

let box: ServerBox;
afterEach(() => box.remove());

/** Copies the one order of the file many times over, so that a list has something to search through. */
function fillFile(dataDir: string, orders: number): void {
  const db = new Database(join(dataDir, 'kitchen.db'));
  db.prepare(
    `WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?)
     INSERT INTO orders (id, restaurant_id, version, business_day, number, order_number, status, open, table_number, created_at, body)
     SELECT printf('00000000-0000-4000-8000-%012d', i), restaurant_id, version, '2020-01-01', 'A' || i, 'ORD-' || i,
       'completed', 0, table_number, created_at - i, body FROM orders, n WHERE orders.number = 'A1'`,
  ).run(orders);
  db.close();
}

test('[RDR1] orders posted while a large file is searched through are answered first', async () => {
  box = await startServer();
  const first = await managerOf(box);
  await first.order();
  await box.stop();
  fillFile(box.dataDir, scale({ short: 60_000, long: 600_000 }));
  box = await startServer({ dataDir: box.dataDir });
  const api = await managerOf(box);

  const finished: string[] = [];
  const searching = api.call('GET', '/orders?station=nowhere').then((answer) => {
    finished.push('search');
    return answer;
  });
  for (let i = 0; i < 10; i++) {
    expect((await api.order()).status).toBe(201);
    finished.push('order');
  }
  expect((await searching).json).toEqual({ items: [], next_cursor: null });
  expect(finished).toEqual([...Array.from({ length: 10 }, () => 'order'), 'search']);
});

test('[RDR1] the list has an order as soon as its sender has the answer', async () => {
  box = await startServer();
  const api = await managerOf(box);
  for (let i = 0; i < 20; i++) {
    const { id } = (await api.order()).json;
    expect((await api.call('GET', '/orders?sort=-created_at&limit=1')).json.items[0].id).toBe(id);
  }
});
