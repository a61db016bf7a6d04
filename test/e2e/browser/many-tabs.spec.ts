import type { Page } from '@playwright/test';
import { faults } from '../../rig/fault.ts';
import { createTcpFaultProxy } from '../../rig/tcp-fault-proxy.ts';
import { bumpOf, expect, guardOver, order, test, ticket } from './board-fixture.ts';
import { freshness, signInByName } from './link-hand.ts';

test('[TAB2] seven pages of one browser where no WebSocket comes through: all are live, and each can be worked at', async ({
  server,
  pos,
  page,
}) => {
  test.setTimeout(150_000);
  const proxy = await createTcpFaultProxy({ targetPort: server.port });
  await proxy.become(faults.upgradeRefused);
  await signInByName(page, proxy);
  await expect(freshness(page)).toContainText('Live (', { timeout: 30_000 });
  const pages = [page];
  const isBusy = page.evaluate(busyFor, 3000);
  while (pages.length < 7) pages.push(await another(page));
  await isBusy;
  for (const one of pages) await expect(freshness(one)).toContainText('Live (', { timeout: 60_000 });

  const ways = async () => Promise.all(pages.map(async (one) => (await freshness(one).textContent()) ?? ''));
  const streams = async () => (await ways()).filter((words) => words.includes('backup link')).length;
  await expect.poll(streams).toBe(1);
  const status = await pos.call('GET', '/ws/orders/live/status');
  expect(status.json.by_transport).toMatchObject({ websocket: 0, sse: 1 });

  for (const [index, one] of pages.entries()) {
    const placed = await order(pos, `${index + 1}`, ['Burger']);
    for (const each of [one, page]) await expect(ticket(each, `T ${index + 1}`)).toBeVisible();
    await guardOver(one);
    await bumpOf(ticket(one, `T ${index + 1}`)).click();
    const stored = async () => (await pos.call('GET', `/orders/${placed.id}`)).json.order_status;
    await expect.poll(stored).not.toBe('pending');
  }
  await proxy.close();
});

/** It does not hear in time that others ask for its place. */
function busyFor(ms: number): void {
  for (const end = performance.now() + ms; performance.now() < end; );
}

async function another(page: Page): Promise<Page> {
  const one = await page.context().newPage();
  await one.goto(page.url());
  return one;
}
