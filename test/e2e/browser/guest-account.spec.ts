import { expect, guardOver, test } from './board-fixture.ts';
import { openGuestPage, placeFor } from './guest-hand.ts';
import { letIn } from './signed-in.ts';

test('[GST8] [GST9] a manager lets guests have accounts; one makes hers from an order’s page, finds it there, and closes it', async ({
  page,
  browser,
  pos,
  server,
}) => {
  const ann = await placeFor(pos, 'Annabel');
  const guest = await (await browser.newContext({ viewport: { width: 360, height: 740 }, hasTouch: true })).newPage();
  await openGuestPage(guest, server, ann);
  await expect(guest.locator('[data-dish]')).toBeVisible();
  await expect(guest.locator('[data-keep-order]')).toHaveCount(0);

  await letIn(page.context(), server);
  await page.goto(`${server.url}/manage#/guests`);
  await expect(page.getByRole('button', { name: 'No new accounts' })).toHaveAttribute('aria-pressed', 'true');
  await guardOver(page);
  await page.getByRole('button', { name: 'Guests make their own' }).click();
  await expect(page.getByRole('button', { name: 'Guests make their own' })).toHaveAttribute('aria-pressed', 'true');

  await guest.reload();
  await guest.locator('[data-keep-order]').click();
  await guest.getByRole('button', { name: 'I am new here' }).click();
  await guest.getByLabel('What we may call you').fill('Ann');
  await guest.getByLabel('Password').fill('short');
  await guest.getByRole('button', { name: 'Make my account' }).click();
  await expect(guest.getByText('8 to 200 characters')).toBeVisible();
  await expect(guest.getByLabel('What we may call you')).toHaveValue('Ann');
  await guest.getByLabel('Password').fill('a password of a guest');
  await guest.getByRole('button', { name: 'Make my account' }).click();
  await expect(guest.locator('[data-kept]')).toHaveText('We have your order');
  // The secret stands in the address no longer than it takes to keep it.
  await expect(guest).toHaveURL(`${server.url}/account`);
  const username = await guest.locator('[data-username]').innerText();
  expect(username).toMatch(/^ann-\d{6}$/);

  await guest.getByRole('button', { name: 'Sign out' }).click();
  await guest.getByLabel('User name').fill(username);
  await guest.getByLabel('Password').fill('not it at all');
  await guest.getByRole('button', { name: 'Sign in' }).click();
  await expect(guest.getByRole('alert')).toBeVisible();
  await expect(guest.getByLabel('User name')).toHaveValue(username);
  await guest.getByLabel('Password').fill('a password of a guest');
  await guest.getByRole('button', { name: 'Sign in' }).click();
  await expect(guest.locator('[data-kept]')).toHaveText('We have your order');
  await pos.call('PATCH', `/orders/${ann.id}/status`, { status: 'ready' });
  await expect(guest.locator('[data-kept]')).toHaveText('Ready');
  await guest.locator('[data-kept]').click();
  await expect(guest.locator('[data-state]')).toHaveAttribute('data-state', 'ready');
  await guest.goBack();

  await guest.getByText('Close my account').click();
  const closing = guest.locator('details[open]');
  await closing.getByLabel('Password').fill('a password of a guest');
  await closing.getByRole('button', { name: 'Close it for good' }).click();
  await expect(guest.getByRole('button', { name: 'I have an account' })).toBeVisible();
  expect((await pos.call('GET', `/orders/${ann.id}`)).status).toBe(200);
});
