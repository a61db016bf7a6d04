import type { Api } from '../../harness/api.ts';
import { bumpOf, expect, guardOver, openBoard, order, test, ticket, tickets } from './board-fixture.ts';
import { choose } from './settings-hand.ts';

test('an order from a POS is on the board, is cooked by line, and goes with the bump', async ({ board, pos }) => {
  await expect(board.getByText('No open tickets')).toBeVisible();
  const { id } = await order(pos, '5', ['Burger', 'Fries']);
  const card = ticket(board, 'T 5');
  await expect(card).toBeVisible();

  await card.getByRole('button', { name: 'Burger' }).click();
  await expect(card.getByRole('img', { name: 'Ready' }).or(card.getByLabel('Ready'))).toBeVisible();
  await expect.poll(async () => (await pos.call('GET', `/orders/${id}`)).json.items[0].status).toBe('ready');

  await bumpOf(card).click();
  await expect(card).toBeHidden();
  await expect.poll(async () => (await pos.call('GET', `/orders/${id}`)).json.order_status).toBe('completed');
});

test('what one screen bumps is gone on the other', async ({ board, pos, server, browser }) => {
  const other = await (await browser.newContext()).newPage();
  await openBoard(other, server);
  await order(pos, '7', ['Soup']);
  await expect(ticket(other, 'T 7')).toBeVisible();
  await bumpOf(ticket(board, 'T 7')).click();
  await expect(ticket(other, 'T 7')).toBeHidden();
  await other.context().close();
});

test('[TAP1] a double tap bumps one ticket', async ({ board, pos }) => {
  for (const table of ['1', '2', '3']) await order(pos, table, ['Soup']);
  await expect(tickets(board)).toHaveCount(3);
  await bumpOf(ticket(board, 'T 1')).dblclick();
  await expect(tickets(board)).toHaveCount(2);
  await expect(ticket(board, 'T 2')).toBeVisible();
});

test('[OPT3] a refused bump brings the ticket back and says why', async ({ board, pos }) => {
  await order(pos, '9', ['Soup']);
  await board.route('**/api/v1/orders/*/bump', (route) =>
    route.fulfill({
      status: 403,
      contentType: 'application/problem+json',
      body: JSON.stringify({ status: 403, code: 'not_allowed', title: 'No', detail: 'This account may not do that' }),
    }),
  );
  await bumpOf(ticket(board, 'T 9')).click();
  await expect(board.getByRole('alert')).toContainText('T 9 · A1 is back: This account may not do that');
  await expect(ticket(board, 'T 9')).toBeVisible();
  await guardOver(board);
  await board.getByRole('button', { name: 'Got it' }).click();
  await expect(board.getByRole('alert')).toBeHidden();
});

test('[LNK1] a killed server comes back with everything, and with what was tapped meanwhile', async ({
  board,
  pos,
  server,
}) => {
  const first = await order(pos, '1', ['Soup']);
  await order(pos, '2', ['Burger']);
  await expect(tickets(board)).toHaveCount(2);
  await server.kill('SIGKILL');
  await bumpOf(ticket(board, 'T 1')).click();
  await expect(ticket(board, 'T 1')).toBeHidden();
  await expect(board.locator('[data-chip]')).toHaveText('1 change kept on this tablet');

  await server.start();
  await expect.poll(async () => (await pos.call('GET', `/orders/${first.id}`)).json.order_status).toBe('completed');
  await order(pos, '3', ['Cake']);
  await expect(ticket(board, 'T 3')).toBeVisible();
  await expect(ticket(board, 'T 2')).toBeVisible();
  await expect(tickets(board)).toHaveCount(2);
  await expect(board.locator('[data-chip]')).toHaveText('All sent');
});

test('[FRS1] without proof the screen says so, first in amber, then in red with the board dimmed', async ({
  board,
  pos,
  server,
}) => {
  await order(pos, '1', ['Soup']);
  await board.clock.install();
  await board.reload();
  await expect(ticket(board, 'T 1')).toBeVisible();
  await expect(board.locator('[data-freshness="fresh"]')).toBeVisible();
  await server.kill('SIGKILL');
  await board.clock.fastForward(16_000);
  await expect(board.getByText('Waiting for the kitchen…')).toBeVisible();
  await expect(board.locator('main')).toHaveAttribute('data-lost', 'false');
  await board.clock.fastForward(25_000);
  await expect(board.getByRole('alert')).toContainText('No word from the kitchen computer');
  await expect(board.locator('main')).toHaveAttribute('data-lost', 'true');
  await expect(ticket(board, 'T 1')).toBeVisible();

  // In vain while nobody is there; once somebody is, the screen may well be faster than a hand.
  await board.getByRole('button', { name: 'Try now' }).click();
  await expect(board.locator('main')).toHaveAttribute('data-lost', 'true');
  await server.start();
  await expect(board.locator('[data-freshness="fresh"]')).toBeVisible();
  await expect(board.locator('main')).toHaveAttribute('data-lost', 'false');
});

