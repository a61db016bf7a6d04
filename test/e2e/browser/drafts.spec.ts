import { once } from 'node:events';
import WebSocket from 'ws';
import { expect, test, tickets } from './board-fixture.ts';

test('[DRF1] an order is announced while it is rung in, beside the tickets', async ({ board, pos }) => {
  const tablet = new WebSocket(`${pos.url.replace('http', 'ws')}/api/v1/ws/orders/live`, {
    headers: { authorization: `Bearer ${pos.token}` },
  });
  await once(tablet, 'open');
  const say = (data: object) => tablet.send(JSON.stringify({ type: 'order_draft', draft_id: 'd1', ...data }));
  const chips = board.locator('[data-draft]');
  say({ table_number: '7', items: 1 });
  await expect(chips).toHaveText('T 7 is being rung in · 1 item');
  say({ table_number: '7', items: 3 });
  await expect(chips).toHaveText('T 7 is being rung in · 3 items');
  await expect(tickets(board)).toHaveCount(0);
  say({ table_number: '7', items: 3, done: true });
  await expect(chips).toHaveCount(0);
  tablet.close();
});
