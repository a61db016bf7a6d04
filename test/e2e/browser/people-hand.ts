import type { Browser, BrowserContext, Locator, Page } from '@playwright/test';
import { decodeQR } from 'qr/decode.js';
import { sessionCookie } from '../../../src-main/server/transport/credential.ts';
import { managerOf } from '../../harness/manager.ts';
import type { ServerProcess } from '../../harness/server-process.ts';
import { expect, guardOver } from './board-fixture.ts';
import { openSettings } from './settings-hand.ts';

/** As everybody but the kitchen's own computer finds it. */
export const byName = ({ port }: Pick<ServerProcess, 'port'>): string => `http://kitchen-pass.local:${port}`;

/** The manager's board in a browser elsewhere on the network. */
export async function openAsManager(page: Page, server: ServerProcess, url = byName(server)): Promise<void> {
  const { token } = await managerOf(server);
  await page.context().addCookies([{ name: sessionCookie, value: token, url, httpOnly: true, sameSite: 'Strict' }]);
  await page.goto(url);
  await expect(page.locator('[data-open-count]')).toBeVisible();
  await guardOver(page);
}

type Tab = 'Devices' | 'People' | 'API keys';

/** Opens the panel from the settings; the names are those of an English screen. */
export async function openPanel(page: Page, tab: Tab = 'Devices'): Promise<Locator> {
  const settings = await openSettings(page);
  await guardOver(page);
  await settings.getByRole('button', { name: 'Devices, people, API keys' }).click();
  const panel = page.getByRole('dialog', { name: 'People and devices' });
  await expect(panel.locator('[data-people]')).toBeVisible();
  await guardOver(page);
  if (tab !== 'Devices') await panel.getByRole('button', { name: tab, exact: true }).click();
  return panel;
}

/** Pairing is open afterwards. */
export async function openDoor(panel: Locator, role = 'Kitchen screen'): Promise<Locator> {
  await panel.getByRole('button', { name: 'Let a device in' }).click();
  await panel.getByRole('button', { name: role }).click();
  await guardOver(panel.page());
  await panel.getByRole('button', { name: 'Open pairing for two minutes' }).click();
  const door = panel.locator('[data-let-in="open"]');
  await expect(door).toBeVisible();
  return door;
}

/** What a camera reads of the QR that stands on the screen. */
export async function readQr(door: Locator): Promise<string> {
  await expect(door.locator('[data-qr]')).toBeVisible();
  const { width, height, data } = await door.locator('[data-qr]').evaluate(pixelsOf);
  return decodeQR({ width, height, data: Uint8ClampedArray.from(data) });
}

/** As the browser draws it, four pixels to each module. */
async function pixelsOf(svg: Element): Promise<{ width: number; height: number; data: number[] }> {
  const copy = svg.cloneNode(true) as SVGSVGElement;
  const size = 4 * copy.viewBox.baseVal.width;
  copy.setAttribute('width', String(size));
  copy.setAttribute('height', String(size));
  const image = new Image();
  image.src = `data:image/svg+xml,${encodeURIComponent(new XMLSerializer().serializeToString(copy))}`;
  await image.decode();
  const canvas = new OffscreenCanvas(size, size);
  const pen = canvas.getContext('2d');
  if (!pen) throw new Error('nothing to draw on');
  pen.fillStyle = '#ffffff';
  pen.fillRect(0, 0, size, size);
  pen.drawImage(image, 0, 0);
  const { width, height, data } = pen.getImageData(0, 0, size, size);
  return { width, height, data: [...data] };
}

/** Another device, which nobody has signed in on. */
export async function newDevice(browser: Browser, options: Parameters<Browser['newContext']>[0] = {}): Promise<Page> {
  const context: BrowserContext = await browser.newContext(options);
  return context.newPage();
}

export const nameBox = (page: Page): Locator => page.getByLabel('Name of this device');

/** A device that asks, with its code before everybody's eyes. */
export async function askIn(page: Page, server: ServerProcess, name: string): Promise<string> {
  await page.goto(`${byName(server)}/pair`);
  await nameBox(page).fill(name);
  await page.getByRole('button', { name: 'Ask the manager' }).click();
  await expect(page.locator('[data-code]')).toBeVisible();
  return (await page.locator('[data-code]').getAttribute('data-code')) ?? '';
}

export const board = (page: Page): Locator => page.locator('[data-open-count]');

/** What a waiter's tablet opens. */
export const floor = (page: Page): Locator => page.locator('[data-new-order]');
export const door = (page: Page): Locator => page.getByLabel('User name');
