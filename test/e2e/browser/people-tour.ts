import type { Browser, Locator, Page } from '@playwright/test';
import type { Language } from '../../../src-renderer/messages/language.ts';
import type { Api } from '../../harness/api.ts';
import { pairDevice } from '../../harness/paired-device.ts';
import type { ServerProcess } from '../../harness/server-process.ts';
import { expect, guardOver } from './board-fixture.ts';
import { byName, openAsManager } from './people-hand.ts';
import { openSettings } from './settings-hand.ts';

/** How a screen is: its size, and what it has chosen. */
export type Look = {
  readonly size: readonly [width: number, height: number];
  readonly touch?: boolean;
  readonly theme?: 'dark' | 'light';
  readonly language?: Language;
  readonly hitSize?: 'standard' | 'largest';
};

/** Called before each screen in its turn. */
export type See = (page: Page, name: string) => Promise<void>;

export type Restaurant = { readonly browser: Browser; readonly server: ServerProcess; readonly pos: Api };

const staff = [
  { username: 'anna', display_name: 'Anna', role: 'waiter', password: 'annas password', pin: '4711' },
  { username: 'zoe', display_name: 'Zoë Müller-Lüdenscheid', role: 'kitchen', pin: '0815' },
  { username: 'ben', display_name: 'Ben', role: 'manager', password: 'bens password' },
];

type Stop = (restaurant: Restaurant, look: Look, see: See) => Promise<void>;

/** Every screen that has to do with people and devices, in every state that somebody may meet; in any language. */
export const stops = { panel: seePanel, pairing: seePairing, here: seeOwnMachine, pin: seePin } as const;

export async function tourOfPeople(
  restaurant: Restaurant,
  look: Look,
  see: See,
  visited: readonly Stop[] = Object.values(stops),
): Promise<void> {
  const { pos } = restaurant;
  for (const person of staff) expect((await pos.call('POST', '/users', person)).status).toBe(201);
  await pairDevice(pos, 'waiter', 'Bar tablet');
  await pairDevice(pos, 'kitchen', 'Grill, by the window');
  await pos.call('POST', '/api-keys', { name: 'Till at the bar' });
  for (const stop of visited) await stop(restaurant, look, see);
}

async function asManager(restaurant: Restaurant, look: Look): Promise<{ manager: Page; panel: Locator }> {
  const manager = await newScreen(restaurant, look);
  await openAsManager(manager, restaurant.server);
  return { manager, panel: await openPeople(manager) };
}

async function seePanel(restaurant: Restaurant, look: Look, see: See): Promise<void> {
  const { manager, panel } = await asManager(restaurant, look);
  await seeDevices(manager, panel, see);
  await seeStaff(manager, panel, see);
  await seeKeys(manager, panel, see);
  await manager.context().close();
}

async function newScreen({ browser }: Restaurant, look: Look): Promise<Page> {
  const { size, touch = false, theme = 'dark', language = 'en', hitSize = 'standard' } = look;
  const [width, height] = size;
  const context = await browser.newContext({ viewport: { width, height }, hasTouch: touch });
  await context.addInitScript(
    (kept) => {
      for (const [key, value] of Object.entries(kept)) localStorage.setItem(`kitchen-pass.${key}`, value);
    },
    { theme, language, screen: JSON.stringify({ hitSize }) },
  );
  return context.newPage();
}

async function openPeople(page: Page): Promise<Locator> {
  await openSettings(page);
  await guardOver(page);
  await page.locator('[data-open-people]').click();
  const panel = page.locator('dialog:has([data-people])').last();
  await expect(panel.locator('[data-row]').first()).toBeVisible();
  await guardOver(page);
  return panel;
}

async function seeDevices(page: Page, panel: Locator, see: See): Promise<void> {
  await expect(panel.locator('[data-row]')).toHaveCount(2);
  await see(page, 'devices');
  const actions = panel.locator('[data-row]').first().getByRole('button');
  await actions.nth(1).click();
  await expect(panel.locator('[data-question]')).toBeVisible();
  await see(page, 'revoke');
  await actions.nth(0).click();
  await expect(panel.locator('form')).toBeVisible();
  await see(page, 'rename');
  await actions.nth(0).click();
}

async function seeStaff(page: Page, panel: Locator, see: See): Promise<void> {
  await panel.locator('[data-tab="staff"]').click();
  await expect(panel.locator('[data-row]')).toHaveCount(4);
  await see(page, 'staff');
  await panel.locator('[aria-expanded]').first().click();
  await panel.locator('input[name="new-username"]').fill('two words');
  await panel.locator('input[name="new-pin"]').fill('12');
  await guardOver(page);
  await panel.locator('[data-person-form] button[type="submit"]').click();
  await expect(panel.locator('[aria-invalid]')).toHaveCount(3);
  await see(page, 'person-errors');
  await panel.locator('[aria-expanded]').first().click();
  await panel.locator('[data-row="Anna"]').getByRole('button').nth(0).click();
  await expect(panel.locator('[data-person-form]')).toBeVisible();
  await see(page, 'person');
}

