import type { Locator } from '@playwright/test';
import { expect, guardOver, openBoard, order, test, ticket } from './board-fixture.ts';
import { openSection } from './site-office-hand.ts';

/** Those that stand together are set together. */
const figures = [
  [{ lateAfterTargetMinutes: 9 }, { late_after_target_minutes: 9 }],
  [
    { leadMinutes: 40, leadSecondsPerItem: 0 },
    { lead_minutes: 40, lead_seconds_per_item: 0 },
  ],
  [
    { alarmRepeatSeconds: 45, alarmLouderSeconds: 120 },
    { alarm_repeat_seconds: 45, alarm_louder_seconds: 120 },
  ],
] as const;

const formOf = (office: Locator, name: string): Locator =>
  office.locator('form[data-numbers]').filter({ has: office.page().locator(`input[name="${name}"]`) });

/** By key: what is wrong is said at once, whatever has just moved. */
async function typeFigure(office: Locator, name: string, text: string): Promise<void> {
  await office.locator(`input[name="${name}"]`).fill(text);
  await office.locator(`input[name="${name}"]`).press('Enter');
}

async function setFigures(office: Locator, figures: Readonly<Record<string, number>>): Promise<void> {
  const [name = ''] = Object.keys(figures);
  for (const [each, figure] of Object.entries(figures)) await office.locator(`input[name="${each}"]`).fill(`${figure}`);
  await guardOver(office.page());
  await formOf(office, name).locator('button[type="submit"]').click();
  await expect(formOf(office, name).locator('button[type="submit"]')).toBeHidden();
}

test('[STE3] [HSE1] every figure of the house holds at once on a board that is open, or is refused next to its field', async ({
  page,
  pos,
  server,
  browser,
}) => {
  await order(pos, '1', ['Soup']);
  const board = await (await browser.newContext()).newPage();
  await openBoard(board, server);
  await expect(ticket(board, 'T 1').locator('[data-target]')).toContainText('5');
  const office = await openSection(page, server, 'house');
  await typeFigure(office, 'warnMinutes', '9');
  const late = office.locator('input[name="lateMinutes"]');
  await expect(late).toHaveAccessibleDescription(/Late cannot come before slow/);
  await expect(late).toBeFocused();
  await expect(office.locator('input[name="warnMinutes"]')).toHaveValue('9');
  await setFigures(office, { lateMinutes: 14 });
  await expect(ticket(board, 'T 1').locator('[data-target]')).toContainText('9');
  await expect(office.getByRole('button', { name: 'Our own: slow after 9 min, late after 14' })).toBeVisible();
  for (const [typed, wanted] of figures) {
    await setFigures(office, typed);
    expect((await pos.call('GET', '/settings')).json).toMatchObject(wanted);
  }
  const before = (await pos.call('GET', '/settings')).json;
  for (const wrong of ['0', '1441', '1.5', '-3', 'ten', '']) {
    await typeFigure(office, 'leadMinutes', wrong);
    const field = office.locator('input[name="leadMinutes"]');
    await expect(field).toHaveAccessibleDescription('Write a whole number from 1 to 1440');
    await expect(field).toHaveValue(wrong);
  }
  await typeFigure(office, 'alarmLouderSeconds', '40');
  await expect(office.locator('input[name="alarmLouderSeconds"]')).toHaveAccessibleDescription(/louder before/);
  expect((await pos.call('GET', '/settings')).json).toEqual(before);
  await expect(office.locator('[data-house-facts]')).toContainText('Time zone');
  await board.context().close();
});

test('[STE3] without the kitchen a figure is not lost, and says so', async ({ page, server }) => {
  const office = await openSection(page, server, 'house');
  await page.route('**/api/v1/settings', (route) => route.abort());
  await typeFigure(office, 'leadMinutes', '25');
  await expect(office.getByRole('alert')).toContainText('did not answer');
  await expect(office.locator('input[name="leadMinutes"]')).toHaveValue('25');
  await page.unroute('**/api/v1/settings');
  await setFigures(office, { leadMinutes: 25 });
  await expect(office.getByRole('alert')).toBeHidden();
});
