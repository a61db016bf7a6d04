import type { Browser, Page } from '@playwright/test';
import type { Language } from '../../../src-renderer/messages/language.ts';
import type { Api } from '../../harness/api.ts';
import type { ServerProcess } from '../../harness/server-process.ts';
import { guardOver } from './board-fixture.ts';
import { openFloor, orderCard } from './floor-hand.ts';
import { giveStillLife } from './photo-hand.ts';

export type FloorLook = {
  readonly size: readonly [width: number, height: number];
  readonly touch: boolean;
  readonly theme: 'dark' | 'light';
  readonly language: Language;
};

type Restaurant = { readonly browser: Browser; readonly server: ServerProcess; readonly pos: Api };

/** Every page and sheet of the floor, with what somebody may meet there; in any language. */
export async function tourOfFloor(
  { browser, server, pos }: Restaurant,
  { size: [width, height], touch, theme, language }: FloorLook,
  seePage: (page: Page, name: string) => Promise<void>,
): Promise<void> {
  const context = await browser.newContext({ viewport: { width, height }, hasTouch: touch });
  const page = await context.newPage();
  const see = async (name: string) => {
    await guardOver(page);
    await seePage(page, name);
  };
  let aheadMs = 0;
  const later = (time: string) => new Date(Date.parse(time) + aheadMs).toISOString();
  await page.routeWebSocket(/orders\/live/, (socket) => {
    const kitchen = socket.connectToServer();
    kitchen.onMessage((frame) => socket.send(String(frame).replaceAll(/(?<="server_time":")([^"]+)/g, later)));
  });
  const pass = () => {
    aheadMs = 125_000;
  };
  const { waiter, productIds } = await openFloor(page, server, pos);
  await giveStillLife(page, pos, [productIds.burger, productIds.steak]);
  await page.evaluate(
    (kept) => {
      for (const [key, value] of Object.entries(kept)) localStorage.setItem(`kitchen-pass.${key}`, value);
    },
    { theme, language },
  );
  await page.reload();
  await page.locator('[data-new-order]').waitFor();
  await see('empty');
  const orders = await fill(waiter, pos, productIds);
  await orderCard(page, 'T 4').locator('[data-pick-up]').waitFor();
  await page.locator('[data-new-order]').click();
  await see('new');
  await page.locator('input').first().fill('4');
  await see('table-that-has-one');
  await page.locator('input').first().fill('7');
  await page.locator('[data-to-menu]').click();
  await page.locator('fieldset button').nth(1).click();
  await page.locator('[data-dish="burger"]').click();
  await available(pos, productIds.burger, false);
  await page.locator('[data-dish="burger"][disabled]').waitFor();
  await see('menu');
  await page.locator('[data-dish="steak"]').click();
  await page.locator('dialog[open] fieldset button').nth(1).click();
  await see('dish');
  await page.locator('[data-dish-done]').click();
  await seeCart(page, see);
  await available(pos, productIds.burger, true);
  await page.locator('[data-back]').click();
  await orderCard(page, 'T 4').waitFor();
  await see('orders');
  await orderCard(page, 'T 4').getByRole('link').click();
  await page.locator('[data-act]').first().waitFor();
  await see('order');
  await page.locator('[data-line] button').first().click();
  await see('line');
  await page.locator('[data-void]').click();
  await see('void');
  await page.keyboard.press('Escape');
  for (const act of ['payment', 'table', 'split', 'merge', 'cancel']) {
    await guardOver(page);
    await page.locator(`[data-act="${act}"]`).click();
    await see(act);
    await page.keyboard.press('Escape');
  }
  await seeHouse(page, see, { pos, productIds, pass });
  await page.goto(`${server.url}/floor#/order/${orders.unknown}`);
  await page.locator('main h2').waitFor();
  await see('order-gone');
  await page.locator('[data-settings]').click();
  await see('settings');
  await context.close();
}

type House = {
  readonly pos: Api;
  readonly productIds: Readonly<Record<string, string>>;
  /** Two minutes go by, on the kitchen's clock as its frames tell it. */
  readonly pass: () => void;
};

/** The tables, what is driven out, and a plate of somebody else's that nobody has fetched. */
async function seeHouse(
  page: Page,
  see: (name: string) => Promise<void>,
  { pos, productIds, pass }: House,
): Promise<void> {
  const tables = [
    ...Array.from({ length: 9 }, (_, at) => ({ name: String(at + 1), area: 'Main room', seats: 4 })),
    { name: '11', area: 'Main room' },
    { name: 'By the window on the left', area: 'Terrace', seats: 2 },
  ];
  await pos.call('PATCH', '/settings', { tables });
  const items = [{ menu_item_id: productIds.burger, quantity: 2 }];
  const guest = { customer_name: 'Zoë Müller-Lüdenscheid', customer_phone: '+44 20 7946 0000' };
  const promised_at = new Date(Date.now() + 12 * 60_000).toISOString();
  const out = { type: 'delivery', ...guest, promised_at, notes: '12 Mill Lane, second floor, ring twice', items };
  const [one] = [(await pos.order(out)).json, (await pos.order(out)).json, (await pos.order(out)).json];
  await pos.call('PATCH', `/orders/${one.id}/status`, { status: 'ready' });
  const served = (await pos.order({ type: 'dine_in', table_number: '2', covers: 2, items })).json;
  await pos.call('PATCH', `/orders/${served.id}/status`, { status: 'completed' });
  const cold = (await pos.order({ type: 'dine_in', table_number: '3', covers: 4, items })).json;
  await pos.call('PATCH', `/orders/${cold.id}/status`, { status: 'ready' });
  await page.locator('[data-back]').click();
  const tabs = page.locator('main fieldset').first().getByRole('button');
  await tabs.nth(3).click();
  await page.locator('[data-delivery-step="ready"]').waitFor();
  await see('deliveries');
  await tabs.nth(2).click();
  await page.locator('[data-table="2"][data-phase="to-pay"]').waitFor();
  await see('tables');
  pass();
  await page.locator('[data-called]').waitFor();
  await see('called');
  await page.locator('[data-new-order]').click();
  await page.locator('[data-called-bar]').waitFor();
  await see('called-elsewhere');
}

const available = (pos: Api, id: string | undefined, is: boolean) =>
  pos.call('PATCH', `/products/${id}/availability`, { available: is });

/** On a phone it lies behind its bar. */
async function seeCart(page: Page, see: (name: string) => Promise<void>): Promise<void> {
  const bar = page.locator('[data-cart-bar]');
  if (await bar.isVisible()) await bar.click();
  await see('cart');
  if ((await page.locator('dialog[open]').count()) > 0) await page.keyboard.press('Escape');
  await guardOver(page);
}

async function fill(waiter: Api, pos: Api, ids: Readonly<Record<string, string>>) {
  const of = (sku: string, rest: object = {}) => ({ menu_item_id: ids[sku], ...rest });
  const place = async (table: string, items: object[]) =>
    (await waiter.call('POST', '/orders', { type: 'dine_in', table_number: table, items })).json;
  const four = await place('4', [of('burger', { quantity: 2, notes: 'no onions', seat: 2 }), of('soup')]);
  await place('Terrace, by the olive tree', [of('cake', { quantity: 3, allergens: ['nuts'], course: 2 })]);
  const paid = await place('11', [of('soup')]);
  await pos.call('PATCH', `/orders/${four.id}/items/${four.items[1].id}`, { status: 'ready' });
  await pos.call('PATCH', `/orders/${paid.id}/payment`, { payment_status: 'paid', payment_method: 'card' });
  return { unknown: '6b58208f-d318-4f90-a7e1-d68f433967ed' };
}
