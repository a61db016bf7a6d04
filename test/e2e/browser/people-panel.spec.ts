import { apiFor } from '../../harness/api.ts';
import { addUser } from '../../harness/user.ts';
import { expect, guardOver, test } from './board-fixture.ts';
import { openAsManager, openDoor, openPanel } from './people-hand.ts';
import { openSettings } from './settings-hand.ts';

test('[PER1] only a manager is offered people and devices', async ({ page, server }) => {
  await addUser(server, { username: 'cook', role: 'kitchen' });
  const data = { username: 'cook', password: 'the password of cook' };
  await page.request.post(`${server.url}/api/v1/auth/login`, { data });
  await page.goto(server.url);
  await expect((await openSettings(page)).getByText('Signed in as cook')).toBeVisible();
  await expect(page.locator('[data-open-people]')).toHaveCount(0);
});

test('[PAI4] on a kitchen computer that nobody else can reach, the panel says so and what to do', async ({
  page,
  server,
}) => {
  await openAsManager(page, server, server.url);
  const panel = await openPanel(page);
  await expect(panel.locator('[data-plain-http]')).toHaveCount(0);
  const open = await openDoor(panel);
  await expect(open).toContainText('Tablets cannot reach this computer');
  await expect(open).toContainText('KDS_HOST=0.0.0.0');
  await expect(open.locator('[data-qr]')).toHaveCount(0);
  await expect(open.getByText(/\/pair#[\w-]{22}$/)).toContainText(`${server.url}/pair#`);
});

test('[PAI4] on one that others reach, the QR leads to its address, and to another one that is chosen', async ({
  page,
  server,
}) => {
  // Which addresses a machine has no test can say.
  await page.route('**/api/v1/pair/addresses', (route) =>
    route.fulfill({ json: { items: ['http://192.168.1.5:4480', 'http://10.0.0.7:4480'] } }),
  );
  await openAsManager(page, server, server.url);
  const open = await openDoor(await openPanel(page));
  await expect(open.locator('[data-address]')).toHaveText('http://192.168.1.5:4480/pair');
  await open.getByRole('button', { name: '10.0.0.7' }).click();
  await expect(open.locator('[data-address]')).toHaveText('http://10.0.0.7:4480/pair');
});

test('[HTP1] what came over plain HTTP from elsewhere says what that means', async ({ page, server }) => {
  await openAsManager(page, server);
  const panel = await openPanel(page);
  await expect(panel.locator('[data-plain-http]')).toContainText('anyone on this Wi-Fi could read along');
});

test('[HTP1] on the kitchen’s computer it is said of what reaches it from elsewhere, while that is plain HTTP', async ({
  page,
  server,
}) => {
  // Which addresses a machine has no test can say.
  let items = ['https://192.168.1.5:4480'];
  await page.route('**/api/v1/pair/addresses', (route) => route.fulfill({ json: { items } }));
  await openAsManager(page, server, server.url);
  const told = page.waitForResponse('**/api/v1/pair/addresses');
  const panel = await openPanel(page);
  await told;
  await expect(panel.locator('[data-plain-http]')).toHaveCount(0);
  items = [...items, 'http://10.0.0.7:4480'];
  await expect(panel.locator('[data-plain-http]')).toContainText('Tablets and other screens reach this computer');
});

test('[STF1] people are added, changed and removed; what is wrong stands at its field', async ({ page, server }) => {
  await openAsManager(page, server);
  const panel = await openPanel(page, 'People');
  await panel.getByRole('button', { name: 'Add a person' }).click();
  const save = async () => {
    await guardOver(page);
    await panel.getByRole('button', { name: 'Save' }).click();
  };
  const box = (label: string) => panel.getByLabel(label, { exact: true });
  await box('User name').fill('two words');
  await box('Password').fill('short');
  await box('PIN').fill('12');
  await save();
  const wrong = {
    Name: 'Write a name',
    'User name': 'One word',
    Password: '8 to 200 characters',
    PIN: 'Four to eight digits',
  };
  for (const [label, words] of Object.entries(wrong)) {
    await expect(box(label)).toHaveAttribute('aria-invalid', 'true');
    await expect(box(label)).toHaveAccessibleDescription(new RegExp(words));
  }
  await expect(box('Name')).toBeFocused();
  await expect(box('User name')).toHaveValue('two words');

  await box('Name').fill('Anna');
  await box('User name').fill('ADMIN');
  await box('Password').fill('annas password');
  await box('PIN').fill('4711');
  await save();
  await expect(box('User name')).toHaveAccessibleDescription('Somebody else has this user name');
  await expect(panel.locator('[aria-invalid]')).toHaveCount(1);
  await box('User name').fill('anna');
  await panel.getByRole('button', { name: 'Waiter' }).click();
  await save();
  const anna = panel.locator('[data-row="Anna"]');
  await expect(anna).toContainText('Waiter · anna');
  await expect(anna).toContainText('Password and PIN');

  await anna.getByRole('button', { name: 'Edit' }).click();
  await expect(box('Password')).toHaveValue('');
  await panel.getByRole('button', { name: 'Take the PIN away' }).click();
  await box('Name').fill('Anna B.');
  await save();
  const renamed = panel.locator('[data-row="Anna B."]');
  await expect(renamed).toContainText('Password, no PIN');
  await renamed.getByRole('button', { name: 'Remove' }).click();
  await guardOver(page);
  await renamed.getByRole('button', { name: 'Yes, remove' }).click();
  await expect(renamed).toHaveCount(0);

  const first = panel.locator('[data-row="Manager"]');
  await first.getByRole('button', { name: 'Remove' }).click();
  await guardOver(page);
  await first.getByRole('button', { name: 'Yes, remove' }).click();
  await expect(first.getByRole('alert')).toHaveText('This account belongs to the kitchen computer and stays');
});

test('[APK1] a key is shown once, is copied, and lets a program in until it is renewed or revoked', async ({
  page,
  server,
  context,
}) => {
  await openAsManager(page, server);
  const panel = await openPanel(page, 'API keys');
  await panel.getByRole('button', { name: 'Make a key' }).click();
  await panel.getByLabel('Name of the program').fill('Till');
  await guardOver(page);
  await panel.getByRole('button', { name: 'Make it' }).click();
  const card = panel.locator('[data-new-key]');
  await expect(card).toContainText('Key of “Till”: it is shown only now');
  const key = await card.getByLabel('The key').inputValue();
  const may = async (token: string) => (await apiFor(server.url, token).call('GET', '/orders')).status;
  expect(await may(key)).toBe(200);

  // A page that came over plain HTTP may not read what it has copied; one from the machine itself may.
  await card.getByRole('button', { name: 'Copy' }).click();
  await expect(card).toContainText('Copied');
  await context.grantPermissions(['clipboard-read'], { origin: server.url });
  const other = await context.newPage();
  await other.goto(`${server.url}/pair`);
  expect(await other.evaluate(() => navigator.clipboard.readText())).toBe(key);
  await other.close();

  await card.getByRole('button', { name: 'Got it' }).click();
  await expect(card).toHaveCount(0);
  expect(await page.content()).not.toContain(key);
  await page.reload();
  await openPanel(page, 'API keys');
  const row = panel.locator('[data-row="Till"]');
  await expect(row).toContainText('Last used');
  expect(await page.content()).not.toContain(key);

  await row.getByRole('button', { name: 'Renew' }).click();
  await guardOver(page);
  await row.getByRole('button', { name: 'Yes, renew' }).click();
  const renewed = await card.getByLabel('The key').inputValue();
  expect([await may(key), await may(renewed)]).toEqual([401, 200]);
  await row.getByRole('button', { name: 'Revoke' }).click();
  await guardOver(page);
  await row.getByRole('button', { name: 'Yes, revoke' }).click();
  await expect(panel.getByText('No program has a key yet')).toBeVisible();
  expect(await may(renewed)).toBe(401);
});

test('a panel that cannot be fetched or asked says so, crashes nothing, and comes when it can', async ({
  page,
  server,
}) => {
  await page.route('**/assets/people-panel-*.js', (route) => route.abort());
  await openAsManager(page, server);
  const settings = await openSettings(page);
  await guardOver(page);
  await settings.locator('[data-open-people]').click();
  const panel = page.getByRole('dialog', { name: 'People and devices' });
  await expect(panel).toContainText('This part of the page could not be fetched');
  await expect(page.locator('[data-open-count]')).toBeVisible();
  await page.unrouteAll();
  await page.route('**/api/v1/devices', (route) => route.abort());
  await page.reload();
  await openPanel(page);
  await expect(panel.getByRole('alert')).toContainText('This list needs the kitchen computer');
  await page.unrouteAll();
  await panel.getByRole('button', { name: 'Try now' }).click();
  await expect(panel.getByText('No device is paired yet')).toBeVisible();
});
