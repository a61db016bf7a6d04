import type { Page } from '@playwright/test';
import { bumpOf, expect, guardOver, order, test, ticket, tickets } from './board-fixture.ts';
import { choose } from './settings-hand.ts';

type Placed = Awaited<ReturnType<typeof order>>;

const chips = (board: Page) => board.locator('[data-chip-of]');
const chipOf = (board: Page, label: string) => chips(board).filter({ has: board.getByText(label, { exact: true }) });

test('[OVW1] every open ticket has a chip, those on other pages are marked, and a tap goes there', {
  tag: '@wall',
}, async ({ board, pos }) => {
  for (let table = 1; table <= 16; table++) await order(pos, String(table), ['Soup', 'Bread', 'Wine']);
  await expect(chips(board)).toHaveCount(16);
  const here = await tickets(board).count();
  await expect(board.locator('[data-chip-of][data-side="here"]')).toHaveCount(here);
  await expect(chipOf(board, 'T 16')).toContainText('on another page');
  const size = await chipOf(board, 'T 16').boundingBox();
  expect(size?.height).toBeGreaterThan(79);
  expect(size?.width).toBeGreaterThan(79);
  await chipOf(board, 'T 16').click();
  await expect(ticket(board, 'T 16')).toBeVisible();
  await expect(chipOf(board, 'T 16')).toHaveAttribute('data-side', 'here');
  const framed = (label: string) => ticket(board, label).evaluate((card) => card.getAnimations().length > 0);
  expect(await framed('T 16')).toBe(true);
  await expect.poll(() => framed('T 15')).toBe(false);
  await chipOf(board, 'T 1').click();
  await expect(ticket(board, 'T 1')).toBeVisible();
});

test('[OVW1] the chips stand still when a ticket leaves', async ({ board, pos }) => {
  for (const table of ['1', '2', '3']) await order(pos, table, ['Soup']);
  await expect(chips(board)).toHaveCount(3);
  const before = await chipOf(board, 'T 3').boundingBox();
  await bumpOf(ticket(board, 'T 1')).click();
  await expect(chips(board)).toHaveCount(2);
  expect(await chipOf(board, 'T 3').boundingBox()).toEqual(before);
});

test('[OVW1] more tickets than chips: the rest is counted and reached', async ({ board, pos }) => {
  await board.setViewportSize({ width: 1280, height: 800 });
  for (let table = 1; table <= 40; table++) await order(pos, String(table), ['Soup']);
  await expect(board.locator('[data-open-count="40"]')).toBeVisible();
  const more = board.getByRole('button', { name: /more after these/ });
  await expect(more).toBeVisible();
  const shown = await chips(board).count();
  await expect(more).toHaveAccessibleName(`${40 - shown} more after these`);
  await more.click();
  await expect(ticket(board, `T ${shown + 1}`)).toBeVisible();
  await guardOver(board);
  await expect(board.getByRole('button', { name: /more before these/ })).toBeVisible();
});

test('[OVW1] it can be put away, and stays so', async ({ board, pos }) => {
  await order(pos, '1', ['Soup']);
  await expect(chips(board)).toHaveCount(1);
  await choose(board, 'Hidden');
  await expect(chips(board)).toHaveCount(0);
  await board.reload();
  await expect(ticket(board, 'T 1')).toBeVisible();
  await expect(chips(board)).toHaveCount(0);
});

test('[OVW2] orders for later are told with the time of the first', async ({ board, pos }) => {
  const promised_at = new Date(Date.now() + 3 * 3_600_000).toISOString();
  const placed = await pos.order({ promised_at });
  expect(placed.status).toBe(201);
  await expect(board.locator('[data-next-up]')).toHaveText(/^1 later, at \d\d:\d\d$/);
  await expect(tickets(board)).toHaveCount(0);
});

const marks = (board: Page, label: string) => chipOf(board, label).locator('[data-mark]');

