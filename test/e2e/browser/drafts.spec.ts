import { once } from 'node:events';
import WebSocket from 'ws';
import type { Api } from '../../harness/api.ts';
import { expect, order, test, ticket, tickets } from './board-fixture.ts';
import { choose } from './settings-hand.ts';

/** A tablet that says what is being rung in on it. */
async function tabletOf(pos: Api): Promise<{ say(data: object): void; close(): void }> {
  const socket = new WebSocket(`${pos.url.replace('http', 'ws')}/api/v1/ws/orders/live`, {
    headers: { authorization: `Bearer ${pos.token}` },
  });
  // Whoever speaks before the kitchen has let them in is not heard.
  await once(socket, 'message');
  return {
    say: (data) => socket.send(JSON.stringify({ type: 'order_draft', draft_id: 'd1', ...data })),
    close: () => socket.close(),
  };
}

test('[DRF1] an order is announced while it is rung in, beside the tickets', async ({ board, pos }) => {
  const tablet = await tabletOf(pos);
  const chips = board.locator('[data-draft]');
  tablet.say({ table_number: '7', items: 1 });
  await expect(chips).toHaveText('T 71 item');
  tablet.say({ table_number: '7', items: 3 });
  await expect(chips).toHaveText('T 73 items');
  await expect(tickets(board)).toHaveCount(0);
  tablet.say({ table_number: '7', items: 3, done: true });
  await expect(chips).toHaveCount(0);
  tablet.close();
});

for (const [name, viewport] of Object.entries({
  wall: { width: 1920, height: 1080 },
  tablet: { width: 1280, height: 800 },
})) {
  test(`[DRF1] what is rung in pushes nothing away on a ${name}`, async ({ board, pos }) => {
    await board.setViewportSize(viewport);
    for (let table = 1; table <= 9; table++) await order(pos, String(table), ['Burger', 'Soup']);
    await expect(board.locator('[data-open-count="9"]')).toBeVisible();
    const whereIsT1 = () => ticket(board, 'T 1').boundingBox();
    const before = await whereIsT1();
    const tablet = await tabletOf(pos);
    for (const id of ['a', 'b', 'c', 'd']) tablet.say({ draft_id: id, table_number: `Terrace ${id}`, items: 12 });
    await expect(board.getByText('+2 more', { exact: true })).toBeVisible();
    expect(await whereIsT1()).toEqual(before);
    await board.screenshot({ path: `artefacts/board/drafts-${name}.png`, animations: 'disabled' });
    tablet.close();
  });
}

for (const [name, viewport, overview] of [
  ['phone', { width: 390, height: 844 }, 'Shown'],
  ['tablet where the row is put away', { width: 1280, height: 800 }, 'Hidden'],
  ['wall where the row is put away', { width: 1920, height: 1080 }, 'Hidden'],
] as const) {
  test(`[OVW3] on a ${name} the header tells what comes, and pushes nothing away`, async ({ board, pos }) => {
    await board.setViewportSize(viewport);
    await choose(board, overview);
    for (let table = 1; table <= 12; table++) await order(pos, String(table), ['Burger']);
    await expect(board.locator('[data-open-count="12"]')).toBeVisible();
    await expect(ticket(board, 'T 1')).toBeVisible();
    const whereIsT1 = () => ticket(board, 'T 1').boundingBox();
    const before = await whereIsT1();
    const promised_at = new Date(Date.now() + 3 * 3_600_000).toISOString();
    expect((await pos.order({ promised_at })).status).toBe(201);
    const tablet = await tabletOf(pos);
    for (const id of ['21', '22', '23']) tablet.say({ draft_id: id, table_number: id, items: 2 });
    const header = board.locator('header').first();
    await expect(header.locator('[data-draft]')).toHaveText([/^T 21/, /^T 22/]);
    await expect(header.getByText('+1 more', { exact: true })).toBeVisible();
    await expect(header.locator('[data-next-up]')).toContainText(/^1 later, at \d\d:\d\d/);
    expect(await whereIsT1()).toEqual(before);
    const { json } = await pos.call('GET', '/orders?status=open');
    const last = json.items.find(({ table_number }: { readonly table_number: string }) => table_number === '12');
    expect((await pos.call('POST', `/orders/${last.id}/hold`, {})).status).toBe(200);
    const way = header.getByRole('button', { name: '1 on hold' });
    await expect(way).toHaveAccessibleName(/^12 open tickets/);
    const [{ width, height }, hit] = [
      (await way.boundingBox())!,
      (await board.locator('[data-settings]').boundingBox())!,
    ];
    expect(Math.min(width, height)).toBeGreaterThanOrEqual(hit.height);
    expect(await whereIsT1()).toEqual(before);
    await board.screenshot({ path: `artefacts/board/header-${name.replaceAll(' ', '-')}.png`, animations: 'disabled' });
    tablet.close();
  });
}
