import type { Page } from '@playwright/test';
import type { Api } from '../../harness/api.ts';
import type { ServerProcess } from '../../harness/server-process.ts';
import { expect, guardOver, test } from './board-fixture.ts';
import { board } from './people-hand.ts';
import { openSettings, signOut } from './settings-hand.ts';

const anna = { username: 'anna', display_name: 'Anna', role: 'waiter', password: 'annas password', pin: '4711' };
const ben = { username: 'ben', display_name: 'Ben', role: 'kitchen', pin: '0815' };

async function openPaired(page: Page, server: ServerProcess, pos: Api): Promise<void> {
  const { secret } = (await pos.call('POST', '/pair/window', { role: 'waiter' })).json;
  await page.request.post(`${server.url}/api/v1/pair/claim`, { data: { secret, name: 'Terrace' } });
  await page.goto(server.url);
  await expect(board(page)).toBeVisible();
  await guardOver(page);
}

async function hire(pos: Api): Promise<void> {
  for (const person of [anna, ben]) expect((await pos.call('POST', '/users', person)).status).toBe(201);
}

const idOf = async (pos: Api, name: string): Promise<string> =>
  (await pos.call('GET', '/users')).json.items.find((one: { display_name: string }) => one.display_name === name).id;

/** Wrong tries of the device as fast as its server works on them: one by one, a slow machine has new ones meanwhile. */
const tryAtOnce = (page: Page, userId: string) =>
  page.evaluate(async (id) => {
    const body = JSON.stringify({ user_id: id, pin: '0000' });
    const request = { method: 'POST', headers: { 'content-type': 'application/json' }, body };
    await Promise.all(Array.from({ length: 12 }, () => fetch('/api/v1/auth/pin', request)));
  }, userId);

async function choosePerson(page: Page, name: string): Promise<void> {
  const settings = await openSettings(page);
  await guardOver(page);
  await settings.getByRole('button', { name: 'Change person' }).click();
  await page.getByRole('dialog').getByRole('button', { name }).click();
  await expect(page.getByRole('textbox', { name: `PIN of ${name}` })).toBeFocused();
}

/** As a number pad with its lock on; Playwright's own has it off. */
async function pressPad(page: Page, ...digits: readonly string[]): Promise<void> {
  const hand = await page.context().newCDPSession(page);
  for (const digit of digits) {
    const key = { key: digit, code: `Numpad${digit}`, text: digit, isKeypad: true, location: 3 };
    for (const type of ['keyDown', 'keyUp'] as const) await hand.send('Input.dispatchKeyEvent', { type, ...key });
  }
  await hand.detach();
}

async function expectHere(page: Page, words: string): Promise<void> {
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(board(page)).toBeVisible();
  await expect((await openSettings(page)).getByText(words)).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await guardOver(page);
}

test('[PIN2] a name and a PIN change the person, by finger and by keys; signing out goes back to the device', async ({
  page,
  server,
  pos,
}) => {
  await hire(pos);
  await openPaired(page, server, pos);
  const settings = await openSettings(page);
  await expect(settings.getByText('This screen is paired as “Terrace”')).toBeVisible();
  await expect(settings.getByRole('button', { name: 'Sign out' })).toHaveCount(0);
  await page.keyboard.press('Escape');

  await choosePerson(page, 'Anna');
  const pad = page.locator('[data-pin]');
  for (const digit of ['4', '7', '1', '2']) await pad.getByRole('button', { name: digit, exact: true }).click();
  await pad.getByRole('button', { name: 'Delete' }).click();
  await pad.getByRole('button', { name: '1', exact: true }).click();
  await pad.getByRole('button', { name: 'Go' }).click();
  await expectHere(page, 'Signed in as Anna');

  await choosePerson(page, 'Ben');
  await pressPad(page, '0', '8', '1');
  await page.keyboard.press('5');
  await page.keyboard.press('Enter');
  await expectHere(page, 'Signed in as Ben');
  await page.reload();
  await expectHere(page, 'Signed in as Ben');

  await signOut(page);
  await expectHere(page, 'This screen is paired as “Terrace”');
});

test('[PIN2] a wrong PIN says so and clears; too many tries say when again', async ({ page, server, pos }) => {
  await hire(pos);
  await openPaired(page, server, pos);
  await choosePerson(page, 'Anna');
  const box = page.getByRole('textbox', { name: 'PIN of Anna' });
  const alert = page.locator('[data-pin]').getByRole('alert');
  await page.keyboard.type('12ab34');
  await expect(box).toHaveValue('1234');
  await page.keyboard.press('Enter');
  await expect(alert).toHaveText('That PIN is wrong');
  await expect(box).toHaveValue('');
  await page.keyboard.press('5');
  await expect(alert).toBeEmpty();
  await tryAtOnce(page, await idOf(pos, 'Anna'));
  for (let tries = 0; tries < 6; tries++) {
    const answer = page.waitForResponse('**/auth/pin');
    await box.fill('0000');
    await guardOver(page);
    await page.keyboard.press('Enter');
    if ((await answer).status() === 429) break;
  }
  await expect(alert).toHaveText(/^Too many wrong tries\. Again in \d+ s\.$/);
  await expect(page.locator('[data-pin]').getByRole('button', { name: 'Go' })).toBeDisabled();
  await expect(alert).toHaveText('You can try again now', { timeout: 20_000 });
  await box.fill('4711');
  await page.keyboard.press('Enter');
  await expectHere(page, 'Signed in as Anna');
});

test('[PIN2] [DEV1] somebody who signs in by password on a paired device leaves it to itself again', async ({
  page,
  server,
  pos,
}) => {
  await hire(pos);
  await openPaired(page, server, pos);
  await page.request.post(`${server.url}/api/v1/auth/login`, {
    data: { username: anna.username, password: anna.password },
  });
  await page.reload();
  await expect(board(page)).toBeVisible();
  const settings = await openSettings(page);
  await expect(settings.getByText('Signed in as Anna')).toBeVisible();
  await expect(settings).toContainText('After signing out this screen goes on as “Terrace”.');
  await expect(settings.getByRole('button', { name: 'Change person' })).toHaveCount(0);
  await page.keyboard.press('Escape');
  await signOut(page);
  await expectHere(page, 'This screen is paired as “Terrace”');
});

test('[PIN2] [STF1] a person who is removed leaves the device to itself', async ({ page, server, pos }) => {
  await hire(pos);
  await openPaired(page, server, pos);
  await choosePerson(page, 'Anna');
  await page.keyboard.type('4711');
  await page.keyboard.press('Enter');
  await expectHere(page, 'Signed in as Anna');
  const { items } = (await pos.call('GET', '/users')).json;
  const id = items.find((one: { username: string }) => one.username === 'anna').id;
  expect((await pos.call('DELETE', `/users/${id}`)).status).toBe(204);
  await expect(async () => {
    const settings = await openSettings(page);
    await expect(settings.getByText('This screen is paired as “Terrace”')).toBeVisible({ timeout: 500 });
  }).toPass();
});

test('[PIN2] where nobody has a PIN the screen says who gives one', async ({ page, server, pos }) => {
  await openPaired(page, server, pos);
  const settings = await openSettings(page);
  await guardOver(page);
  await settings.getByRole('button', { name: 'Change person' }).click();
  await expect(page.getByRole('dialog', { name: 'Who is working here?' })).toContainText('Nobody else has a PIN');
});
