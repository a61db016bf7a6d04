import { judge } from './accessible-hand.ts';
import { expect, guardOver, test } from './board-fixture.ts';
import { tooSmall } from './hit-hand.ts';
import { letIn } from './signed-in.ts';
import { widerThanItsBox } from './wider-than-its-box.ts';

test.use({ hasTouch: true, viewport: { width: 360, height: 740 } });

test('[FLR5] [LOK1] [LOK2] a manager writes down the tables by area; what is wrong is said at its field, and nothing typed is lost', async ({
  page,
  server,
  pos,
}) => {
  await letIn(page.context(), server);
  await page.goto(`${server.url}/manage#/tables`);
  await expect(page.getByText('No tables yet.')).toBeVisible();
  await guardOver(page);
  await page.getByRole('button', { name: 'Add tables' }).click();
  const form = page.locator('[data-table-form]');
  const save = form.getByRole('button', { name: 'Save' });
  await guardOver(page);
  await save.click();
  await expect(form.getByText('Write at least one name or number.')).toBeVisible();
  await form.getByLabel('Names or numbers').fill('1-3, Bar, 03');
  await form.getByLabel('Room or area').fill('Main room');
  await form.getByLabel('Seats').fill('4');
  await guardOver(page);
  await save.click();
  await expect(form.getByText('There is a table 03 already.')).toBeVisible();
  await expect(form.getByLabel('Names or numbers')).toHaveValue('1-3, Bar, 03');
  await form.getByLabel('Names or numbers').fill('1-3, Bar');
  await guardOver(page);
  await save.click();
  await expect(page.locator('[data-tables-of="Main room"] [data-row]')).toHaveCount(4);
  const row = page.locator('[data-row="Bar"]');
  await guardOver(page);
  await row.getByRole('button', { name: 'Change' }).click();
  await guardOver(page);
  await judge(page, 'a table is changed');
  expect(await tooSmall(page, { least: 48, leastLine: 48 })).toEqual([]);
  expect(await page.evaluate(widerThanItsBox)).toEqual([]);
  await form.getByLabel('Name or number').fill('Window');
  await form.getByLabel('Seats').fill('');
  await guardOver(page);
  await save.click();
  await expect(page.locator('[data-row="Window"]')).toBeVisible();
  await guardOver(page);
  await page.locator('[data-row="2"]').getByRole('button', { name: 'Remove' }).click();
  await guardOver(page);
  await page.locator('[data-question]').getByRole('button', { name: 'Remove' }).click();
  await expect(page.locator('[data-row]')).toHaveCount(3);
  expect((await pos.call('GET', '/settings')).json.tables).toEqual([
    { name: '1', area: 'Main room', seats: 4 },
    { name: '3', area: 'Main room', seats: 4 },
    { name: 'Window', area: 'Main room', seats: null },
  ]);
});

const hall = [
  { name: '4', area: 'Hall', seats: 4 },
  { name: '5', area: 'Hall', seats: 2 },
];

test('[STE6] [FLR5] two managers at one table overwrite nothing that they have not typed, and lose nothing that they have', async ({
  page,
  server,
  pos,
}) => {
  await pos.call('PATCH', '/settings', { tables: hall });
  await letIn(page.context(), server);
  await page.goto(`${server.url}/manage#/tables`);
  const form = page.locator('[data-table-form]');
  const save = form.getByRole('button', { name: 'Save' });
  await guardOver(page);
  await page.locator('[data-row="4"]').getByRole('button', { name: 'Change' }).click();
  await form.getByLabel('Room or area').fill('Terrace');
  await pos.call('PATCH', '/settings', { tables: [{ ...hall[0], seats: 6 }, hall[1]] });
  await expect(form.getByLabel('Seats')).toHaveValue('6');
  await guardOver(page);
  await save.click();
  await expect(form).toHaveCount(0);
  expect((await pos.call('GET', '/settings')).json.tables[0]).toEqual({ name: '4', area: 'Terrace', seats: 6 });

  await guardOver(page);
  await page.locator('[data-row="5"]').getByRole('button', { name: 'Change' }).click();
  await form.getByLabel('Seats').fill('3');
  const other = page.locator('[data-row="4"]').getByRole('button', { name: 'Change' });
  await guardOver(page);
  await other.click();
  await expect(form).toHaveCount(2);
  await guardOver(page);
  await other.click();
  await pos.call('PATCH', '/settings', { tables: [hall[0]] });
  await expect(page.locator('[data-gone]').getByRole('alert')).toContainText('removed table 5 meanwhile');
  await expect(form.getByLabel('Seats')).toHaveValue('3');
  await guardOver(page);
  await save.click();
  await expect(page.locator('[data-row="5"]')).toContainText('Seats: 3');
});
