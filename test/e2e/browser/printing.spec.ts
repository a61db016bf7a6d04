import { openPrinter, type PrinterSink } from '../../harness/printer-sink.ts';
import { test as base, expect, guardOver, openBoard, ticket } from './board-fixture.ts';
import { openFloor } from './floor-hand.ts';
import { letIn } from './signed-in.ts';
import { openSheet } from './station-fixture.ts';

const test = base.extend<{ printer: PrinterSink }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names in the pattern
  printer: async ({}, use) => {
    const printer = await openPrinter();
    await use(printer);
    await printer.close();
  },
});

const at = ({ port }: PrinterSink) => ({ name: 'Pass', host: '127.0.0.1', port, stations: ['kitchen'], guest: true });
const order = { type: 'dine_in', table_number: '4', items: [{ name: 'Soup', unit_price: 6 }] };

test('[PRT1] [PRT2] a manager adds a printer, is told at the field what is wrong, and sees a test print come out', async ({
  page,
  server,
  printer,
}) => {
  await letIn(page.context(), server);
  await page.goto(`${server.url}/manage#/printers`);
  const section = page.locator('[data-section=printers]');
  await expect(section.getByText('No printer yet')).toBeVisible();
  await section.getByRole('button', { name: 'Add a printer' }).click();
  const form = section.locator('[data-printer-form]');
  await form.getByLabel('Name').fill('Pass');
  await form.getByLabel('Address').fill('8.8.8.8');
  await form.getByLabel('Port').fill('80');
  await form.getByRole('button', { name: 'Kitchen', exact: true }).click();
  await form.getByRole('button', { name: '58 mm' }).click();
  await expect(form.locator('[data-preview]')).toHaveJSProperty('complete', true);
  expect(await form.locator('[data-preview]').evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(424);
  await guardOver(page);
  await form.getByRole('button', { name: 'Save' }).click();
  await expect(form.locator('[aria-invalid]')).toHaveCount(1);
  await expect(form.getByLabel('Port')).toHaveAccessibleDescription('Write a number from 9100 to 9199.');
  await form.getByLabel('Port').fill(String(printer.port));
  await guardOver(page);
  await form.getByRole('button', { name: 'Save' }).click();
  await expect(form.getByLabel('Address')).toHaveAccessibleDescription(/Others are not allowed/);
  await expect(form.getByLabel('Name')).toHaveValue('Pass');
  await form.getByLabel('Address').fill('127.0.0.1');
  await guardOver(page);
  await form.getByRole('button', { name: 'Save' }).click();
  const row = section.locator('[data-row="Pass"]');
  await expect(row).toContainText('Has not printed yet');
  await guardOver(page);
  await row.getByRole('button', { name: 'Test print' }).click();
  await expect(row.locator('[data-tested]')).toBeVisible();
  expect(printer.slips()[0]).toContain('This printer works.');

  printer.becomes('paper-out');
  await guardOver(page);
  await row.getByRole('button', { name: 'Test print' }).click();
  await expect(row.locator('[data-trouble="paper-out"]')).toHaveText('It has no paper.');
  await guardOver(page);
  await section.getByRole('button', { name: 'Print after 60 s' }).click();
  await expect(section.getByRole('button', { name: 'Print after 60 s' })).toHaveAttribute('aria-pressed', 'true');
  await row.getByRole('button', { name: 'Remove' }).click();
  await guardOver(page);
  await row.getByRole('button', { name: 'Yes, remove' }).click();
  await expect(section.getByText('No printer yet')).toBeVisible();
});

test('[PRT5] [PRT9] slips by hand from the board and the floor; a printer that does not print is told the manager', async ({
  page,
  browser,
  server,
  pos,
  printer,
}) => {
  await pos.call('POST', '/printers', at(printer));
  const placed = (await pos.order(order)).json;
  await openBoard(page, server);
  const sheet = await openSheet(page, 'T 4');
  await sheet.locator('[data-print]').click();
  await expect(sheet.locator('[data-print-sent]')).toHaveText('On its way to Pass.');
  await expect.poll(() => printer.slips().length).toBe(1);
  expect(printer.slips()[0]).toContain('1 x Soup');
  await page.keyboard.press('Escape');

  const context = await browser.newContext({ viewport: { width: 390, height: 844 } });
  const floor = await openFloor(await context.newPage(), server, pos);
  await floor.page.goto(`${server.url}/floor#/order/${placed.id}`);
  await floor.page.locator('[data-act=print]').click();
  const dialog = floor.page.getByRole('dialog', { name: 'Print' });
  await guardOver(floor.page);
  await dialog.locator('[data-slip=guest]').click();
  await expect.poll(() => printer.slips().length).toBe(2);
  expect(printer.slips()[1]).toMatch(/Total +[A-Z]{3} 6\.00/);

  await printer.off();
  await guardOver(floor.page);
  await dialog.locator('[data-slip=kitchen]').click();
  await expect(dialog.locator('[data-print-sent]')).toBeVisible();
  // The order itself waits for no printer.
  expect((await pos.order(order)).status).toBe(201);
  await page.reload();
  await expect(page.getByRole('alert').filter({ hasText: 'Slips wait for a printer: 1' })).toContainText('Pass');
  await context.setOffline(true);
  await guardOver(floor.page);
  await dialog.locator('[data-slip=kitchen]').click();
  await expect(dialog.getByRole('alert')).toBeVisible();
  await context.close();
});

test('[PRT6] [PRT8] a ticket comes out in place of a screen that is gone, and says so when the screen is back', async ({
  page,
  server,
  pos,
  printer,
}) => {
  await pos.call('POST', '/printers', at(printer));
  await pos.call('PATCH', '/settings', { backup_print_seconds: 10 });
  await openBoard(page, server);
  await pos.order({ ...order, table_number: 'seen' });
  await expect(ticket(page, 'seen')).toBeVisible();
  // The kitchen knows that it stands there.
  const behind = async () => (await pos.call('GET', '/ws/orders/live/connections')).json.items[0]?.behind;
  await expect.poll(behind).toBe(0);
  await page.goto('about:blank');
  await pos.order(order);
  await expect.poll(() => printer.slips().length, { timeout: 20_000 }).toBe(1);
  expect(printer.slips()[0]).toMatch(/BACKUP[\s\S]*Table 4[\s\S]*1 x Soup/);
  await page.goto(server.url);
  await expect(ticket(page, 'T 4').getByText(/^Printed \d\d:\d\d$/)).toBeVisible();
  await expect(ticket(page, 'seen').getByText(/^Printed/)).toBeHidden();
});
