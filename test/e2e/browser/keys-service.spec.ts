import type { Page } from '@playwright/test';
import type { ServerProcess } from '../../harness/server-process.ts';
import { openSmallKitchen, type Taken } from '../../harness/small-kitchen.ts';
import { addUser } from '../../harness/user.ts';
import { bumpOf, counts, expect, openBoard, test, ticket, tickets } from './board-fixture.ts';
import { moveTo, press } from './keys-hand.ts';
import { dish } from './station-fixture.ts';

/** The screen of a line cook, who may do nothing that is not the kitchen's. */
async function openAsCook(board: Page, server: ServerProcess, path: string): Promise<void> {
  await addUser(server, { username: 'cook', role: 'kitchen' });
  const data = { username: 'cook', password: 'the password of cook' };
  expect((await board.request.post(`${server.url}/api/v1/auth/login`, { data })).status()).toBe(200);
  await board.goto(`${server.url}${path}`);
}

/** Counts what is not a key. */
const countPointers = (board: Page) =>
  board.evaluateHandle(() => {
    const used = { pointer: 0 };
    addEventListener('pointerdown', () => used.pointer++, true);
    return used;
  });

const slotOf = (board: Page, label: string) => ticket(board, label).getAttribute('data-slot');

test('[KEY2] a whole service at the grill by keys alone', async ({ page: board, pos, server }) => {
  test.slow();
  const kitchen = await openSmallKitchen(pos);
  const at = (table: number, items: readonly string[]) => kitchen.order(items, { table_number: String(table) });
  const first = await at(1, ['burger', 'platter']);
  for (let table = 2; table <= 40; table++) await at(table, ['burger']);
  const now = async (order: Taken) => (await pos.call('GET', `/orders/${order.id}`)).json;
  const atGrill = async (order: Taken) =>
    (await now(order)).items.map(
      ({ progress }: Taken) => progress.find(({ station }: Taken) => station === 'grill')?.status ?? 'elsewhere',
    );
  await openAsCook(board, server, '/?station=grill');
  await expect(board.locator('[data-open-count="40"]')).toBeVisible();
  const mouse = await countPointers(board);

  // Begun, an item done, then the whole ticket.
  await press(board, '1', 's');
  await expect.poll(() => atGrill(first)).toEqual(['preparing', 'preparing']);
  await press(board, 'i');
  await expect.poll(() => atGrill(first)).toEqual(['ready', 'preparing']);
  await press(board, '1', 'ControlLeft');
  await expect(ticket(board, 'T 1')).toBeHidden();
  await expect.poll(() => atGrill(first)).toEqual(['ready', 'ready']);

  // Undone, bumped again, recalled.
  await press(board, 'u');
  await expect(ticket(board, 'T 1')).toBeVisible();
  await expect.poll(() => atGrill(first)).toEqual(['ready', 'preparing']);
  await press(board, '1', 'Enter');
  await expect(ticket(board, 'T 1')).toBeHidden();
  await press(board, 'Backspace');
  await expect(ticket(board, 'T 1')).toBeVisible();

  // Priority, and its moment to cancel.
  await press(board, '3', 'p');
  await expect(board.locator('[data-prioritised]')).toBeVisible();
  await expect.poll(() => slotOf(board, 'T 3')).toBe('1');
  await press(board, 'ArrowRight', 'ArrowRight', 'ArrowLeft');

  // Another station's work from now on.
  await press(board, '2');
  const moved = await board.evaluate(() =>
    document.activeElement?.closest('[data-ticket]')?.getAttribute('data-ticket'),
  );
  const fryer = board.getByRole('dialog').getByRole('button', { name: 'Fryer' });
  // The word about the priority goes meanwhile, and a press at that very moment does not count ([TAP1]).
  await expect(async () => {
    await press(board, 't');
    await expect(fryer).toBeVisible({ timeout: 1000 });
  }).toPass();
  await moveTo(board, 'ArrowDown', fryer);
  await press(board, 'Enter');
  await expect(board.getByRole('dialog')).toBeHidden();
  await expect(board.locator(`[data-ticket="${moved}"]`)).toBeHidden();
  // What was recalled is the dish that was bumped; the board shows it before the kitchen has it ([OPT1]).
  const stationsOf = async () => (await pos.call('GET', `/orders/${moved}`)).json.items.at(-1).stations;
  await expect.poll(stationsOf).toEqual(['fry']);

  // The counts, and pages.
  await press(board, 'a');
  await expect(counts(board)).toBeVisible();
  await press(board, '+');
  await expect(counts(board)).toBeHidden();
  const top = await tickets(board).first().getAttribute('data-ticket');
  const onTop = board.locator(`[data-ticket="${top}"]`);
  await press(board, 'PageDown');
  await expect(onTop).toBeHidden();
  await press(board, 'PageUp');
  await expect(onTop).toBeVisible();
  await press(board, 'End');
  await expect(ticket(board, 'T 40')).toBeVisible();
  await press(board, 'Home');
  await expect(onTop).toBeVisible();

  // The list, searched, and back from it.
  // The gap of the ticket that went to the fryer closes meanwhile, and a press at that very moment does not count ([TAP1]).
  await expect(async () => {
    await press(board, '1', 'ControlLeft');
    await expect(ticket(board, 'T 3')).toBeHidden({ timeout: 1000 });
  }).toPass();
  await press(board, 'r');
  const list = board.getByRole('dialog', { name: 'Bumped today' });
  await moveTo(board, 'ArrowDown', list.getByRole('searchbox'));
  await board.keyboard.type('3');
  const review = list.getByRole('button', { name: 'Bring back T 3' });
  await expect(list.getByRole('listitem')).toHaveCount(1);
  await moveTo(board, 'ArrowDown', review);
  await press(board, 'Enter');
  await expect(list.getByText('Back on the board')).toBeVisible();
  await press(board, 'Escape');
  await expect(ticket(board, 'T 3')).toBeVisible();

  // What the keys are, and a new one.
  await press(board, 'F1');
  await expect(board.getByRole('dialog', { name: 'Keys of this screen' })).toBeVisible();
  await press(board, 'F1', 'F2');
  const learn = board.getByRole('dialog', { name: 'Set up keys' });
  await moveTo(board, 'ArrowDown', learn.getByRole('button', { name: 'Learn a key for Bump' }));
  await press(board, 'Enter', 'x');
  await expect(learn.locator('[data-tester]')).toContainText('does: Bump');
  await press(board, 'Escape');
  await expect(async () => {
    await press(board, '1', 'x');
    await expect(ticket(board, 'T 3')).toBeHidden({ timeout: 1000 });
  }).toPass();

  await press(board, 'w');
  await expect(board.locator('[data-wipe-lock]')).toBeVisible();
  await board.keyboard.down('w');
  await expect(board.getByRole('button', { name: 'Now let go' })).toBeVisible();
  await board.keyboard.up('w');
  await expect(board.locator('[data-wipe-lock]')).toBeHidden();
  expect(await mouse.evaluate(({ pointer }) => pointer)).toBe(0);
});

