import type { Browser, Page } from '@playwright/test';
import { sessionCookie } from '../../../src-main/server/transport/credential.ts';
import type { Api } from '../../harness/api.ts';
import { rememberSecret } from '../../harness/sent-secrets.ts';
import { openTables, phoneAt } from '../../harness/table-phone.ts';
import { expect, guardOver, test, ticket } from './board-fixture.ts';
import { openAs, openFloor, send } from './floor-hand.ts';
import { byName, readQr } from './people-hand.ts';
import { letIn } from './signed-in.ts';

const newPhone = async (browser: Browser) =>
  (await browser.newContext({ viewport: { width: 360, height: 740 }, hasTouch: true })).newPage();

/** Switched on, with two tables, and the path behind the code of one of them. */
async function tableCode(pos: Api, table = '5'): Promise<string> {
  await openTables(pos, '5', 'Terrace');
  return `/t/${(await phoneAt(pos, table)).token}`;
}

/** A guest chooses a steak, rare, and says something about it. */
async function chooseSteak(phone: Page): Promise<void> {
  await phone.getByRole('button', { name: 'Mains', exact: true }).click();
  await phone.locator('[data-dish]', { hasText: 'Steak' }).click();
  const sheet = phone.getByRole('dialog', { name: 'Steak' });
  await expect(sheet.locator('[data-dish-done]')).toBeDisabled();
  await expect(sheet).toContainText('Doneness');
  await sheet.getByRole('button', { name: 'rare' }).click();
  await sheet.getByRole('textbox').fill('no pepper please');
  await sheet.locator('[data-dish-done]').click();
}

const basket = (phone: Page) => phone.locator('[data-basket]');
const asked = (phone: Page, state: string) => phone.locator(`[data-asked-state="${state}"]`);

async function callWaiter(phone: Page): Promise<void> {
  await basket(phone).click();
  await phone.getByRole('dialog', { name: 'Your choice' }).locator('[data-send]').click();
}

const cards = (floor: Page) => floor.locator('[data-asked-card]');

async function take(floor: Page): Promise<void> {
  await guardOver(floor);
  await cards(floor).first().click();
  await guardOver(floor);
  await floor.locator('[data-take="new"]').click();
}

test('[SLF1] [SLF2] [SLF5] a guest chooses by the code on the table, a waiter confirms it, the kitchen cooks it, the guest follows it', async ({
  browser,
  board,
  server,
  pos,
}) => {
  const page = await newPhone(browser);
  await openFloor(page, server, pos);
  const path = await tableCode(pos);
  const phone = await newPhone(browser);
  await phone.goto(`${server.url}${path}`);
  await expect(phone.getByText('Table 5')).toBeVisible();
  await chooseSteak(phone);
  await expect(basket(phone)).toContainText('24.00');
  // A battery that was empty, or a call: the basket is there again.
  await phone.reload();
  await expect(basket(phone)).toContainText('24.00');
  await callWaiter(phone);
  await expect(asked(phone, 'waiting')).toContainText('A waiter will come to you');
  await expect(cards(page)).toContainText('1× Steak');
  await expect(cards(page)).toContainText('24.00');
  await expect(board.locator('[data-ticket]')).toHaveCount(0);
  await take(page);
  // The waiter looks over it, and adds what was asked for at the table.
  await page.locator('[data-cart-bar]').click();
  await expect(page.locator('[data-cart-line]')).toContainText('“no pepper please”');
  await guardOver(page);
  await page.locator('[data-send]').click();
  await expect(ticket(board, 'T 5')).toContainText('Steak');
  await expect(ticket(board, 'T 5')).toContainText('no pepper please');
  await expect(cards(page)).toHaveCount(0);
  await expect(phone.locator('[data-number]')).toBeVisible();
  await expect(phone).toHaveURL(/\/o\/[\w-]{43}$/);
  rememberSecret(server.url, new URL(phone.url()).pathname.replace('/o/', ''));
  await expect(phone.locator('[data-dish]')).toContainText('Steak');
  // By the code again: an empty basket, and nothing of what the table has had.
  await phone.goto(`${server.url}${path}`);
  await expect(phone.getByText('Tap what you would like')).toBeVisible();
  await expect(phone.locator('body')).not.toContainText('pepper');
});

