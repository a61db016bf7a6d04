import { bumpOf, expect, letSettle, order, standStill, test, ticket, tickets } from './board-fixture.ts';
import { freshness, signInByName, wake, withoutWebSocket } from './link-hand.ts';

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

for (const [screen, viewport, moves] of [
  ['a wall', { width: 1920, height: 1080 }, false],
  ['a phone', { width: 390, height: 844 }, true],
] as const) {
  test(`[TAP1] on ${screen} a word about the link takes a tap away ${moves ? 'as it pushes tickets' : 'from nobody'}`, {
    tag: '@wall',
  }, async ({ page, context, pos, server }) => {
    await page.setViewportSize(viewport);
    await page.clock.install();
    await signInByName(page, server);
    await order(pos, '1', ['Soup']);
    const bump = bumpOf(ticket(page, 'T 1'));
    await expect(bump).toBeVisible();
    await expect(freshness(page)).toHaveText(/Live/);
    await standStill(page);
    await context.setOffline(true);
    await expect(freshness(page)).toContainText('No network here');
    await bump.evaluate((button) => button.dispatchEvent(new MouseEvent('click', { bubbles: true, detail: 1 })));
    await expect(tickets(page)).toHaveCount(moves ? 1 : 0);
    await letSettle(page);
    if (moves) await bump.click();
    await expect(tickets(page)).toHaveCount(0);
  });
}

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

test('[LNK13] a board that nobody sees or hears lets go of its connection and is right when it is seen again', async ({
  board,
  pos,
  server,
}) => {
  await board.clock.install();
  await board.evaluate(() => localStorage.setItem('kitchen-pass.sound', JSON.stringify({ volume: 0 })));
  await board.reload();
  await expect(freshness(board)).toHaveText(/^Live\d/);
  const connections = async () => (await (await fetch(`${server.url}/api/v1/ws/health`)).json()).total_connections;
  await expect.poll(connections).toBe(1);
  const see = (visibilityState: string) =>
    board.evaluate((state) => {
      Object.defineProperty(document, 'visibilityState', { configurable: true, value: state });
      document.dispatchEvent(new Event('visibilitychange'));
    }, visibilityState);
  await see('hidden');
  // In steps, so that the server's real answers come in between.
  for (let second = 0; second < 61; second++) await board.clock.runFor(1000);
  await expect.poll(connections).toBe(0);
  await order(pos, '1', ['Soup']);
  await see('visible');
  await expect(ticket(board, 'T 1')).toBeVisible();
  await expect.poll(connections).toBe(1);
});
