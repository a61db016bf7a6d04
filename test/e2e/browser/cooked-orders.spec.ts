import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Page } from '@playwright/test';
import type { Api } from '../../harness/api.ts';
import { loadOrders } from '../../harness/real-orders.ts';
import { scale } from '../../harness/scale.ts';
import type { ServerProcess } from '../../harness/server-process.ts';
import { hashOfKitchen, hashOfServer } from '../../rig/kitchen-hash.ts';
import { expect, openBoard, test, tickets } from './board-fixture.ts';
import { kitchenInPage } from './kitchen-in-page.ts';
import { setStations } from './stations-hand.ts';

const { name, text, orders } = loadOrders();
const count = scale({ short: 60, long: orders.length });
const checks = scale({ short: 4, long: 40 });

/** Burritos are cooked at both; what the hot line makes is wrapped by somebody who has no screen. */
const stations = [
  { id: 'hot', name: 'Hot line', categories: ['Bowls', 'Burritos', 'Tacos', 'Menu'], next: 'wrap' },
  { id: 'cold', name: 'Cold side', categories: ['Burritos', 'Sides', 'Drinks', 'Salads'] },
  { id: 'wrap', name: 'Wrapping' },
  { id: 'pass', name: 'Pass', kind: 'expo' as const },
];
const withScreen = ['hot', 'cold', 'pass'];

/** `npm run simulate -- --orders … --cook` as a process of its own, as somebody starts it. */
function startSimulation({ url, dataDir, password }: ServerProcess): ChildProcess {
  const file = join(dataDir, 'orders.tsv');
  writeFileSync(file, text);
  const words = ['--orders', file, '--url', url, '--limit', String(count), '--cook', '--in-flight', '12'];
  return spawn(process.execPath, [resolve(import.meta.dirname, '../../simulate/simulate.ts'), ...words], {
    env: { ...process.env, KDS_ADMIN_PASSWORD: password },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

/** Everybody stands still, wherever they are; then each screen holds, whole, what the server has. */
async function compare(crew: ChildProcess, pos: Api, screens: readonly Page[]): Promise<number> {
  crew.kill('SIGSTOP');
  let truth = '';
  await expect
    .poll(async () => {
      const before = truth;
      truth = await hashOfServer(pos);
      return truth === before;
    })
    .toBe(true);
  for (const screen of screens)
    await expect.poll(async () => hashOfKitchen(await kitchenInPage(screen)), screen.url()).toBe(truth);
  const open = (await pos.call('GET', '/orders?status=open&limit=200')).json.items.length;
  crew.kill('SIGCONT');
  return open;
}

test(`[EXP1] [RTE3] ${count} of ${name} cooked by the program: no screen disagrees with the server, all is handed over`, async ({
  browser,
  server,
  pos,
}) => {
  test.setTimeout(scale({ short: 120_000, long: 1_200_000 }));
  await setStations(pos, stations);
  const screens: Page[] = [];
  for (const id of withScreen) {
    const page = await (await browser.newContext()).newPage();
    await openBoard(page, server);
    await page.goto(`${server.url}/?station=${id}`);
    await expect(page.locator('[data-open-count="0"]')).toBeVisible();
    screens.push(page);
  }
  const crew = startSimulation(server);
  const said: string[] = [];
  for (const stream of [crew.stdout, crew.stderr]) stream?.on('data', (words) => said.push(String(words)));
  const over = once(crew, 'exit');
  const openAt: number[] = [];
  for (let nth = 1; nth <= checks; nth++) {
    const due = Math.floor((count * nth) / (checks + 1));
    await expect.poll(() => taken(pos), { timeout: 300_000 }).toBeGreaterThanOrEqual(due);
    openAt.push(await compare(crew, pos, screens));
  }
  expect(Math.max(...openAt), 'orders under way at a check').toBeGreaterThan(0);
  expect(await over, said.join('')).toEqual([0, null]);
  expect(said.join('')).toContain(`handed over ${count}`);
  for (const status of ['pending', 'preparing', 'ready', 'cancelled'])
    expect((await pos.call('GET', `/orders?status=${status}`)).json.items).toEqual([]);
  const truth = await hashOfServer(pos);
  for (const screen of screens) {
    await expect.poll(async () => hashOfKitchen(await kitchenInPage(screen))).toBe(truth);
    await expect(screen.locator('[data-open-count="0"]')).toBeVisible();
    await expect(tickets(screen)).toHaveCount(0);
    await screen.context().close();
  }
});

/** How many orders there have been today, by the number of the newest. */
async function taken(pos: Api): Promise<number> {
  const { items } = (await pos.call('GET', '/orders?limit=1&sort=-created_at')).json;
  return Number(/\d+$/.exec(items[0]?.number ?? '0')?.[0]);
}