async function seeKeys(page: Page, panel: Locator, see: See): Promise<void> {
  await panel.locator('[data-tab="keys"]').click();
  await expect(panel.locator('[data-row]')).toHaveCount(1);
  await see(page, 'keys');
  await panel.locator('[aria-expanded]').first().click();
  await panel.locator('form input').fill('Web shop');
  await guardOver(page);
  await panel.locator('form button[type="submit"]').click();
  await expect(panel.locator('[data-new-key]')).toBeVisible();
  await see(page, 'new-key');
}

/** Opens the door of the panel of devices. */
async function openDoor(page: Page, panel: Locator, see: See, name: string): Promise<void> {
  await panel.locator('[data-tab="devices"]').click();
  const shut = panel.locator('[data-let-in="shut"]');
  await shut.getByRole('button').first().click();
  await see(page, name);
  await guardOver(page);
  await shut.getByRole('button').last().click();
  await expect(panel.locator('[data-let-in="open"]')).toBeVisible();
}

async function seePairing(restaurant: Restaurant, look: Look, see: See): Promise<void> {
  const { manager, panel } = await asManager(restaurant, look);
  const device = await newScreen(restaurant, look);
  const address = `${byName(restaurant.server)}/pair`;
  await device.goto(`${address}#of-yesterday`);
  await expect(device.locator('[data-pair="secret"]')).toBeVisible();
  await see(device, 'pair-by-qr');
  await device.locator('button[type="submit"]').click();
  await expect(device.getByRole('alert')).toBeVisible();
  await see(device, 'pair-spent');
  await device.goto(address);
  await expect(device.locator('[data-pair="ask"]')).toBeVisible();
  await see(device, 'pair-by-asking');
  await openDoor(manager, panel, see, 'door-shut');
  await see(manager, 'door-open');
  for (const answer of ['refuse', 'close'] as const) {
    await device.locator('input').fill('Terrace');
    await device.locator('button[type="submit"]').click();
    await expect(device.locator('[data-code]')).toBeVisible();
    await expect(panel.locator('[data-request]')).toBeVisible();
    await guardOver(manager);
    if (answer === 'refuse') {
      await see(device, 'pair-code');
      await panel.locator('[data-request]').scrollIntoViewIfNeeded();
      await see(manager, 'door-asked');
      await panel.locator('[data-request] button').last().click();
    } else await panel.locator('[data-let-in] > button').click();
    await expect(device.locator(answer === 'refuse' ? '[data-pair="refused"]' : '[data-pair="over"]')).toBeVisible();
    await see(device, answer === 'refuse' ? 'pair-refused' : 'pair-over');
    await device.getByRole('button').click();
  }
  await expect(panel.locator('[data-ended]')).toBeVisible();
  await see(manager, 'door-closed');
  await device.context().close();
  await manager.context().close();
}

/** At the kitchen's own computer, which only it can reach. */
async function seeOwnMachine(restaurant: Restaurant, look: Look, see: See): Promise<void> {
  const page = await newScreen(restaurant, look);
  await openAsManager(page, restaurant.server, restaurant.server.url);
  const panel = await openPeople(page);
  await openDoor(page, panel, async () => undefined, '');
  await expect(panel.locator('[data-only-here]')).toBeVisible();
  await see(page, 'only-here');
  await panel.locator('[data-let-in] > button').click();
  await page.context().close();
}

async function seePin(restaurant: Restaurant, look: Look, see: See): Promise<void> {
  const { server, pos } = restaurant;
  const page = await newScreen(restaurant, look);
  const { secret } = (await pos.call('POST', '/pair/window', { role: 'waiter' })).json;
  await page.request.post(`${server.url}/api/v1/pair/claim`, { data: { secret, name: 'Terrace' } });
  await page.goto(server.url);
  await expect(page.locator('[data-open-count]')).toBeVisible();
  await guardOver(page);
  await openSettings(page);
  await page.locator('[data-change-person]').scrollIntoViewIfNeeded();
  await see(page, 'paired-settings');
  await guardOver(page);
  await page.locator('[data-change-person]').click();
  await expect(page.locator('[data-people] button')).toHaveCount(2);
  await see(page, 'pin-names');
  await page.locator('[data-people] button').first().click();
  await page.locator('[data-pin] input').fill('1234');
  await see(page, 'pin-pad');
  await page.keyboard.press('Enter');
  await expect(page.locator('[data-pin] [role="alert"]')).not.toBeEmpty();
  await see(page, 'pin-wrong');
  await page.goto(`${server.url}/pair`);
  await expect(page.locator('[data-pair]')).toContainText('Terrace');
  await see(page, 'pair-again');
  await page.context().close();
}