test('[SLF2] [SLF3] two waiters, a refusal, and a guest who thinks again', async ({ browser, page, server, pos }) => {
  await openFloor(page, server, pos);
  const other = await newPhone(browser);
  await openAs(other, server, pos, 'ben', 'Ben');
  const phone = await newPhone(browser);
  await phone.goto(`${server.url}${await tableCode(pos)}`);
  await chooseSteak(phone);
  await callWaiter(phone);
  await asked(phone, 'waiting').locator('[data-withdraw]').click();
  await expect(basket(phone)).toContainText('24.00');
  await expect(cards(page)).toHaveCount(0);
  await callWaiter(phone);
  await take(page);
  await take(other);
  await send(page);
  // Ben had it open: he is told, and nothing goes out twice.
  await other.locator('[data-cart-bar]').click();
  await expect(other.locator('[data-answered="taken"]')).toBeVisible();
  await expect(other.locator('[data-send]')).toBeDisabled();
  expect((await pos.call('GET', '/orders')).json.items).toHaveLength(1);
  await expect(phone.locator('[data-number]')).toBeVisible();
  rememberSecret(server.url, new URL(phone.url()).pathname.replace('/o/', ''));
  const second = await newPhone(browser);
  await second.goto(`${server.url}${await tableCode(pos)}`);
  await chooseSteak(second);
  await callWaiter(second);
  // Whoever is in the office is told, too, and has a way there.
  const office = await (await browser.newContext()).newPage();
  await letIn(office.context(), server);
  await office.goto(`${server.url}/manage#/menu`);
  const told = office.locator('[data-asked-bar]');
  await expect(told).toBeVisible();
  await expect(told).toHaveAttribute('href', '/floor');
  await guardOver(page);
  await cards(page).first().click();
  await guardOver(page);
  await page.locator('[data-refuse]').click();
  await page.locator('[data-question]').getByRole('textbox').fill('The kitchen has closed');
  await guardOver(page);
  await page.locator('[data-sure]').click();
  await expect(asked(second, 'refused')).toContainText('The kitchen has closed');
  await expect(told).toHaveCount(0);
  await second.locator('[data-again]').click();
  await expect(basket(second)).toContainText('24.00');
});

test('[SLF1] [SLF4] without a network it is kept and says so; sent once; what is out meanwhile is refused with the basket kept', async ({
  browser,
  server,
  pos,
  page,
}) => {
  const { productIds } = await openFloor(page, server, pos);
  const phone = await newPhone(browser);
  await phone.goto(`${server.url}${await tableCode(pos)}`);
  await chooseSteak(phone);
  await phone.context().setOffline(true);
  await callWaiter(phone);
  await expect(asked(phone, 'sending')).toContainText('Not sent yet');
  await expect(phone.locator('[data-away]')).toBeVisible();
  await phone.context().setOffline(false);
  await expect(asked(phone, 'waiting')).toBeVisible();
  await expect(cards(page)).toHaveCount(1);
  await asked(phone, 'waiting').locator('[data-withdraw]').click();
  await expect(basket(phone)).toBeVisible();
  await phone.route('**/api/v1/menu', (route) => route.abort());
  await pos.call('PATCH', `/products/${productIds.steak}/availability`, { available: false });
  await callWaiter(phone);
  await expect(basket(phone)).toBeVisible();
  await basket(phone).click();
  await expect(phone.locator('[data-trouble]')).toBeVisible();
  expect((await pos.call('GET', '/orders')).json.items).toHaveLength(0);
});

test('[SLF5] a manager switches it on and prints the codes; switched off, the code leads nowhere', async ({
  browser,
  page,
  server,
  pos,
}) => {
  await pos.call('PATCH', '/settings', { tables: [{ name: '5' }, { name: 'Terrace' }] });
  await letIn(page.context(), server);
  await page.goto(`${server.url}/manage#/guests`);
  await page.locator('[data-self-ordering]').getByRole('button', { name: 'Guests choose' }).click();
  await page.goto(`${server.url}/manage#/tables`);
  await page.locator('[data-codes]').click();
  // At the kitchen's own computer, which listens to itself alone, no phone would come through.
  await expect(page.getByText('Phones cannot reach this computer')).toBeVisible();
  const { token } = pos;
  await page.context().addCookies([{ name: sessionCookie, value: token, url: byName(server), httpOnly: true }]);
  await page.goto(`${byName(server)}/manage#/tables`);
  await page.locator('[data-codes]').click();
  await expect(page.locator('[data-code-of]')).toHaveCount(2);
  // On paper the codes stand alone.
  const others = ['[data-tables-of]', '[data-codes]', 'nav'].map((one) => page.locator(one).first());
  for (const other of others) await expect(other).toBeVisible();
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('[data-code-of="5"]')).toBeVisible();
  for (const other of others) await expect(other).toBeHidden();
  await page.emulateMedia({ media: 'screen' });
  const address = await readQr(page.locator('[data-code-of="5"]'));
  const { pathname } = new URL(address);
  rememberSecret(server.url, pathname.replace('/t/', ''));
  const phone = await newPhone(browser);
  await phone.goto(`${server.url}${pathname}`);
  await expect(phone.getByText('Table 5')).toBeVisible();
  await pos.call('PATCH', '/settings', { self_ordering: false });
  await phone.reload();
  await expect(phone.getByText('No ordering by phone here')).toBeVisible();
  await phone.goto(`${server.url}/t/AAAAAAAAAAAAAAAAAAAAAA`);
  await expect(phone.getByText('No ordering by phone here')).toBeVisible();
});
