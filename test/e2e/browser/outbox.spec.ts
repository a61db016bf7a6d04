import { bumpOf, expect, guardOver, openBoard, order, test, ticket, tickets } from './board-fixture.ts';
import {
  addresses,
  chip,
  commandsOf,
  commandsOnly,
  holdCommands,
  keyOf,
  openPanel,
  openTab,
  plant,
  release,
  rowsIn,
  signInByHand,
} from './outbox-fixture.ts';

for (const [name, addressOf] of Object.entries(addresses)) {
  test(`[OBX2] [OBX3] at ${name}: tapped while the kitchen is dead, kept over a closed page, done once`, async ({
    server,
    pos,
    context,
  }) => {
    const { id } = await order(pos, '5', ['Soup']);
    const page = await openTab(context, addressOf(server));
    await server.kill('SIGKILL');
    await bumpOf(ticket(page, 'T 5')).click();
    await expect(chip(page)).toHaveText('1 change kept on this tablet');
    const panel = await openPanel(page);
    await expect(panel.locator('[data-delivery="kept"]')).toContainText('T 5 · A1');
    const [{ key, request }] = await rowsIn(page);
    await page.close();

    await server.start();
    const sent = commandsOf(context);
    const next = await openTab(context, addressOf(server));
    await expect
      .poll(async () => (await pos.call('GET', `/orders/${id}`)).json)
      .toMatchObject({
        order_status: 'completed',
        version: 2,
      });
    await expect(tickets(next)).toHaveCount(0);
    await expect.poll(() => rowsIn(next)).toEqual([]);
    expect(sent.map(keyOf)).toContain(key);
    expect(new Set(sent.map((one) => one.postData()))).toEqual(new Set([JSON.stringify(request.body)]));
    expect(await next.evaluate(() => isSecureContext)).toBe(name === 'the number');
  });
}

test('[OBX2] [CMD1] the same command from two tabs and after the kill of the server: one effect, equal answers', async ({
  server,
  pos,
  context,
}) => {
  const { id } = await order(pos, '5', ['Soup']);
  const answers: string[] = [];
  const askers = new Set<unknown>();
  let isLost = true;
  await context.route('**/api/v1/orders/*/status', async (route) => {
    const answer = await route.fetch().catch(() => undefined);
    if (!answer) return route.abort();
    answers.push(await answer.text());
    askers.add(route.request().frame().page());
    return isLost ? route.abort() : route.fulfill({ response: answer });
  });
  const one = await openTab(context, server.url);
  await bumpOf(ticket(one, 'T 5')).click();
  await expect.poll(() => rowsIn(one)).toHaveLength(1);
  const other = await openTab(context, server.url);
  await expect.poll(() => askers.size).toBe(2);

  await server.kill('SIGKILL');
  await server.start();
  const before = answers.length;
  isLost = false;
  for (const page of [one, other]) await expect(chip(page)).toHaveText('All sent');
  await expect.poll(() => rowsIn(one)).toEqual([]);
  expect(answers.length).toBeGreaterThan(before);
  expect(new Set(answers).size).toBe(1);
  expect((await pos.call('GET', `/orders/${id}`)).json).toMatchObject({ order_status: 'completed', version: 2 });
});

test('[OBX2] the commands of one order go in the order they were made, also over a reload', async ({
  server,
  pos,
  context,
}) => {
  const { id, items } = await order(pos, '5', ['Soup', 'Burger', 'Cake']);
  const page = await openTab(context, server.url);
  await holdCommands(context);
  for (const dish of ['Burger', 'Soup', 'Cake']) await page.getByRole('button', { name: dish }).click();
  await expect(page.locator('[data-line] [data-delivery="kept"]')).toHaveCount(3);
  await page.reload();
  await expect(page.locator('[data-line] [data-delivery="kept"]')).toHaveCount(3);
  await bumpOf(ticket(page, 'T 5')).click();
  await expect.poll(() => rowsIn(page)).toHaveLength(4);
  await page.reload();
  await expect(tickets(page)).toHaveCount(0);

  const made: string[] = [];
  context.on('response', (response) => {
    if (response.request().method() === 'PATCH') made.push(new URL(response.url()).pathname.split('/').at(-1) ?? '');
  });
  await release(context);
  await expect.poll(async () => (await pos.call('GET', `/orders/${id}`)).json.order_status).toBe('completed');
  await expect.poll(() => made).toEqual([items[1].id, items[0].id, items[2].id, 'status']);
  await expect.poll(() => rowsIn(page)).toEqual([]);
});