test('[FRS1] without proof an empty board does not say that nothing is open', async ({ board, server }) => {
  await board.clock.install();
  await board.reload();
  await expect(board.getByText('No open tickets')).toBeVisible();
  await server.kill('SIGKILL');
  await board.clock.fastForward(16_000);
  await expect(board.getByText('There were no open tickets')).toBeVisible();
  await expect(board.getByText('New orders appear here by themselves.')).toBeHidden();
  await server.start();
  await expect(board.getByText('New orders appear here by themselves.')).toBeVisible({ timeout: 20_000 });
});

test('[AGE1] [CRD2] the target stands beside the clock, makes no header higher, and gives way to a long label', {
  tag: '@wall',
}, async ({ board, pos }) => {
  const tables = ['4', 'Terrace', 'Terrace 1', 'Terrace 12 left', 'Garden table under the chestnut'];
  for (const table of tables) await order(pos, table, ['Soup']);
  const promised_at = new Date(Date.now() + 600_000).toISOString();
  expect((await pos.order({ type: 'dine_in', table_number: '9', promised_at })).status).toBe(201);
  await expect(tickets(board)).toHaveCount(6);
  const target = ticket(board, 'T 4').locator('[data-target]');
  await expect(target).toHaveText('/ 5target 5 min');
  await expect(ticket(board, 'T 9').locator('[data-target]')).toHaveCount(0);
  await expect(ticket(board, 'T 9')).toContainText(/for \d\d:\d\d/);
  const headers = () =>
    tickets(board)
      .locator('header')
      .evaluateAll((all) => all.map((one) => [one.clientHeight, one.querySelector('h2')?.getClientRects().length]));
  /** Whether it is seen, and nothing of the clock goes for it. */
  const shown = (label: string) =>
    ticket(board, label)
      .locator('[data-target]')
      .evaluate((one) => {
        const [own, box] = [one.getBoundingClientRect(), one.parentElement!.getBoundingClientRect()];
        const clock = one.previousElementSibling!.getBoundingClientRect();
        return { isSeen: own.bottom <= box.bottom + 1, isClockWhole: clock.width <= box.width + 1 };
      });
  for (const [width, places] of [
    [1920, 'As they fit'],
    [1920, '15 places'],
    [1280, '8 places'],
    [390, undefined],
  ] as const) {
    await board.setViewportSize({ width, height: width === 390 ? 844 : 1080 });
    if (places) await choose(board, places);
    const withIt = await headers();
    expect(await shown('T 4')).toEqual({ isSeen: true, isClockWhole: true });
    for (const table of tables.slice(1)) expect((await shown(table)).isClockWhole).toBe(true);
    const show = (display: string) =>
      board.locator('[data-target]').evaluateAll((all, how) => {
        for (const one of all as HTMLElement[]) one.style.display = how;
      }, display);
    await show('none');
    expect(await headers()).toEqual(withIt);
    await show('');
  }
});

test('[AGE1] a ticket grows old on the clock of the server, not of the screen', async ({ board, pos, server }) => {
  await order(pos, '1', ['Soup']);
  const screen = await board.context().newPage();
  let aheadMs = 0;
  await screen.routeWebSocket(/orders\/live/, (socket) => {
    const kitchen = socket.connectToServer();
    kitchen.onMessage((frame) => socket.send(String(frame).replaceAll(serverTime, (_, time) => later(time, aheadMs))));
  });
  await screen.clock.install({ time: Date.now() + 86_400_000 });
  await openBoard(screen, server);
  await expect(screen.locator('header[data-band="new"]')).toBeVisible();
  await expect(ticket(screen, 'T 1')).toContainText(/0:\d\d/);
  aheadMs = 5 * 60_000;
  await expect(screen.locator('header[data-band="warn"]')).toContainText('Slow');
  // Somebody decides anew what is slow and late: open boards show it at once.
  await pos.call('PATCH', '/settings', { warn_minutes: 2, late_minutes: 4 });
  await expect(screen.locator('header[data-band="late"]')).toContainText('Late');
  await pos.call('PATCH', '/settings', { warn_minutes: 30, late_minutes: 60 });
  await expect(screen.locator('header[data-band="new"]')).toBeVisible();
  await screen.close();
});