test('[KEY2] a change, a void, allergens, 86 and another station by keys alone', async ({
  page: board,
  pos,
  server,
}) => {
  test.slow();
  const kitchen = await openSmallKitchen(pos);
  await pos.call('PATCH', '/settings', { acknowledge_allergens: true });
  const changed = await kitchen.order(['burger'], { table_number: '1' });
  const called = await kitchen.order(['burger', 'platter'], { table_number: '2' });
  const nuts = await kitchen.order([{ sku: 'burger', allergens: ['nuts'] }], { table_number: '3' });
  await kitchen.order(['fries'], { table_number: '5' });
  const itemOf = async (order: Taken, at = 0) => (await pos.call('GET', `/orders/${order.id}`)).json.items[at];
  await openAsCook(board, server, '/');
  await expect(board.locator('[data-open-count="4"]')).toBeVisible();
  const mouse = await countPointers(board);

  // This screen is the grill's from now on.
  const settings = board.locator('[data-settings]');
  await moveTo(board, 'Tab', settings);
  await press(board, 'Enter');
  const grill = board.getByRole('dialog').getByRole('button', { name: 'Grill Cooks' });
  await moveTo(board, 'ArrowDown', grill);
  await press(board, 'Enter');
  await expect(grill).toHaveAttribute('aria-pressed', 'true');
  await press(board, 'Escape');
  await expect(settings).toBeFocused();
  await expect(board.getByRole('heading', { level: 1, name: 'Grill' })).toBeVisible();
  await expect(tickets(board)).toHaveCount(3);

  // A change is seen, then bumped.
  await pos.call('PATCH', `/orders/${changed.id}/items/${changed.items[0].id}`, { quantity: 3 });
  await expect(ticket(board, 'T 1').locator('[data-step="see"]')).toBeVisible();
  await press(board, '1', 'Enter');
  await expect(bumpOf(ticket(board, 'T 1'))).toBeVisible();
  await press(board, '1', 'Enter');
  await expect(ticket(board, 'T 1')).toBeHidden();
  await expect.poll(async () => (await itemOf(changed)).status).toBe('ready');

  // What was called off had been cooked already.
  await pos.call('PATCH', `/orders/${called.id}/items/${called.items[0].id}`, { status: 'voided' });
  const card = ticket(board, 'T 2');
  await expect(card.locator('[data-step="see"]')).toBeVisible();
  await press(board, '2');
  await moveTo(board, 'ArrowUp', dish(card, 'burger').getByRole('button').first());
  await press(board, 'Enter');
  await moveTo(board, 'ArrowDown', card.getByRole('button', { name: 'Yes, cooked' }));
  await press(board, 'Enter');
  await expect.poll(async () => (await itemOf(called)).void_cooked).toBe(true);
  await expect(bumpOf(card)).toBeVisible();

  // Allergens bar the work until they are seen.
  await press(board, '3', 'Enter');
  await expect(bumpOf(ticket(board, 'T 3'))).toBeVisible();
  expect((await itemOf(nuts)).status).toBe('pending');

  // From the ticket's sheet: no more burgers.
  await moveTo(board, 'Tab', ticket(board, 'T 3').locator('[data-more]'));
  await press(board, 'Enter');
  const sheet = board.getByRole('dialog');
  await moveTo(board, 'ArrowDown', sheet.locator('[data-sheet-line]').getByRole('button').first());
  await press(board, 'Enter');
  await moveTo(board, 'ArrowDown', sheet.getByRole('button', { name: '86 burger: out for the whole house' }));
  await press(board, 'Enter');
  const sold = () => pos.order({ items: [{ menu_item_id: kitchen.dishes.burger }] });
  await expect.poll(async () => (await sold()).json.code).toBe('item_unavailable');
  await press(board, 'Escape', '3', 'Enter');
  await expect(ticket(board, 'T 3')).toBeHidden();
  expect(await mouse.evaluate(({ pointer }) => pointer)).toBe(0);
});