test('[OLD1] [OBX4] what is 7 days old is refused and shown until read; the next of its order is done', async ({
  server,
  pos,
  context,
}) => {
  const { id } = await order(pos, '5', ['Soup', 'Burger']);
  await holdCommands(context);
  const weekAgo = await context.newPage();
  await weekAgo.routeWebSocket(/\/ws\/orders\/live/, (socket) => {
    const kitchen = socket.connectToServer();
    kitchen.onMessage((frame) => socket.send(sevenDaysEarlier(String(frame))));
  });
  await openBoard(weekAgo, server);
  await weekAgo.getByRole('button', { name: 'Soup' }).click();
  await expect.poll(() => rowsIn(weekAgo)).toHaveLength(1);
  await weekAgo.close();
  const today = await openTab(context, server.url);
  await today.getByRole('button', { name: 'Burger' }).click();
  await expect.poll(() => rowsIn(today)).toHaveLength(2);
  await today.close();

  await release(context);
  const page = await openTab(context, server.url);
  const alert = page.getByRole('alert');
  await expect(alert).toContainText('Soup on T 5 · A1 was not taken: This was wanted more than 6 days ago');
  await expect
    .poll(async () => (await pos.call('GET', `/orders/${id}`)).json.items.map((item: any) => item.status))
    .toEqual(['pending', 'ready']);
  await expect(chip(page)).toHaveText('1 change not taken');

  await page.reload();
  await expect(alert).toContainText('Soup on T 5 · A1 was not taken');
  const panel = await openPanel(page);
  await expect(panel.locator('[data-delivery="refused"]')).toContainText(
    'Taken back: This was wanted more than 6 days',
  );
  await panel.getByRole('button', { name: 'Got it' }).click();
  await expect.poll(() => rowsIn(page)).toEqual([]);
  await page.reload();
  await expect(chip(page)).toHaveText('All sent');
  await expect(alert).toBeHidden();
});

function sevenDaysEarlier(frame: string): string {
  return frame.replace(/"server_time":"([^"]+)"/, (_all, iso: string) => {
    return `"server_time":"${new Date(Date.parse(iso) - 7 * 86_400_000).toISOString()}"`;
  });
}

test('[OBX7] a browser without storage says so and works', async ({ server, pos, page }) => {
  await page.addInitScript(() => Object.defineProperty(window, 'indexedDB', { value: undefined }));
  const first = await order(pos, '5', ['Soup']);
  const second = await order(pos, '6', ['Soup']);
  await openBoard(page, server);
  await expect(chip(page)).toHaveText('This browser cannot keep changes over a reload');
  await expect((await openPanel(page)).getByRole('alert')).toContainText('leave the page open until all are');
  await page.keyboard.press('Escape');
  await bumpOf(ticket(page, 'T 5')).click();
  await expect.poll(async () => (await pos.call('GET', `/orders/${first.id}`)).json.order_status).toBe('completed');

  await server.kill('SIGKILL');
  await guardOver(page);
  await bumpOf(ticket(page, 'T 6')).click();
  await expect(chip(page)).toHaveText('1 change not sent yet');
  await server.start();
  await expect.poll(async () => (await pos.call('GET', `/orders/${second.id}`)).json.order_status).toBe('completed');
});

test('[OBX5] what another person has left is named, never sent, and discarded only after a question', async ({
  server,
  pos,
  context,
}) => {
  await order(pos, '5', ['Soup', 'Burger']);
  await holdCommands(context);
  const adas = await context.newPage();
  await adas.route('**/api/v1/auth/me', async (route) => {
    const answer = await route.fetch();
    const person = { ...(await answer.json()), user_id: 'ada', display_name: 'Ada' };
    await route.fulfill({ response: answer, json: person });
  });
  await openBoard(adas, server);
  await adas.getByRole('button', { name: 'Soup' }).click();
  await expect.poll(() => rowsIn(adas)).toHaveLength(1);
  await adas.close();
  await release(context);

  const sent = commandsOf(context);
  const page = await openTab(context, server.url);
  await expect(chip(page)).toHaveText('1 change of others');
  await page.getByRole('button', { name: 'Burger' }).click();
  const panel = await openPanel(page);
  await expect(panel).toContainText('1 change of Ada waits on this device until they sign in again.');
  await expect(panel.locator('[data-delivery]')).toHaveCount(1);
  await panel.getByRole('button', { name: 'Discard' }).click();
  await expect(panel).toContainText('Discard 1 change of Ada? The kitchen will never get it.');
  await panel.getByRole('button', { name: 'Keep' }).click();
  expect((await rowsIn(page)).filter((row) => row.owner.name === 'Ada')).toHaveLength(1);
  await panel.getByRole('button', { name: 'Discard' }).click();
  await panel.getByRole('button', { name: 'Discard for good' }).click();
  await expect.poll(() => rowsIn(page)).toEqual([]);
  await expect(panel).not.toContainText('Ada');
  expect(sent.map((one) => one.headers()['made-by'])).toEqual(['admin']);
});

