import type { Page } from '@playwright/test';
import { sessionCookie } from '../../../src-main/server/transport/credential.ts';
import { type Api, signIn } from '../../harness/api.ts';
import type { ServerProcess } from '../../harness/server-process.ts';
import { expect, guardOver } from './board-fixture.ts';

const dishes = [
  { sku: 'soup', name: 'Tomato soup', price: 6.5, category: 'Starters', allergens: ['celery'] },
  { sku: 'burger', name: 'Burger', price: 12.5, category: 'Mains' },
  { sku: 'cake', name: 'Crème brûlée', price: 7, category: 'Sweets' },
  {
    ...{ sku: 'steak', name: 'Steak', price: 24, category: 'Mains' },
    modifier_groups: [
      { name: 'Doneness', min: 1, max: 1, options: [{ name: 'rare' }, { name: 'well done' }] },
      {
        name: 'Sides',
        min: 0,
        max: 2,
        options: [
          { name: 'fries', price: 3.5 },
          { name: 'salad', price: 4 },
        ],
      },
    ],
  },
];

export type Floor = {
  readonly page: Page;
  readonly waiter: Api;
  readonly productIds: Readonly<Record<string, string>>;
};

/** A menu of four dishes, and a waiter who is signed in on a device. */
export async function openFloor(page: Page, server: ServerProcess, pos: Api, username = 'anna'): Promise<Floor> {
  const productIds: Record<string, string> = {};
  for (const dish of dishes) {
    const { status, json } = await pos.call('POST', '/products', dish);
    expect(status).toBe(201);
    productIds[dish.sku] = json.id;
  }
  return { page, waiter: await openAs(page, server, pos, username), productIds };
}

/** A waiter who is signed in on a device; several may be called the same. */
export async function openAs(
  page: Page,
  server: ServerProcess,
  pos: Api,
  username: string,
  name = 'Anna',
): Promise<Api> {
  const password = `the password of ${username}`;
  const person = { username, display_name: name, role: 'waiter', password };
  expect((await pos.call('POST', '/users', person)).status).toBe(201);
  const waiter = await signIn(server.url, password, username);
  await page.context().addCookies([{ name: sessionCookie, value: waiter.token, url: server.url, httpOnly: true }]);
  await page.goto(`${server.url}/floor`);
  await expect(page.getByRole('heading', { name: 'Orders', exact: true })).toBeVisible();
  await expect(page.locator('[data-freshness="fresh"]')).toBeVisible();
  return waiter;
}

/** To the menu for this table. */
export async function beginAt(page: Page, table: string): Promise<void> {
  await page.locator('[data-new-order]').click();
  await page.getByLabel('Table', { exact: true }).fill(table);
  await page.locator('[data-to-menu]').click();
  await expect(page.getByLabel('Find a dish')).toBeVisible();
}

/** By category, and with a tap on the dish. */
export async function tapDish(page: Page, category: string, name: string): Promise<void> {
  await page.getByRole('button', { name: category, exact: true }).click();
  await page.getByRole('button', { name: new RegExp(`^${name}`) }).click();
}

/** On a phone the order lies behind its bar, on a tablet beside the menu. */
export async function send(page: Page): Promise<void> {
  const bar = page.locator('[data-cart-bar]');
  await bar.or(page.locator('[data-send]')).first().waitFor();
  if (await bar.isVisible()) await bar.click();
  await guardOver(page);
  await page.locator('[data-send]').click();
  await expect(page.getByRole('heading', { name: 'Orders', exact: true })).toBeVisible();
}

export const orderCard = (page: Page, name: string) =>
  page.locator('[data-order]').filter({ has: page.getByRole('heading', { name, exact: true }) });

export async function openOrder(page: Page, name: string): Promise<void> {
  await orderCard(page, name).getByRole('link').click();
  await expect(page.locator('[data-act="payment"]')).toBeVisible();
}

export const onlyOrder = async (pos: Api) => {
  const { items } = (await pos.call('GET', '/orders?status=open')).json;
  expect(items).toHaveLength(1);
  return items[0];
};

/** What the kitchen was told of each dish. */
export const lookedAt = (json: any) =>
  json.items.map((item: any) => [
    item.quantity,
    item.name,
    item.modifiers.map((one: any) => one.name).join(),
    item.seat,
    item.notes,
  ]);
