import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import Database from 'better-sqlite3';
import { parse } from 'csv-parse/sync';
import { byPortion, type CountedOrder, countByHand, quantileOf } from '../../harness/hand-count.ts';
import type { ServerProcess } from '../../harness/server-process.ts';
import { expect } from './board-fixture.ts';
import { longNight, manyDishes, test, zone } from './reports-fixture.ts';
import { letIn } from './signed-in.ts';

// The days are the restaurant's, wherever its manager reads of them.
test.use({ timezoneId: 'America/New_York', viewport: { width: 1440, height: 900 } });

type Days = { readonly from: string; readonly to: string };

async function openReports(page: Page, server: ServerProcess, days?: Days): Promise<void> {
  await letIn(page.context(), server);
  await page.goto(`${server.url}/manage#/reports${days ? `/${days.from}/${days.to}` : ''}`);
}

function counted(server: ServerProcess, { from, to }: Days): readonly CountedOrder[] {
  const db = new Database(join(server.dataDir, 'kitchen.db'), { readonly: true });
  const orders = countByHand(db, zone).filter(({ day }) => day >= from && day <= to);
  db.close();
  return orders;
}

const figure = (page: Page, name: string) => page.locator(`[data-figure=${name}]`);
const row = (page: Page, table: string, name: string) =>
  page
    .locator(`#figures-${table}`)
    .getByRole('row')
    .filter({ has: page.getByRole('rowheader', { name, exact: true }) });