for (const [where, overview] of [
  ['in the row', 'Shown'],
  ['in the header where the row is put away', 'Hidden'],
] as const) {
  test(`[OVW4] what is to be seen on other pages is counted ${where}, and reached one by one, by finger and key`, {
    tag: '@wall',
  }, async ({ board, pos }) => {
    const placed: Placed[] = [];
    for (let table = 1; table <= 40; table++) placed.push(await order(pos, String(table), ['Soup', 'Bread']));
    await expect(board.locator('[data-open-count="40"]')).toBeVisible();
    await choose(board, overview);
    const toBeSeen = board.locator('[data-to-be-seen]');
    await expect(toBeSeen).toHaveCount(0);
    await board.keyboard.press('n');
    await expect(board.locator('[data-key-hint]')).toHaveText('Nothing new on other pages');
    const header = board.locator('header').first();
    const height = (await header.boundingBox())!.height;
    const [changed, voided, added] = [placed[29], placed[34], placed[39]];
    const itemOf = ({ id, items }: Placed, at: number) => `/orders/${id}/items/${items[at].id}`;
    await pos.call('PATCH', itemOf(placed[0], 0), { notes: 'no salt' });
    await pos.call('PATCH', itemOf(changed, 0), { notes: 'no salt' });
    await pos.call('PATCH', itemOf(voided, 1), { status: 'voided' });
    await pos.call('POST', `/orders/${added.id}/items`, { items: [{ name: 'Tea', unit_price: 3 }] });
    await expect(toBeSeen).toHaveAccessibleName('3 to be seen');
    expect((await toBeSeen.boundingBox())!.height).toBeGreaterThan(79);
    expect((await header.boundingBox())!.height).toBe(height);
    await guardOver(board);
    await toBeSeen.click();
    await expect(ticket(board, 'T 30')).toBeVisible();
    await expect(ticket(board, 'T 30').locator('[data-step]')).not.toBeFocused();
    await guardOver(board);
    await ticket(board, 'T 30').locator('[data-step="see"]').click();
    await expect(ticket(board, 'T 30').locator('[data-step="bump"]')).toBeVisible();
    // What is on this page is before somebody's eyes; the rest is counted, T 1 before it, too.
    for (let steps = 0; steps < 4 && !(await ticket(board, 'T 40').isVisible()); steps++) {
      await guardOver(board);
      await board.keyboard.press('n');
    }
    // Whoever came by keys stands on it.
    await expect(ticket(board, 'T 40').locator('[data-step]')).toBeFocused();
    await guardOver(board);
    await board.keyboard.press('Home');
    await expect(ticket(board, 'T 1')).toBeVisible();
    await expect(toBeSeen).toHaveAccessibleName('2 to be seen');
    await guardOver(board);
    for (const key of ['1', 'ArrowLeft']) await board.keyboard.press(key);
    await expect(toBeSeen).toBeFocused();
    await board.keyboard.press('ControlLeft');
    await expect(ticket(board, 'T 35').or(ticket(board, 'T 40')).first()).toBeVisible();
  });
}

test('[OVW4] a tile says what is to be seen on its ticket, and an allergy, by shape and name, and keeps its size', async ({
  board,
  pos,
}) => {
  const placed: Placed[] = [];
  for (let table = 1; table <= 3; table++) placed.push(await order(pos, String(table), ['Soup', 'Bread']));
  const items = [{ name: 'Cake', unit_price: 4, quantity: 1, allergens: ['nuts'] }];
  placed.push((await pos.order({ type: 'dine_in', table_number: '4', items })).json);
  await expect(chips(board)).toHaveCount(4);
  const sizes = () => chips(board).evaluateAll((all) => all.map((one) => [one.clientWidth, one.clientHeight]));
  const before = await sizes();
  await expect(marks(board, 'T 1')).toHaveCount(0);
  await expect(marks(board, 'T 4')).toHaveText('allergy');
  await pos.call('PATCH', `/orders/${placed[0].id}/items/${placed[0].items[0].id}`, { notes: 'no salt' });
  await pos.call('POST', `/orders/${placed[3].id}/items`, { items: [{ name: 'Tea', unit_price: 3 }] });
  await expect(marks(board, 'T 1')).toHaveText('to be seen');
  await expect(marks(board, 'T 4')).toHaveText(['to be seen', 'allergy']);
  await expect(marks(board, 'T 4').locator('svg')).toHaveClass([/lucide-eye/, /lucide-triangle-alert/]);
  expect(await sizes()).toEqual(before);
  await guardOver(board);
  await ticket(board, 'T 4').locator('[data-seen]').click();
  await expect(marks(board, 'T 4')).toHaveText('allergy');
  await ticket(board, 'T 1').locator('[data-step="see"]').click();
  await expect(marks(board, 'T 1')).toHaveCount(0);
});

test('[TKT3] [SLT2] of two tickets with one name tiles and the words of a bump tell the number, of one alone they do not', async ({
  board,
  pos,
}) => {
  for (const table of ['4', '5', '4']) await order(pos, table, ['Soup']);
  await expect(tickets(board)).toHaveCount(3);
  const tile = (id: string) => board.locator(`[data-chip-of="${id}"]`);
  const ids = await tickets(board).evaluateAll((all) => all.map((one) => (one as HTMLElement).dataset.ticket ?? ''));
  await expect(tile(ids[0]!)).toContainText('A1T 4');
  await expect(tile(ids[1]!)).not.toContainText('A2');
  await expect(tile(ids[2]!)).toContainText('A3T 4');
  const gap = (id: string) => board.locator(`[data-gap="${id}"]`);
  await guardOver(board);
  await tickets(board).nth(0).locator('[data-bump]').click();
  await expect(gap(ids[0]!)).toContainText('T 4 · A1 bumped');
  await expect(board.getByRole('button', { name: 'Undo the bump of T 4 · A1' })).toBeVisible();
  await expect(tile(ids[2]!)).not.toContainText('A3');
  await guardOver(board);
  await bumpOf(ticket(board, 'T 5')).click();
  await expect(gap(ids[1]!)).toContainText('T 5 bumped');
  await guardOver(board);
  await bumpOf(ticket(board, 'T 4')).click();
  await expect(gap(ids[2]!)).toContainText(/T 4 (· A3 )?bumped/);
});
