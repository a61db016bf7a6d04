import type { Browser, Page } from '@playwright/test';
import { sessionCookie } from '../../../src-main/server/transport/credential.ts';
import { type Api, signIn } from '../../harness/api.ts';
import type { ServerProcess } from '../../harness/server-process.ts';
import { addUser } from '../../harness/user.ts';
import { expect, openBoard } from './board-fixture.ts';
import { openFloor } from './floor-hand.ts';
import { letIn } from './signed-in.ts';

const phone = { viewport: { width: 360, height: 740 }, hasTouch: true };

/** Five browsers of their own, as they stand and lie about in a small restaurant. */
export type House = {
  readonly anna: Page;
  readonly ben: Page;
  readonly board: Page;
  readonly guests: Page;
  readonly office: Page;
  close(): Promise<void>;
};

export async function openHouse(browser: Browser, server: ServerProcess, pos: Api): Promise<House> {
  const opened: Page[] = [];
  const open = async (options: Parameters<Browser['newContext']>[0] = {}): Promise<Page> => {
    const page = await (await browser.newContext(options)).newPage();
    opened.push(page);
    return page;
  };
  const anna = await open(phone);
  await openFloor(anna, server, pos);
  const ben = await open(phone);
  await openSecondPhone(ben, server, pos);
  const board = await open({ viewport: { width: 1920, height: 1080 } });
  await openBoard(board, server);
  const guests = await open();
  await openGuestBoard(guests, server);
  const office = await open({ viewport: { width: 1440, height: 900 } });
  await letIn(office.context(), server);
  await office.goto(`${server.url}/manage`);
  await expect(office.getByRole('heading', { name: 'Manage' })).toBeVisible();
  const close = async () => {
    for (const page of opened) await page.context().close();
  };
  return { anna, ben, board, guests, office, close };
}

async function openSecondPhone(page: Page, server: ServerProcess, pos: Api): Promise<void> {
  const password = 'the password of ben';
  await pos.call('POST', '/users', { username: 'ben', display_name: 'Ben', role: 'waiter', password });
  const { token } = await signIn(server.url, password, 'ben');
  await page.context().addCookies([{ name: sessionCookie, value: token, url: server.url, httpOnly: true }]);
  await page.goto(`${server.url}/floor`);
  await expect(page.locator('[data-freshness="fresh"]')).toBeVisible();
}

async function openGuestBoard(page: Page, server: ServerProcess): Promise<void> {
  const { token } = await addUser(server, { username: 'guests', role: 'display' });
  await page.context().addCookies([{ name: sessionCookie, value: token, url: server.url, httpOnly: true }]);
  await page.goto(`${server.url}/ready`);
  await expect(page.getByRole('heading', { name: 'Your orders' })).toBeVisible();
}

/** What the log says of all orders of the evening, counted by hand, as the report has it. */
export async function countedByHand(pos: Api) {
  const { items: orders } = (await pos.call('GET', '/orders?limit=200')).json;
  const lines = orders.flatMap((order: any) => order.items.map((item: any) => ({ ...item, order })));
  const kept = lines.filter(({ status }: any) => status !== 'voided');
  const sum = (all: any[]) => all.reduce((total, { quantity }) => total + quantity, 0);
  return {
    orders: orders.length,
    cancelled: orders.filter((order: any) => order.order_status === 'cancelled').length,
    portions: sum(kept.filter(({ order }: any) => order.order_status !== 'cancelled')),
    voided: sum(lines.filter(({ status }: any) => status === 'voided')),
  };
}
