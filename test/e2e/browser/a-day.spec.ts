import type { Page } from '@playwright/test';
import { faults } from '../../rig/fault.ts';
import { createTcpFaultProxy } from '../../rig/tcp-fault-proxy.ts';
import { bumpOf, expect, order, test, ticket, tickets } from './board-fixture.ts';
import { chip, openTab } from './outbox-fixture.ts';

/** What becomes of one tablet at http://kitchen-pass.local in a hard day; pictures in `artefacts/a-day`. */

let pictures = 0;
const picture = (page: Page, name: string) =>
  page.screenshot({
    path: `artefacts/a-day/${String(++pictures).padStart(2, '0')}-${name}.png`,
    animations: 'disabled',
  });

const says = (page: Page, state: string) =>
  expect(page.locator(`[data-freshness="${state}"]`)).toBeVisible({ timeout: 60_000 });
const untouched = { timeout: 60_000 };

test('[FRS1] [FRS3] [SND1] killed, restarted, without network, stalled: right at every step, and it says what it knows', async ({
  context,
  server,
  pos,
}) => {
  test.setTimeout(240_000);
  pictures = 0;
  const proxy = await createTcpFaultProxy({ targetPort: server.port });
  const page = await openTab(context, `http://kitchen-pass.local:${proxy.port}`);
  expect(await page.evaluate(() => isSecureContext)).toBe(false);
  await order(pos, '1', ['Soup']);
  await order(pos, '2', ['Burger', 'Fries']);
  await expect(tickets(page)).toHaveCount(2);
  await says(page, 'fresh');
  await picture(page, 'in-service');

  await server.kill('SIGKILL');
  await says(page, 'catching-up');
  await bumpOf(ticket(page, 'T 1')).click();
  await expect(ticket(page, 'T 1')).toBeHidden();
  await expect(chip(page)).toContainText('1 change kept on this tablet');
  await picture(page, 'killed');
  await says(page, 'waiting');
  await expect(page.locator('[data-trouble="unreachable"]')).toBeVisible();
  await picture(page, 'killed-15-s');
  await says(page, 'lost');
  await expect(page.getByRole('alert')).toContainText('does not answer');
  await expect(page.locator('main')).toHaveAttribute('data-lost', 'true');
  await expect(tickets(page)).toHaveCount(1);
  await picture(page, 'killed-40-s');

  await server.start();
  await says(page, 'fresh');
  await expect(chip(page)).toContainText('All sent');
  const cooked = (await pos.call('GET', '/orders?table=1')).json.items;
  expect(cooked).toMatchObject([{ order_status: 'completed', version: 2 }]);
  await order(pos, '3', ['Cake']);
  await expect(ticket(page, 'T 3')).toBeVisible();
  await expect(tickets(page)).toHaveCount(2);
  await picture(page, 'restarted');

  await context.setOffline(true);
  await proxy.become(faults.stalled);
  await expect(page.getByText('No network here')).toBeVisible();
  await order(pos, '4', ['Tea']);
  await picture(page, 'no-network');
  await proxy.heal();
  await context.setOffline(false);
  await expect(ticket(page, 'T 4')).toBeVisible(untouched);
  await says(page, 'fresh');

  await proxy.become(faults.stalled);
  await order(pos, '5', ['Coffee']);
  await says(page, 'waiting');
  await expect(ticket(page, 'T 5')).toBeHidden();
  await picture(page, 'stalled');
  await proxy.heal();
  await expect(ticket(page, 'T 5')).toBeVisible(untouched);
  await says(page, 'fresh');
  await expect(tickets(page)).toHaveCount(4);
  expect((await pos.call('GET', '/orders?status=open')).json.items).toHaveLength(4);
  await picture(page, 'after-all');
  await proxy.close();
});

test('[CLK1] [FRS1] [LNK13] its clock set back and ahead by a day, and hidden for ten minutes: ages and tickets are right', async ({
  context,
  server,
  pos,
}) => {
  test.setTimeout(120_000);
  pictures = 10;
  const url = `http://kitchen-pass.local:${server.port}`;
  await order(pos, '1', ['Soup']);
  const board = await openTab(context, url);
  await board.clock.install();
  // One that can be heard is used also while nobody sees it.
  await board.evaluate(() => localStorage.setItem('kitchen-pass.sound', JSON.stringify({ volume: 0 })));
  await board.reload();
  await expect(ticket(board, 'T 1')).toBeVisible();
  await says(board, 'fresh');

  for (const days of [-1, 1]) {
    await board.clock.setSystemTime(Date.now() + days * 86_400_000);
    await order(pos, days < 0 ? '2' : '3', ['Burger']);
    await expect(ticket(board, days < 0 ? 'T 2' : 'T 3')).toBeVisible();
    await board.clock.runFor(6000);
    await says(board, 'fresh');
    for (const label of ['T 1', 'T 2']) {
      await expect(
        ticket(board, label)
          .locator('header .tabular')
          .getByText(/^0:\d\d$/),
      ).toBeVisible();
    }
    await expect(board.locator('[data-band="late"], [data-band="warn"]')).toHaveCount(0);
    await picture(board, days < 0 ? 'clock-a-day-back' : 'clock-a-day-ahead');
  }

  await seen(board, 'hidden');
  await board.clock.fastForward(600_000);
  await expect.poll(async () => (await pos.call('GET', '/ws/orders/live/status')).json.total_connections).toBe(0);
  await order(pos, '4', ['Cake']);
  await seen(board, 'visible');
  await expect(ticket(board, 'T 4')).toBeVisible();
  await expect(tickets(board)).toHaveCount(4);
  await says(board, 'fresh');
  await picture(board, 'hidden-and-back');
});

/** What a browser says when its page is covered or uncovered. */
async function seen(page: Page, state: 'hidden' | 'visible'): Promise<void> {
  await page.evaluate((visibility) => {
    Object.defineProperty(document, 'visibilityState', { configurable: true, get: () => visibility });
    document.dispatchEvent(new Event('visibilitychange'));
  }, state);
}
