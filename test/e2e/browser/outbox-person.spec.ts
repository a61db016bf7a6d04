import { bumpOf, expect, guardOver, order, ticket } from './board-fixture.ts';
import {
  answerTo,
  chip,
  commandsOf,
  holdCommands,
  keyOf,
  openIn,
  openPanel,
  openTab,
  plant,
  release,
  rowsIn,
  signInByHand,
  testAtBoth,
} from './outbox-fixture.ts';
import { signOut } from './settings-hand.ts';

testAtBoth('[OBX7] a browser without storage says so and works', async ({ server, pos, page, url }) => {
  await page.addInitScript(() => Object.defineProperty(window, 'indexedDB', { value: undefined }));
  const first = await order(pos, '5', ['Soup']);
  const second = await order(pos, '6', ['Soup']);
  await openIn(page, url);
  await expect(chip(page)).toHaveText('This browser cannot keep changes over a reload');
  await expect((await openPanel(page)).getByRole('alert')).toContainText('leave the page open until all are');
  await page.keyboard.press('Escape');
  await guardOver(page);
  await bumpOf(ticket(page, 'T 5')).click();
  await expect.poll(async () => (await pos.call('GET', `/orders/${first.id}`)).json.order_status).toBe('completed');

  await server.kill('SIGKILL');
  // What the page learns of that must not come between the guard and the tap.
  await expect(page.getByText('Connecting')).toBeVisible();
  await guardOver(page);
  await bumpOf(ticket(page, 'T 6')).click();
  await expect(chip(page)).toHaveText('1 change not sent yet');
  await server.start();
  await expect.poll(async () => (await pos.call('GET', `/orders/${second.id}`)).json.order_status).toBe('completed');
});

testAtBoth(
  '[OBX5] what another person has left is named, never sent, and discarded only after a question',
  async ({ server, pos, context, url }) => {
    await order(pos, '5', ['Soup', 'Burger']);
    await holdCommands(context);
    const adas = await context.newPage();
    await adas.route('**/api/v1/auth/me', async (route) => {
      const answer = await answerTo(route, server);
      const person = { ...(await answer.json()), user_id: 'ada', display_name: 'Ada' };
      await route.fulfill({ response: answer, json: person });
    });
    await openIn(adas, url);
    await adas.getByRole('button', { name: 'Soup' }).click();
    await expect.poll(() => rowsIn(adas)).toHaveLength(1);
    await adas.close();
    await release(context);

    const sent = commandsOf(context);
    const page = await openTab(context, url);
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
  },
);

testAtBoth(
  '[OBX5] signed out, nothing is shown and everything is kept; signed in again, it is sent',
  async ({ pos, context, url }) => {
    const { id } = await order(pos, '5', ['Soup']);
    const page = await openTab(context, url);
    await holdCommands(context);
    await bumpOf(ticket(page, 'T 5')).click();
    await expect.poll(() => rowsIn(page)).toHaveLength(1);
    await guardOver(page);
    await signOut(page);
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
  },
);

testAtBoth(
  '[OBX6] rows that nobody here has written break nothing, and are discarded only after a question',
  async ({ pos, context, url }) => {
    const first = await openTab(context, url);
    for (const row of ['nonsense', { key: 'k', lane: 'x' }, { key: 'n', lane: 'l', command: { kind: 'fly' } }, null]) {
      await plant(first, row);
    }
    const { id } = await order(pos, '5', ['Soup']);
    await first.reload();
    const sent = commandsOf(context);
    await expect(ticket(first, 'T 5')).toBeVisible();
    await guardOver(first);
    await bumpOf(ticket(first, 'T 5')).click();
    await expect.poll(async () => (await pos.call('GET', `/orders/${id}`)).json.order_status).toBe('completed');
    expect(new Set(sent.map(keyOf)).size).toBe(1);
    await expect.poll(() => rowsIn(first)).toHaveLength(4);
    await expect(chip(first)).toHaveText('4 changes cannot be read');
    const panel = await openPanel(first);
    await expect(panel).toContainText('4 changes on this device cannot be read by this version of the page.');
    await panel.getByRole('button', { name: 'Discard' }).click();
    await panel.getByRole('button', { name: 'Discard for good' }).click();
    await expect.poll(() => rowsIn(first)).toEqual([]);
  },
);