test('[OBX5] signed out, nothing is shown and everything is kept; signed in again, it is sent', async ({
  server,
  pos,
  context,
}) => {
  const { id } = await order(pos, '5', ['Soup']);
  const page = await openTab(context, server.url);
  await holdCommands(context);
  await bumpOf(ticket(page, 'T 5')).click();
  await expect.poll(() => rowsIn(page)).toHaveLength(1);
  await page.getByRole('button', { name: 'Sign out' }).click();
  await expect(page.getByText('1 change waits on this device until whoever made it signs in again.')).toBeVisible();
  await expect(page.locator('body')).not.toContainText('T 5');
  await release(context);
  const sent = commandsOf(context);
  await page.reload();
  await expect(page.getByText('1 change waits on this device')).toBeVisible();
  expect(sent).toEqual([]);
  await signInByHand(page);
  await expect.poll(async () => (await pos.call('GET', `/orders/${id}`)).json.order_status).toBe('completed');
  await expect.poll(() => rowsIn(page)).toEqual([]);
});

test('[OBX6] rows that nobody here has written break nothing, and are discarded only after a question', async ({
  server,
  pos,
  context,
}) => {
  const first = await openTab(context, server.url);
  for (const row of ['nonsense', { key: 'k', lane: 'x' }, { key: 'n', lane: 'l', command: { kind: 'fly' } }, null]) {
    await plant(first, row);
  }
  const { id } = await order(pos, '5', ['Soup']);
  await first.reload();
  const sent = commandsOf(context);
  await bumpOf(ticket(first, 'T 5')).click();
  await expect.poll(async () => (await pos.call('GET', `/orders/${id}`)).json.order_status).toBe('completed');
  expect(new Set(sent.map(keyOf)).size).toBe(1);
  expect(await rowsIn(first)).toHaveLength(4);
  const panel = await openPanel(first);
  await expect(panel).toContainText('4 changes on this device cannot be read by this version of the page.');
  await panel.getByRole('button', { name: 'Discard' }).click();
  await panel.getByRole('button', { name: 'Discard for good' }).click();
  await expect.poll(() => rowsIn(first)).toEqual([]);
});

test('[OBX4] a refusal does not come back once it was read, nor when it is tried again', async ({
  server,
  pos,
  context,
}) => {
  const { id } = await order(pos, '9', ['Soup']);
  const page = await openTab(context, server.url);
  await page.route(commandsOnly, (route) =>
    route.fulfill({
      status: 403,
      contentType: 'application/problem+json',
      body: JSON.stringify({ status: 403, code: 'not_allowed', title: 'No', detail: 'This account may not do that' }),
    }),
  );
  await bumpOf(ticket(page, 'T 9')).click();
  await expect(page.getByRole('alert')).toContainText('T 9 · A1 is back');
  await expect.poll(async () => (await rowsIn(page))[0]?.objection?.code).toBe('not_allowed');
  await page.reload();
  await expect(page.getByRole('alert')).toContainText('T 9 · A1 was not taken');
  await release(page);
  await bumpOf(ticket(page, 'T 9')).click();
  await expect.poll(async () => (await pos.call('GET', `/orders/${id}`)).json.order_status).toBe('completed');
  await expect.poll(() => rowsIn(page)).toEqual([]);
  await page.reload();
  await expect(tickets(page)).toHaveCount(0);
  await expect(page.getByRole('alert')).toBeHidden();
});

test('[DLV1] the list is a dialog: it holds the focus, Escape closes it, and keys do not bump what is behind', async ({
  board,
  pos,
}) => {
  await order(pos, '5', ['Soup']);
  await expect(ticket(board, 'T 5')).toBeVisible();
  const panel = await openPanel(board);
  await expect(panel).toContainText('Everything has reached the kitchen');
  for (let presses = 0; presses < 4; presses++) {
    await board.keyboard.press('Tab');
    expect(await board.evaluate(() => document.activeElement?.closest('dialog') === null)).toBe(
      await board.evaluate(() => document.activeElement === document.body),
    );
  }
  // With nothing in focus, Enter would bump the first ticket of a board that is in front.
  await board.evaluate(() => (document.activeElement as HTMLElement).blur());
  for (const key of ['1', 'Enter', ' ']) await board.keyboard.press(key);
  await expect(panel).toBeVisible();
  await board.keyboard.press('Escape');
  await expect(panel).toBeHidden();
  await expect(chip(board)).toBeFocused();
  await expect(ticket(board, 'T 5')).toBeVisible();
  expect((await pos.call('GET', '/orders?status=open')).json.items).toHaveLength(1);
});