test('[KEY2] at the pass: held, fired, handed over', async ({ page: board, pos, server }) => {
  const kitchen = await openSmallKitchen(pos);
  const order = await kitchen.order(['burger', 'fries'], { table_number: '1' });
  await kitchen.order(['cola'], { table_number: '2' });
  const items = async () => (await pos.call('GET', `/orders/${order.id}`)).json.items;
  await openBoard(board, server);
  await expect(tickets(board)).toHaveCount(2);
  await press(board, '1', 'h');
  await expect.poll(async () => (await items()).every(({ held_at }: Taken) => held_at !== null)).toBe(true);
  await press(board, '1', 'f');
  await expect.poll(async () => (await items()).every(({ held_at }: Taken) => held_at === null)).toBe(true);
  for (const station of ['grill', 'fry']) await pos.call('POST', `/orders/${order.id}/bump`, { station });
  await expect(ticket(board, 'T 1').locator('[data-step="bump"]')).toBeVisible();
  // What is fired later stands later.
  await press(board, (await slotOf(board, 'T 1')) ?? '', 'ControlLeft');
  await expect(ticket(board, 'T 1')).toBeHidden();
  await expect.poll(async () => (await items()).every(({ status }: Taken) => status === 'completed')).toBe(true);
});

test('[KEY1] wherever the keys have gone, the focus can be seen', async ({ board, pos }) => {
  const kitchen = await openSmallKitchen(pos);
  for (const table of ['1', '2', '3']) await kitchen.order(['burger', 'cola'], { table_number: table });
  await expect(tickets(board)).toHaveCount(3);
  for (const key of ['1', 'ArrowRight', 'ArrowUp', 'ArrowUp', 'ArrowDown', '3', 'ArrowLeft', 'Tab', 'Tab']) {
    await press(board, key);
    const outline = await board.evaluate(() => {
      const focused = document.activeElement;
      if (!focused || focused === document.body) return 'nothing has the focus';
      const { outlineStyle, outlineWidth } = getComputedStyle(focused);
      return `${outlineStyle} ${outlineWidth}`;
    });
    expect(outline, `after ${key}`).toBe('solid 4px');
  }
});

/** The tickets that are framed as selected, by name. */
const framed = (board: Page) =>
  board.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('[data-ticket]')]
      .filter((card) => getComputedStyle(card, '::after').borderTopWidth === '5px')
      .map((card) => card.querySelector('h2')?.textContent),
  );

test('[KEY8] the selected ticket is framed, and its button has a ring of two tones, whatever its colour', {
  tag: '@wall',
}, async ({ board, pos, server }) => {
  const kitchen = await openSmallKitchen(pos);
  for (const table of ['1', '2', '3']) await kitchen.order(['burger', 'cola'], { table_number: table });
  const changed = await kitchen.order(['burger'], { table_number: '4' });
  await pos.call('PATCH', `/orders/${changed.id}/items/${changed.items[0].id}`, { quantity: 3 });
  await board.goto(`${server.url}/?station=grill`);
  await expect(tickets(board)).toHaveCount(4);
  await expect(ticket(board, 'T 4').locator('[data-step="see"]')).toBeVisible();
  expect(await framed(board)).toEqual([]);
  for (const [key, label] of [
    ['1', 'T 1'],
    ['4', 'T 4'],
    ['ArrowLeft', 'T 3'],
  ] as const) {
    await press(board, key);
    expect(await framed(board)).toEqual([label]);
    const ring = await ticket(board, label)
      .locator('[data-bump]')
      .evaluate((button) => {
        const { outlineColor, outlineWidth, boxShadow } = getComputedStyle(button);
        return { outlineColor, outlineWidth, boxShadow };
      });
    expect(ring).toEqual({
      outlineColor: 'rgb(243, 245, 247)',
      outlineWidth: '4px',
      boxShadow: 'rgb(14, 16, 19) 0px 0px 0px 8px inset',
    });
  }
});
