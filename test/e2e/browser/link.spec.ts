import type { Page } from '@playwright/test';
import { adminPassword } from '../../harness/server-in-a-box.ts';
import type { ServerProcess } from '../../harness/server-process.ts';
import { expect, order, test, ticket, tickets } from './board-fixture.ts';
import { choose } from './settings-hand.ts';

const freshness = (board: Page) => board.locator('[data-freshness]');

/** A page whose WebSockets open and stay silent, as through a proxy that does not know them, until they are let through. */
async function withoutWebSocket(board: Page): Promise<{ letThrough(): void }> {
  let isBlocked = true;
  await board.routeWebSocket(/\/ws\/orders\/live/, (socket) => {
    if (!isBlocked) socket.connectToServer();
  });
  return {
    letThrough: () => {
      isBlocked = false;
    },
  };
}

/** As a tablet comes, which is not the kitchen's own computer: there the board does without a network. */
async function signInByName(page: Page, server: ServerProcess): Promise<void> {
  await page.goto(`http://kitchen-pass.local:${server.port}`);
  await page.getByLabel('User name').fill('admin');
  await page.getByLabel('Password', { exact: true }).fill(adminPassword);
  await page.getByRole('button', { name: 'Sign in' }).click();
}

const wake = (board: Page) => board.evaluate(() => dispatchEvent(new Event('focus')));

test('[LNK9] where WebSocket does not go, the board is live over SSE within 30 s, and goes back when it does', async ({
  page,
  pos,
  server,
}) => {
  await order(pos, '1', ['Soup']);
  const webSocket = await withoutWebSocket(page);
  await signInByName(page, server);
  await expect(freshness(page)).toContainText('Live (backup link)', { timeout: 30_000 });
  await order(pos, '2', ['Cake']);
  await expect(ticket(page, 'T 2')).toBeVisible();

  webSocket.letThrough();
  await wake(page);
  await expect(freshness(page)).toHaveText(/^Live\d/);
  await order(pos, '3', ['Tea']);
  await expect(ticket(page, 'T 3')).toBeVisible();
  await expect(tickets(page)).toHaveCount(3);
});

test('[LNK9] where SSE is held back too, the board asks, and shows what happens', async ({ page, pos, server }) => {
  await withoutWebSocket(page);
  await page.route('**/api/v1/events/**', (route) => route.abort());
  await signInByName(page, server);
  await expect(freshness(page)).toContainText('Live (asking every 10 s)', { timeout: 40_000 });
  await order(pos, '1', ['Soup']);
  await expect(ticket(page, 'T 1')).toBeVisible();

  await page.route(/sync\/orders\?wait=10/, (route) => route.abort());
  await expect(freshness(page)).toContainText('Live (asking every 2 s)', { timeout: 20_000 });
  await order(pos, '2', ['Cake']);
  await expect(ticket(page, 'T 2')).toBeVisible();
});

test('[FRS3] a device without network says so at once, then what to look at', async ({ page, context, server }) => {
  await page.clock.install();
  await signInByName(page, server);
  await expect(freshness(page)).toHaveText(/^Live\d/);
  await context.setOffline(true);
  await expect(freshness(page)).toContainText('No network here');
  await page.clock.fastForward(17_000);
  await expect(page.locator('[data-freshness="waiting"]')).toContainText('No network here');
  await page.clock.fastForward(25_000);
  await expect(page.getByRole('alert')).toContainText('This device has no network. Check its Wi-Fi or its cable.');
  await context.setOffline(false);
  await expect(freshness(page)).toHaveText(/^Live\d/);
});

test('[FRS3] a kitchen computer that restarts is called that', async ({ board, server }) => {
  await board.clock.install();
  await board.reload();
  await expect(freshness(board)).toHaveText(/^Live\d/);
  await server.kill('SIGTERM');
  await board.clock.runFor(16_000);
  await expect(board.locator('[data-freshness="waiting"]')).toContainText('It is restarting');
  await server.start();
  await expect(freshness(board)).toHaveText(/^Live\d/);
});

test('[LNK13] a board that nobody sees lets go of its connection and is right when it is seen again', async ({
  board,
  pos,
  server,
}) => {
  await board.clock.install();
  await board.reload();
  await expect(freshness(board)).toHaveText(/^Live\d/);
  const connections = async () => (await (await fetch(`${server.url}/api/v1/ws/health`)).json()).total_connections;
  expect(await connections()).toBe(1);
  const see = (visibilityState: string) =>
    board.evaluate((state) => {
      Object.defineProperty(document, 'visibilityState', { configurable: true, value: state });
      document.dispatchEvent(new Event('visibilitychange'));
    }, visibilityState);
  await see('hidden');
  await board.clock.runFor(61_000);
  await expect.poll(connections).toBe(0);
  await order(pos, '1', ['Soup']);
  await see('visible');
  await expect(ticket(board, 'T 1')).toBeVisible();
  await expect.poll(connections).toBe(1);
});

/** Pictures for people to look at, in `artefacts/link`. */
test('what the board says of its link can be looked at', async ({ page, context, pos, server }) => {
  for (let table = 1; table <= 6; table++) await order(pos, String(table), ['Soup', 'Steak Burrito']);
  const webSocket = await withoutWebSocket(page);
  await page.clock.install();
  await signInByName(page, server);
  await expect(freshness(page)).toContainText('Live (backup link)', { timeout: 30_000 });
  await look(page, 'backup');
  webSocket.letThrough();
  await wake(page);
  await expect(freshness(page)).toHaveText(/^Live\d/);
  await look(page, 'live');
  await context.setOffline(true);
  await expect(freshness(page)).toContainText('No network here');
  await look(page, 'offline');
  await page.clock.fastForward(17_000);
  await expect(page.locator('[data-freshness="waiting"]')).toBeVisible();
  await look(page, 'amber');
  await page.clock.fastForward(25_000);
  await expect(page.getByRole('alert')).toBeVisible();
  await look(page, 'red');
});

const screens = { wall: [1920, 1080], tablet: [820, 1180], phone: [390, 844] } as const;

async function look(page: Page, name: string): Promise<void> {
  for (const [screen, [width, height]] of Object.entries(screens)) {
    await page.setViewportSize({ width, height });
    for (const theme of ['Light', 'Dark']) {
      await choose(page, theme);
      await page.evaluate(() => document.fonts.ready);
      const path = `artefacts/link/${name}-${screen}-${theme.toLowerCase()}.png`;
      await page.screenshot({ path, animations: 'disabled' });
    }
  }
}