/** The kitchen's clock, as its frames tell it. */
const serverTime = /(?<="server_time":")([^"]+)/g;
const later = (time: string, byMs: number) => new Date(Date.parse(time) + byMs).toISOString();

for (const [how, come, count] of [
  [
    'another screen makes slide',
    (pos: Api, last: string) => pos.call('POST', `/orders/${last}/priority`, { priority: 'high' }),
    8,
  ],
  ['a new one makes slide', (pos: Api) => pos.order({ type: 'dine_in', table_number: '99', priority: 'high' }), 9],
] as const) {
  test(`[TAP1] a ticket that ${how} is not bumped by a tap aimed at what stood there`, { tag: '@wall' }, async ({
    board,
    pos,
  }) => {
    const orders = [];
    for (let table = 1; table <= 8; table++) orders.push(await order(pos, String(table), ['Soup']));
    await expect(tickets(board)).toHaveCount(8);
    const aim = await bumpOf(ticket(board, 'T 2')).boundingBox();
    if (!aim) throw new Error('T 2 is not on the board');
    // The finger is on its way: it comes down in the very next picture after another one has come to the front.
    await board.evaluate(
      ([first, x, y]) => {
        const tap = () => {
          const button = document.elementFromPoint(x, y)?.closest('button');
          // As a finger does it: a click without a count is a key's.
          button?.dispatchEvent(new MouseEvent('click', { bubbles: true, detail: 1 }));
          document.body.dataset.tapped = button ? 'a button' : 'nothing';
        };
        const watch = new MutationObserver(() => {
          const front = document.querySelector<HTMLElement>('[data-ticket][data-slot="1"]:not([aria-hidden="true"])');
          if (!front || front.dataset.ticket === first) return;
          watch.disconnect();
          requestAnimationFrame(tap);
        });
        watch.observe(document.body, { childList: true, subtree: true, attributes: true });
      },
      [orders[0].id as string, aim.x + aim.width / 2, aim.y + aim.height / 2] as const,
    );
    await come(pos, orders[7].id);
    await expect(board.locator('body')).toHaveAttribute('data-tapped', 'a button');
    await expect(tickets(board)).toHaveCount(count);
    const open = (await pos.call('GET', '/orders?status=open')).json.items;
    expect(open).toHaveLength(count);
  });
}

test('[TAP1] a tap on a ticket that stands still counts, although another one has just grown', {
  tag: '@wall',
}, async ({ board, pos }) => {
  const orders: { readonly id: string }[] = [];
  for (let table = 1; table <= 8; table++) orders.push(await order(pos, String(table), ['Soup']));
  await expect(tickets(board)).toHaveCount(8);
  await guardOver(board);
  // In the very picture in which a dish more stands on the last one.
  await board.evaluate(
    ([first, last]) => {
      const of = (id: string) => document.querySelector<HTMLElement>(`[data-ticket="${id}"]`);
      const watch = new MutationObserver(() => {
        if ((of(last)?.querySelectorAll('[data-line]').length ?? 0) < 2) return;
        watch.disconnect();
        const bump = of(first)?.querySelector('[data-bump]');
        requestAnimationFrame(() => bump?.dispatchEvent(new MouseEvent('click', { bubbles: true, detail: 1 })));
      });
      watch.observe(document.body, { childList: true, subtree: true });
    },
    [orders[0]!.id, orders[7]!.id] as const,
  );
  await pos.call('POST', `/orders/${orders[7]!.id}/items`, { items: [{ name: 'Tea', unit_price: 3 }] });
  await expect(ticket(board, 'T 1')).toBeHidden();
  await expect
    .poll(async () => (await pos.call('GET', `/orders/${orders[0]!.id}`)).json.order_status)
    .toBe('completed');
});

test('[OPT3] a line that is refused because the order has gone is named as it was called', async ({ board, pos }) => {
  await order(pos, '4', ['Soup']);
  await expect(ticket(board, 'T 4')).toBeVisible();
  await board.route('**/api/v1/orders/*/items/*', (route) =>
    route.fulfill({
      status: 409,
      contentType: 'application/problem+json',
      body: JSON.stringify({ status: 409, code: 'item_voided', title: 'No', detail: 'The item is voided.' }),
    }),
  );
  await board.getByText('Soup').click();
  await expect(board.getByRole('alert')).toContainText('Soup on T 4 · A1 was not taken: The item is voided.');
});
