import { isSigned, openSink, type WebhookSink } from '../../harness/webhook-sink.ts';
import { judge } from './accessible-hand.ts';
import { test as base, expect, guardOver } from './board-fixture.ts';
import { giveUp, openPrograms } from './programs-hand.ts';
import { widerThanItsBox } from './wider-than-its-box.ts';

const test = base.extend<{ readonly sink: WebhookSink }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names in the pattern
  sink: async ({}, use) => {
    const sink = await openSink();
    await use(sink);
    await sink.close();
  },
});

test('[HOK5] [HOK2] a manager has a program told of new orders; the secret that was shown proves what comes', async ({
  page,
  server,
  pos,
  sink,
}) => {
  const section = await openPrograms(page, server);
  await expect(section.getByText('No program is told yet')).toBeVisible();
  await section.getByRole('button', { name: 'Tell a program' }).click();
  const address = section.getByLabel('Address of the program');
  const add = section.getByRole('button', { name: 'Add', exact: true });
  // What is wrong stands at its field, which keeps what was typed.
  await address.fill('ftp://till.example');
  await guardOver(page);
  await add.click();
  await expect(address).toHaveAccessibleDescription(/An address that begins with https/);
  await expect(address).toBeFocused();
  await expect(address).toHaveValue('ftp://till.example');
  await address.fill(sink.url);
  await section.getByRole('button', { name: 'New orders' }).click();
  await section.getByRole('button', { name: 'New orders' }).click();
  await add.click();
  await expect(section.getByText('Choose at least one, or everything')).toBeVisible();
  await section.getByRole('button', { name: 'New orders' }).click();
  await judge(page, 'the form');
  await guardOver(page);
  await add.click();
  const secret = await section.getByLabel('The secret').inputValue();
  expect(secret).toMatch(/^whsec_/);
  await section.getByText('How a program checks the signature').click();
  expect(await page.evaluate(widerThanItsBox)).toEqual([]);
  const order = (await pos.order()).json;
  await pos.call('PATCH', `/orders/${order.id}/payment`, { payment_status: 'paid' });
  const row = section.locator('[data-row]');
  await expect(row.getByText(/^Last told/)).toBeVisible();
  expect(sink.taken.map(({ json }) => [json.type, json.order.number])).toEqual([['order_created', order.number]]);
  expect(sink.taken.every((one) => isSigned(one, secret))).toBe(true);
  await section.getByRole('button', { name: 'Got it' }).click();
  await page.reload();
  await expect(row).toContainText('New orders');
  await expect(page.locator('body')).not.toContainText(secret);
});

test('[HOK5] [HOK3] what was given up is told with its reason, and tried again or forgotten by hand, one or all; then the program is told no more', async ({
  page,
  server,
  pos,
  sink,
}) => {
  sink.answerWith(500);
  await pos.call('POST', '/webhooks', { url: sink.url });
  const orders = [(await pos.order()).json, (await pos.order()).json, (await pos.order()).json];
  const [number, second, third] = orders.map((order) => order.number);
  await giveUp(server, pos, 3);
  const section = await openPrograms(page, server);
  const row = section.locator('[data-row]');
  await guardOver(page);
  await row.getByRole('button', { name: 'Test' }).click();
  await expect(row.getByRole('status')).toHaveText('The program has not taken it: it answered 500.');
  await row.getByRole('button', { name: 'Given up: 3' }).click();
  const failed = row.locator('[data-failed]');
  const events = failed.getByRole('listitem');
  await expect(events).toContainText([third, second, number].map((one) => `New orders${one}`));
  await expect(events.first()).toContainText('it answered 500');
  await guardOver(page);
  await events.first().getByRole('button', { name: 'Forget' }).click();
  await expect(events).toContainText([second, number].map((one) => `New orders${one}`));
  await expect(row.getByRole('button', { name: 'Given up: 2' })).toBeVisible();
  const before = sink.taken.length;
  const taken = () => sink.taken.slice(before).map(({ json }) => json.order.number);
  sink.answerWith(200);
  await guardOver(page);
  await events.first().getByRole('button', { name: 'Try again' }).click();
  await expect.poll(taken).toEqual([second]);
  await expect(events).toContainText([`New orders${number}`]);
  await guardOver(page);
  await failed.getByRole('button', { name: 'Try all again' }).click();
  await expect.poll(taken).toEqual([second, number]);
  await expect(row.getByRole('button', { name: 'Given up: 1' })).toHaveCount(0);
  await guardOver(page);
  await row.getByRole('button', { name: 'Remove' }).click();
  await guardOver(page);
  await row.getByRole('button', { name: 'Yes, remove' }).click();
  await expect(section.getByText('No program is told yet')).toBeVisible();
  expect((await pos.call('GET', '/webhooks')).json.items).toEqual([]);
});

test('[POS3] the API can be read on a page of ours, under its policy, by anybody, and found by words', async ({
  page,
  server,
}) => {
  const complaints: string[] = [];
  page.on('console', (message) => complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(error.message));
  const foreign: string[] = [];
  page.on('request', (request) => {
    if (!request.url().startsWith(server.url)) foreign.push(request.url());
  });
  await page.goto(`${server.url}/docs#post_orders`);
  const placing = page.locator('#post_orders');
  await expect(placing).toHaveAttribute('open', '');
  await expect(placing).toBeInViewport();
  await expect(placing).toContainText('Idempotency-Key');
  await placing.getByRole('link', { name: 'Order', exact: true }).click();
  await expect(page.locator('#schema-Order')).toHaveAttribute('open', '');
  await page.setViewportSize({ width: 360, height: 740 });
  expect(await page.evaluate(widerThanItsBox)).toEqual([]);
  await page.getByLabel('Find').fill('86');
  await expect(page.locator('details')).toHaveCount(await page.locator('details', { hasText: '86' }).count());
  await expect(page.locator('#patch_products_id_availability')).toBeVisible();
  await page.getByLabel('Find').fill('place an order');
  await judge(page, 'the API');
  await page.getByLabel('Find').fill('no such words');
  await expect(page.getByText('Nothing has these words.')).toBeVisible();
  expect([complaints, foreign]).toEqual([[], []]);
});
