import { postFlatOut } from '../../harness/flat-out.ts';
import { loadOrders } from '../../harness/real-orders.ts';
import { scale } from '../../harness/scale.ts';
import { expect, test, tickets } from './board-fixture.ts';

const all = loadOrders();
/** In the short form a board opens with more than three pages of them. */
const orders = all.orders.slice(0, scale({ short: 400, long: all.orders.length }));

test(`${orders.length} of ${all.name} posted flat out are all on the board, oldest first, and again after a reload`, async ({
  board,
  server,
}) => {
  test.slow();
  await board.setViewportSize({ width: 1920, height: 1080 });
  const counts = await postFlatOut(server.url, orders);
  expect(counts).toMatchObject({ acknowledged: orders.length, refused: 0 });
  for (const look of ['live', 'reloaded']) {
    await expect(board.getByText(`${orders.length} open tickets`)).toBeVisible({ timeout: 30_000 });
    await expect(tickets(board).first()).toBeVisible();
    await board.screenshot({ path: `artefacts/board/real-orders-${look}.png` });
    if (look === 'live') await board.reload();
  }
});
