import { bumpOf, expect, guardOver, openBoard, order, test, ticket, tickets } from './board-fixture.ts';
import { chip, holdCommands, openPanel, openTab, release, testAtBoth } from './outbox-fixture.ts';

test('[DLV1] the list is a dialog: it holds the focus, Escape closes it, and keys do not bump what is behind', async ({
  board,
  pos,
}) => {
  await order(pos, '5', ['Soup']);
  await expect(ticket(board, 'T 5')).toBeVisible();
  const panel = await openPanel(board);
  await expect(panel).toContainText('Everything has reached the kitchen');
  for (let presses = 0; presses < 4; presses++) {
    await board.keyboard.press('Tab');
    expect(await board.evaluate(() => document.activeElement?.closest('dialog') === null)).toBe(
      await board.evaluate(() => document.activeElement === document.body),
    );
  }
  // With nothing in focus, Enter would bump the first ticket of a board that is in front.
  await board.evaluate(() => (document.activeElement as HTMLElement).blur());
  for (const key of ['1', 'Enter', ' ']) await board.keyboard.press(key);
  await expect(panel).toBeVisible();
  await board.keyboard.press('Escape');
  await expect(panel).toBeHidden();
  await expect(chip(board)).toBeFocused();
  await expect(ticket(board, 'T 5')).toBeVisible();
  expect((await pos.call('GET', '/orders?status=open')).json.items).toHaveLength(1);
});

testAtBoth(
  '[DLV1] the list says how far each change has come: kept, stored, and seen by a board',
  async ({ pos, context, url }) => {
    const { items } = await order(pos, '5', ['Soup', 'Burger']);
    const page = await openTab(context, url);
    await holdCommands(context);
    await page.getByRole('button', { name: 'Soup' }).click();
    const line = page.locator(`[data-line="${items[0].id}"]`);
    await expect(line.getByRole('img', { name: 'Kept on this tablet' })).toBeVisible();
    const panel = await openPanel(page);
    await expect(panel.getByRole('listitem')).toHaveText(/T 5 · A1.*Ready: Soup · 0:\d\d ago.*Kept on this tablet/);
    await release(context);
    // This page is a board itself: what it shows, the kitchen has seen.
    await expect(panel.getByRole('listitem')).toHaveText(/T 5 · A1.*Seen in the kitchen/);
    await page.keyboard.press('Escape');
    await expect(line.locator('[data-delivery]')).toHaveCount(0);
    await expect(chip(page)).toHaveText('All sent');
  },
);

test('[TAP1] on a phone a word more pushes the tickets down: a tap that was aimed before does not count', async ({
  server,
  pos,
  page,
}) => {
  await page.setViewportSize({ width: 390, height: 844 });
  for (const table of ['1', '2', '3']) await order(pos, table, ['Soup']);
  await openBoard(page, server);
  await expect(tickets(page)).toHaveCount(3);
  await holdCommands(page);
  await guardOver(page);
  await bumpOf(ticket(page, 'T 1')).click();
  await expect(tickets(page)).toHaveCount(2);
  await guardOver(page);
  // The finger comes down in the very next picture after the header has grown.
  const before = await ticket(page, 'T 2').boundingBox();
  await page.evaluate(() => {
    const watch = new MutationObserver(() => {
      if (!document.querySelector('[data-chip="attention"]')) return;
      watch.disconnect();
      requestAnimationFrame(() =>
        requestAnimationFrame(() => {
          document.querySelector<HTMLElement>('[data-ticket] [data-bump]')?.click();
          document.body.dataset.tapped = 'yes';
        }),
      );
    });
    watch.observe(document.body, { childList: true, subtree: true, attributes: true });
  });
  await expect(page.locator('body')).toHaveAttribute('data-tapped', 'yes');
  expect((await ticket(page, 'T 2').boundingBox())?.y).toBeGreaterThan(before?.y ?? 0);
  await expect(tickets(page)).toHaveCount(2);
  // The gap of T 1 closes meanwhile, and a tap at that very moment does not count.
  await expect(page.locator('[data-gap]')).toHaveCount(0, { timeout: 20_000 });
  await guardOver(page);
  await bumpOf(ticket(page, 'T 2')).click();
  await expect(tickets(page)).toHaveCount(1);
});

test('[TAP1] a double tap on the cross opens nothing below it, and one beside the list bumps nothing', async ({
  board,
  pos,
}) => {
  for (const table of ['1', '2', '3']) await order(pos, table, ['Soup']);
  await expect(tickets(board)).toHaveCount(3);
  const panel = await openPanel(board);
  await guardOver(board);
  await panel.getByRole('button', { name: 'Close' }).dblclick();
  await expect(board.getByRole('dialog')).toBeHidden();
  await guardOver(board);
  await openPanel(board);
  await guardOver(board);
  const bump = await bumpOf(ticket(board, 'T 1')).boundingBox();
  await board.mouse.dblclick(bump!.x + 20, bump!.y + 20);
  await expect(panel).toBeHidden();
  await guardOver(board);
  await expect(tickets(board)).toHaveCount(3);
});

test('[TAP1] a double tap on "Got it" takes one refusal for read, not the next one too', async ({ board, pos }) => {
  for (const table of ['1', '2']) await order(pos, table, ['Soup']);
  await expect(tickets(board)).toHaveCount(2);
  await board.route('**/api/v1/orders/*/items/*', (route) =>
    route.fulfill({ status: 409, json: { code: 'item_voided', title: 'No', detail: 'The item is voided.' } }),
  );
  const refusal = board.getByRole('alert');
  for (const table of ['1', '2']) {
    await ticket(board, `T ${table}`).getByText('Soup').click();
    await expect(refusal).toContainText(`T ${table}`);
    await guardOver(board);
  }
  await refusal.getByRole('button', { name: 'Got it' }).dblclick();
  await expect(refusal).toContainText('T 1');
  await guardOver(board);
  const panel = await openPanel(board);
  await expect(panel.getByRole('button', { name: 'Got it' })).toHaveCount(1);
});
