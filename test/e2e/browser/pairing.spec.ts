import { scale } from '../../harness/scale.ts';
import { expect, guardOver, test, ticket } from './board-fixture.ts';
import {
  askIn,
  board,
  byName,
  door,
  floor,
  nameBox,
  newDevice,
  openAsManager,
  openDoor,
  openPanel,
  readQr,
} from './people-hand.ts';

test('[PAI2] a device reads the QR, is named, and stands on a live board; the secret is nowhere any more', async ({
  page,
  browser,
  server,
  pos,
  hasTouch,
}) => {
  await openAsManager(page, server);
  const panel = await openPanel(page);
  const link = await readQr(await openDoor(panel));
  expect(link).toMatch(new RegExp(`^${byName(server)}/pair#[\\w-]{22}$`));

  const device = await newDevice(browser);
  const asked: string[] = [];
  device.on('request', (request) => asked.push(`${request.url()} ${request.headers().referer ?? ''}`));
  await device.goto(link);
  await expect(nameBox(device)).toHaveValue(hasTouch ? 'Tablet' : 'Screen');
  expect(device.url()).toBe(`${byName(server)}/pair`);
  await nameBox(device).fill('Bar tablet');
  await device.getByRole('button', { name: 'Pair', exact: true }).click();
  await expect(device.getByText('Paired as “Bar tablet”')).toBeVisible();
  await expect(board(device)).toBeVisible();
  const secret = link.split('#')[1] ?? '';
  expect(asked.filter((what) => what.includes(secret))).toEqual([]);
  expect(await device.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }]))).not.toContain(
    secret,
  );

  await expect(panel.locator('[data-ended]')).toHaveText('Let in: Bar tablet. Pairing is closed.');
  await expect(panel.locator('[data-row="Bar tablet"]')).toContainText('Kitchen screen · seen just now');
  await pos.order({ type: 'dine_in', table_number: '5' });
  await expect(ticket(device, 'T 5')).toBeVisible();
  await device.reload();
  await expect(ticket(device, 'T 5')).toBeVisible();
  await device.context().close();
});

test('[PAI2] a board for guests opens as such', async ({ browser, server, pos }) => {
  const { secret } = (await pos.call('POST', '/pair/window', { role: 'display' })).json;
  const device = await newDevice(browser);
  await device.goto(`${byName(server)}/pair#${secret}`);
  await device.getByRole('button', { name: 'Pair', exact: true }).click();
  await expect(device.getByRole('heading', { name: 'Your orders' })).toBeVisible();
  await device.locator('[data-settings]').click();
  await expect(device.getByRole('dialog').getByRole('button', { name: 'Dark' })).toBeVisible();
  await expect(device.getByRole('dialog').getByRole('button', { name: 'Sign out' })).toHaveCount(0);
  await device.goto(byName(server));
  await expect(device.getByRole('heading', { name: 'Your orders' })).toBeVisible();
  await device.context().close();
});

test('[PAI3] a device that asks shows the code that the manager sees, and comes in as what they say', async ({
  page,
  browser,
  server,
}) => {
  await openAsManager(page, server);
  const panel = await openPanel(page);
  await openDoor(panel);
  const device = await newDevice(browser);
  const code = await askIn(device, server, 'Terrace');
  await device.reload();
  await expect(device.locator(`[data-code="${code}"]`)).toBeVisible();
  const request = panel.locator(`[data-request="${code}"]`);
  await expect(request).toContainText('Terrace');
  await expect(request).toContainText('from 127.0.0.1');
  await request.getByRole('button', { name: 'Waiter’s tablet' }).click();
  await guardOver(page);
  await request.getByRole('button', { name: 'Let in' }).click();
  await expect(floor(device)).toBeVisible();
  await expect(request).toHaveCount(0);
  await expect(panel.locator('[data-row="Terrace"]')).toContainText('Waiter’s tablet');
  await device.context().close();
});

test('[PAI3] refused, too late and shut are told as such, and what was typed is kept', async ({
  page,
  browser,
  server,
}) => {
  const device = await newDevice(browser);
  await device.goto(`${byName(server)}/pair`);
  await nameBox(device).fill('Terrace');
  const ask = device.getByRole('button', { name: 'Ask the manager' });
  await ask.click();
  await expect(device.getByRole('alert')).toContainText('Pairing is closed. The manager opens it');
  await expect(nameBox(device)).toHaveValue('Terrace');

  await openAsManager(page, server);
  const panel = await openPanel(page);
  await openDoor(panel);
  await ask.click();
  const request = panel.locator('[data-request]');
  await expect(request).toBeVisible();
  await guardOver(page);
  await request.getByRole('button', { name: 'Refuse' }).click();
  await expect(device.getByText('The manager said no')).toBeVisible();
  await device.getByRole('button', { name: 'Try again' }).click();
  await expect(nameBox(device)).toHaveValue('Terrace');

  await ask.click();
  await expect(request).toBeVisible();
  await guardOver(page);
  await panel.getByRole('button', { name: 'Close pairing' }).click();
  await expect(device.getByText('Nobody has let this device in')).toBeVisible();
  await expect(panel.locator('[data-ended="hand"]')).toHaveText('Pairing is closed. Nobody was let in.');
  await device.reload();
  await expect(nameBox(device)).toHaveValue('Terrace');
  await device.context().close();
});

