import { adminPassword } from '../../harness/server-in-a-box.ts';
import { expect, guardOver, test } from './board-fixture.ts';
import { choose, openSettings, signOut } from './settings-hand.ts';

test('[SES2] a wrong password is told; the right one opens the board and lasts over a reload', async ({
  page,
  server,
}) => {
  await page.goto(server.url);
  await expect(page).toHaveTitle('Kitchen Pass');
  await page.getByLabel('User name').fill('admin');
  await page.getByLabel('Password', { exact: true }).fill('not it');
  await page.getByLabel('Password', { exact: true }).press('Enter');
  await expect(page.getByRole('alert')).toContainText('The user name or the password is wrong');
  await page.getByLabel('Password', { exact: true }).fill(adminPassword);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByText('No open tickets')).toBeVisible();
  await page.reload();
  await expect(page.getByText('No open tickets')).toBeVisible();
});

test('[SES4] signing out shows nothing of the restaurant, also after going back', async ({ board, pos }) => {
  await pos.order({ customer_name: 'Ada' });
  await expect(board.getByText('Ada')).toBeVisible();
  await guardOver(board);
  await signOut(board);
  await expect(board.getByLabel('User name')).toBeVisible();
  await expect(board.getByText('Ada')).toBeHidden();
  await board.reload();
  await expect(board.getByLabel('User name')).toBeVisible();
});

test('the theme is dark until this screen chooses light, and stays chosen', { tag: '@wall' }, async ({ board }) => {
  const theme = () => board.evaluate(() => document.documentElement.dataset.theme);
  expect(await theme()).toBe('dark');
  await choose(board, 'Light');
  expect(await theme()).toBe('light');
  await board.reload();
  const sheet = await openSettings(board);
  await expect(sheet.getByRole('button', { name: 'Light' })).toHaveAttribute('aria-pressed', 'true');
  expect(await theme()).toBe('light');
});

test('[SES1] opened while the server is away, the page says so and opens by itself when it is back', async ({
  board,
  server,
}) => {
  await board.route('**/api/v1/auth/me', (route) => route.abort());
  await board.reload();
  await expect(board.getByText('The kitchen computer cannot be reached')).toBeVisible();
  await board.unroute('**/api/v1/auth/me');
  await expect(board.getByText('No open tickets')).toBeVisible();
  expect(server.stderr()).toBe('');
});
