import { addUser } from '../../harness/user.ts';
import { expect, guardOver, openBoard, order, test, ticket } from './board-fixture.ts';
import { openSettings } from './settings-hand.ts';

test('[HSE1] [AGE1] a manager chooses from when a ticket is slow, and every screen goes by it at once', async ({
  board,
  pos,
  server,
  browser,
}) => {
  await order(pos, '1', ['Soup']);
  const other = await (await browser.newContext()).newPage();
  await openBoard(other, server);
  await expect(ticket(other, 'T 1').locator('[data-target]')).toContainText('5');
  const house = (await openSettings(board)).locator('[data-house]');
  const choice = (name: string) => house.getByRole('button', { name });
  await expect(choice('Quick service')).toHaveAttribute('aria-pressed', 'true');
  await guardOver(board);
  await choice('Full service').click();
  await expect(choice('Full service')).toHaveAttribute('aria-pressed', 'true');
  await expect(choice('Quick service')).toHaveAttribute('aria-pressed', 'false');
  await expect(ticket(other, 'T 1').locator('[data-target]')).toContainText('10');
  const { json } = await pos.call('GET', '/settings');
  expect(json).toMatchObject({ warn_minutes: 10, late_minutes: 15 });
  // Figures of the house's own stand among the others.
  await pos.call('PATCH', '/settings', { warn_minutes: 7, late_minutes: 11 });
  await expect(choice('Our own: slow after 7 min, late after 11')).toHaveAttribute('aria-pressed', 'true');
  await other.context().close();
});

test('[HSE1] each rule of the house holds as it is chosen', async ({ board, pos }) => {
  const house = (await openSettings(board)).locator('[data-house]');
  const rules = [
    ['Wait until somebody fires them', { hold_courses: true }],
    ['Begin so that all end together', { firing: 'by-prep-time' }],
    ['Must be seen before the dish is begun', { acknowledge_allergens: true }],
    ['Leave by themselves after 60 min', { auto_bump_minutes: 60 }],
    ['Leave it on the board', { nightly_clear: false }],
    ['Stay until somebody bumps them', { auto_bump_minutes: null }],
  ] as const;
  for (const [name, setting] of rules) {
    const choice = house.getByRole('button', { name });
    await expect(choice).toHaveAttribute('aria-pressed', 'false');
    await guardOver(board);
    await choice.click();
    await expect(choice).toHaveAttribute('aria-pressed', 'true');
    expect((await pos.call('GET', '/settings')).json).toMatchObject(setting);
  }
});

test('[HSE1] without the kitchen a choice says so and changes nothing; who is no manager has none', async ({
  board,
  server,
}) => {
  const sheet = await openSettings(board);
  const choice = sheet.locator('[data-house]').getByRole('button', { name: 'Casual' });
  await expect(choice).toBeVisible();
  await board.route('**/api/v1/settings', (route) => route.abort());
  await guardOver(board);
  await choice.click();
  await expect(sheet.getByRole('alert')).toContainText('did not answer');
  await expect(choice).toHaveAttribute('aria-pressed', 'false');
  await addUser(server, { username: 'cook', role: 'kitchen' });
  const data = { username: 'cook', password: 'the password of cook' };
  await board.request.post(`${server.url}/api/v1/auth/login`, { data });
  await board.reload();
  await expect(board.locator('[data-open-count]')).toBeVisible();
  const own = await openSettings(board);
  await expect(own.getByRole('button', { name: 'As they fit' })).toBeVisible();
  await expect(own.locator('[data-house]')).toHaveCount(0);
});