test('[PAI3] a QR that is spent says so and offers to ask; a kitchen that does not answer loses nothing', async ({
  page,
  server,
  pos,
}) => {
  await page.goto(`${byName(server)}/pair#of-yesterday`);
  await nameBox(page).fill('Terrace');
  const pair = page.getByRole('button', { name: 'Pair', exact: true });
  await pair.click();
  await expect(page.getByRole('alert')).toContainText('This code is good no more');
  await page.route('**/api/v1/pair/**', (route) => route.abort());
  await pair.click();
  await expect(page.getByRole('alert')).toContainText('The kitchen computer did not answer');
  await page.getByRole('button', { name: 'Ask the manager instead' }).click();
  await expect(nameBox(page)).toHaveValue('Terrace');
  await page.unrouteAll();
  const { secret } = (await pos.call('POST', '/pair/window', { role: 'waiter' })).json;
  await page.getByRole('button', { name: 'Ask the manager' }).click();
  await expect(page.locator('[data-code]')).toBeVisible();
  await page.route('**/api/v1/pair/**', (route) => route.abort());
  await expect(page.getByText('This device keeps asking')).toBeVisible();
  await page.unrouteAll();
  await expect(page.getByText('Waiting for the manager')).toBeVisible();
  // Read while this page was open.
  await page.evaluate((another) => {
    location.hash = another;
  }, secret);
  await expect(pair).toBeVisible();
  await pair.click();
  await expect(floor(page)).toBeVisible();
});

test('[PAI3] guessed too often, and too many that ask, are told to wait', async ({ page, server, pos }) => {
  await page.goto(`${byName(server)}/pair#guess`);
  await pos.call('POST', '/pair/window', { role: 'waiter' });
  const pair = page.getByRole('button', { name: 'Pair', exact: true });
  for (let guess = 0; guess < 10; guess++) {
    const answer = page.waitForResponse('**/pair/claim');
    await pair.click();
    expect((await answer).status()).toBe(403);
  }
  await pair.click();
  await expect(page.getByRole('alert')).toContainText(/Too many wrong tries: wait a little\. Try again in \d+ s\./);
  for (let other = 0; other < 3; other++) {
    const answer = await page.request.post(`${server.url}/api/v1/pair/requests`, { data: { name: 'Other' } });
    expect(answer.status()).toBe(201);
  }
  await page.getByRole('button', { name: 'Ask the manager instead' }).click();
  await page.getByRole('button', { name: 'Ask the manager' }).click();
  await expect(page.getByRole('alert')).toContainText('Too many devices are asking just now');
});

test('[PAI4] a device’s name is text on the manager’s screen, and runs nothing', async ({ page, browser, server }) => {
  const name = '<img src=x onerror="document.title=`ran`">';
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (/content security policy/i.test(message.text())) complaints.push(message.text());
  });
  await openAsManager(page, server);
  const panel = await openPanel(page);
  await openDoor(panel);
  const device = await newDevice(browser);
  const code = await askIn(device, server, name);
  await expect(panel.locator(`[data-request="${code}"]`).getByText(name, { exact: true })).toBeVisible();
  await guardOver(page);
  await panel.locator(`[data-request="${code}"]`).getByRole('button', { name: 'Let in' }).click();
  await expect(panel.locator('[data-row]').getByText(name, { exact: true })).toBeVisible();
  await expect(board(device)).toBeVisible();
  expect(await page.locator('img').count()).toBe(0);
  expect(await page.title()).toBe('Kitchen Pass');
  expect(complaints).toEqual([]);
  await device.context().close();
});

test('[PAI4] pairing that has closed by itself says so (after two minutes: in the long form only)', async ({
  page,
  server,
}) => {
  // They are the server's own two minutes, and nothing hurries them.
  test.skip(scale({ short: true, long: false }), 'takes two minutes: in the long form');
  test.setTimeout(240_000);
  await openAsManager(page, server);
  const panel = await openPanel(page);
  const open = await openDoor(panel);
  await expect(open.getByRole('timer')).toHaveText(/^[12]:\d\d left$/);
  await expect(panel.locator('[data-ended="time"]')).toContainText('pairing has closed by itself', {
    timeout: 150_000,
  });
  await expect(panel.getByRole('button', { name: 'Let a device in' })).toBeVisible();
});

test('[DEV1] a device that is revoked is at the door, and its manager was told what happens', async ({
  page,
  browser,
  server,
  pos,
  hasTouch,
}) => {
  await pos.order({ type: 'dine_in', table_number: '5' });
  const { secret } = (await pos.call('POST', '/pair/window', { role: 'kitchen' })).json;
  const device = await newDevice(browser);
  await device.goto(`${byName(server)}/pair#${secret}`);
  await device.getByRole('button', { name: 'Pair', exact: true }).click();
  await expect(ticket(device, 'T 5')).toBeVisible();

  await openAsManager(page, server);
  const panel = await openPanel(page);
  const row = panel.locator(`[data-row="${hasTouch ? 'Tablet' : 'Screen'}"]`);
  await row.getByRole('button', { name: 'Rename' }).click();
  await panel.getByLabel('Name of the device').fill('Grill 1');
  await guardOver(page);
  await panel.getByRole('button', { name: 'Save' }).click();
  const renamed = panel.locator('[data-row="Grill 1"]');
  await expect(renamed).toContainText('by Manager');
  await renamed.getByRole('button', { name: 'Revoke' }).click();
  await expect(renamed).toContainText('Revoke “Grill 1”? It is signed out within a second');
  await renamed.getByRole('button', { name: 'Cancel' }).click();
  await expect(ticket(device, 'T 5')).toBeVisible();
  await renamed.getByRole('button', { name: 'Revoke' }).click();
  await guardOver(page);
  await renamed.getByRole('button', { name: 'Yes, revoke' }).click();
  await expect(door(device)).toBeVisible();
  await expect(device.locator('body')).not.toContainText('T 5');
  await expect(panel.getByText('No device is paired yet')).toBeVisible();
  await device.reload();
  await expect(door(device)).toBeVisible();
  await device.context().close();
});