const written = (ms: readonly number[], share: number): string => {
  const seconds = quantileOf(ms, share);
  return seconds === null ? '–' : `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
};
const sum = (orders: readonly CountedOrder[], of: 'recooked' | 'voided') =>
  String(orders.reduce((all, order) => all + order[of], 0));
const isLate = (ms: number) => ms >= 8 * 60_000;

/** What a row of tickets shows, by hand. */
function ticketRow(orders: readonly CountedOrder[]): Readonly<Record<string, string>> {
  const ticket = orders.flatMap(({ ticketMs }) => ticketMs ?? []);
  const dishes = orders.flatMap((order) => order.dishes);
  const late = ticket.filter(isLate).length;
  return {
    orders: String(orders.filter(({ isCancelled }) => !isCancelled).length),
    ticket: written(ticket, 0.5),
    ticket90: written(ticket, 0.9),
    onTime: ticket.length > 0 ? `${Math.floor((100 * (ticket.length - late)) / ticket.length)}%` : '–',
    late: String(late),
    prep: written(byPortion(dishes, 'prepMs'), 0.5),
    prep90: written(byPortion(dishes, 'prepMs'), 0.9),
    wait: written(byPortion(dishes, 'waitMs'), 0.5),
    recooked: sum(orders, 'recooked'),
    voided: sum(orders, 'voided'),
    cancelled: String(orders.filter(({ isCancelled }) => isCancelled).length),
  };
}

function shareRow(orders: readonly CountedOrder[], of: 'name' | 'station', key: string) {
  const dishes = orders.flatMap((order) => order.dishes).filter((dish) => dish[of] === key);
  const [prep, wait] = [byPortion(dishes, 'prepMs'), byPortion(dishes, 'waitMs')];
  return {
    portions: String(prep.length),
    prep: written(prep, 0.5),
    prep90: written(prep, 0.9),
    late: String(prep.filter(isLate).length),
    wait: written(wait, 0.5),
    wait90: written(wait, 0.9),
  };
}

async function expectRow(page: Page, table: string, name: string, cells: Readonly<Record<string, string>>) {
  for (const [column, text] of Object.entries(cells))
    await expect(row(page, table, name).locator(`[data-column=${column}]`), `${table} ${name} ${column}`).toHaveText(
      text,
    );
}

test('[RPO1] [RPO3] every figure on the page is what a hand count of the log says, through the night that has an hour more', async ({
  page,
  server,
}) => {
  const orders = counted(server, longNight);
  await openReports(page, server, longNight);
  const all = ticketRow(orders);
  await expect(figure(page, 'orders').locator('[data-value]')).toHaveText(all.orders ?? '');
  for (const name of ['ticket', 'onTime', 'prep', 'wait', 'recooked', 'voided'])
    await expect(figure(page, name).locator('[data-value]'), name).toHaveText(all[name] ?? '');
  await expect(figure(page, 'ticket')).toContainText(`Nine of ten: ${all.ticket90}.`);
  const before = ticketRow(counted(server, { from: '2026-10-17', to: '2026-10-18' }));
  await expect(figure(page, 'ticket').locator('[data-was]')).toHaveText(`before: ${before.ticket}`);

  await expectRow(page, 'type', 'Takeaway', all);
  for (const hour of new Set(orders.map((order) => order.hour))) {
    const name = `${hour}–${(hour + 1) % 24}`;
    await expectRow(page, 'hour', name, ticketRow(orders.filter((order) => order.hour === hour)));
  }
  for (const [day, name] of [
    ['2026-10-24', 'Sat, Oct 24, 2026'],
    ['2026-10-25', 'Sun, Oct 25, 2026'],
  ] as const)
    await expectRow(page, 'day', name, ticketRow(orders.filter((order) => order.day === day)));
  for (const [station, name] of [
    ['grill', 'Grill'],
    ['bar', 'Bar'],
  ] as const)
    await expectRow(page, 'station', name, shareRow(orders, 'station', station));
  for (const dish of ['Soup', 'Burger', 'Beer']) await expectRow(page, 'item', dish, shareRow(orders, 'name', dish));

  // The charts say the same in words, and point to the table.
  const chart = page.getByRole('img', { name: /^Orders by hour\./ });
  const hours = [...new Set(orders.map((order) => order.hour))];
  for (const hour of hours) {
    const { orders: served } = ticketRow(orders.filter((order) => order.hour === hour));
    await expect(chart).toHaveAccessibleName(new RegExp(`\\b${hour}: ${served}\\b`));
  }
  await expect(chart).toHaveAttribute('aria-details', 'figures-hour');
  await expect(page.locator('[data-days]')).toHaveText(/Sat, Oct 24 – Sun, Oct 25, 2026/);
  await expect(page.getByText('Business days, Europe/Berlin time')).toBeVisible();
});

test('[RPO4] dishes are sorted, found and shown whole; the file for a spreadsheet says what the table says', async ({
  page,
  server,
}) => {
  await openReports(page, server, manyDishes);
  const rows = page.locator('#figures-item tbody tr:visible');
  await expect(rows).toHaveCount(25);
  await page.getByRole('button', { name: 'Show all 40' }).click();
  await expect(rows).toHaveCount(40);
  const prep = page.locator('#figures-item').getByRole('columnheader', { name: 'Prep, half within' });
  await prep.getByRole('button').click();
  await expect(prep).toHaveAttribute('aria-sort', 'descending');
  await expect(rows.first()).toContainText('Dish 40');
  await prep.getByRole('button').click();
  await expect(rows.first()).toContainText('Dish 1');
  await page.getByLabel('Find a dish').fill('dish 17');
  await expect(rows).toHaveCount(1);
  await page.getByLabel('Find a dish').fill('no such');
  await expect(page.getByText('No dish of that name was sold in these days')).toBeVisible();
  await page.getByLabel('Find a dish').fill('');

  const coming = page.waitForEvent('download');
  await page.locator('[data-csv=items]').click();
  const download = await coming;
  expect(download.suggestedFilename()).toBe('items-2026-09-01-2026-09-01.csv');
  const records: Record<string, string>[] = parse(readFileSync(await download.path()), { columns: true, bom: true });
  expect(records).toHaveLength(40);
  for (const { item = '', portions = '', prep_median_s: median, late = '' } of records.slice(0, 5)) {
    const ms = [Number(median) * 1000];
    await expectRow(page, 'item', item, { portions, prep: written(ms, 0.5), late });
  }
});

test('[RPO6] on paper: black on white, whose and which days, whole tables, nothing that is only for a screen', async ({
  page,
  server,
}) => {
  await page.addInitScript(() => localStorage.setItem('kitchen-pass.theme', 'dark'));
  await openReports(page, server, manyDishes);
  await expect(page.locator('#figures-item tbody tr:visible')).toHaveCount(25);
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByText('Kitchen · Reports')).toBeVisible();
  await expect(page.locator('[data-days]')).toHaveText('Tue, Sep 1, 2026');
  await expect(page.getByText(/Europe\/Berlin time · printed/)).toBeVisible();
  await expect(page.locator('#figures-item tbody tr:visible')).toHaveCount(40);
  for (const hidden of ['[data-span=today]', '[data-csv=items]', '[data-back]', 'nav', 'input[type=search]'])
    await expect(page.locator(hidden)).toBeHidden();
  const colours = await page.evaluate(() => {
    const { color } = getComputedStyle(document.querySelector('[data-value]') as Element);
    return [getComputedStyle(document.body).backgroundColor, color];
  });
  expect(colours).toEqual(['rgb(255, 255, 255)', 'rgb(0, 0, 0)']);
  await page.emulateMedia({ media: null });
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
  // A4, landscape, and more than one of it.
  expect(pdf).toMatch(/\/MediaBox \[0 0 84[12](\.\d+)? 59[456]/);
  expect(Number(/\/Count (\d+)/.exec(pdf)?.[1])).toBeGreaterThan(1);
});

test('[RPO1] days are chosen by name or date, stand in the address, and what is wrong is said at its field', async ({
  page,
  server,
}) => {
  await openReports(page, server, { from: '2026-09-02', to: '2026-09-03' });
  await expect(page.getByText('No order was finished in these days')).toBeVisible();
  const [from, to] = [page.getByLabel('From'), page.getByLabel('To')];
  await expect(from).toHaveValue('2026-09-02');
  await to.fill('2026-09-01');
  await page.getByRole('button', { name: 'Show' }).click();
  await expect(to).toHaveAccessibleDescription('Choose a day on or after the first');
  await expect(to).toHaveValue('2026-09-01');
  await from.fill('2026-09-01');
  await page.getByRole('button', { name: 'Show' }).click();
  await expect(page).toHaveURL(/#\/reports\/2026-09-01\/2026-09-01$/);
  await expect(figure(page, 'orders').locator('[data-value]')).toHaveText('40');
  await page.goBack();
  await expect(page.getByText('No order was finished in these days')).toBeVisible();
  await page.locator('[data-span=yesterday]').click();
  await expect(page.locator('[data-span=yesterday]')).toHaveAttribute('aria-current', 'true');
  await page.goto(`${server.url}/manage#/reports/2026-09-31/soon`);
  await expect(page.getByText('names no such days')).toBeVisible();
});

test('[RPO1] the figures of today come by themselves; without the kitchen they stay and are said to be old', async ({
  page,
  server,
  pos,
}) => {
  await openReports(page, server);
  await expect(page.locator('[data-span=today]')).toHaveAttribute('aria-current', 'true');
  await expect(page.getByText('No order was finished in these days')).toBeVisible();
  const { json } = await pos.order();
  await pos.call('PATCH', `/orders/${json.id}/status`, { status: 'completed' });
  await expect(figure(page, 'orders').locator('[data-value]')).toHaveText('1');
  await page.route('**/api/v1/reports/**', (route) => route.abort());
  await expect(page.getByText('The figures do not come')).toBeVisible({ timeout: 20_000 });
  await expect(figure(page, 'orders').locator('[data-value]')).toHaveText('1');
  await page.unroute('**/api/v1/reports/**');
  await page.getByRole('button', { name: 'Try now' }).click();
  await expect(page.getByText('The figures do not come')).toHaveCount(0);
});
