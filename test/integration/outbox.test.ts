import { afterEach, beforeEach, expect, test } from 'vitest';
import { orderId, restaurantId } from '#shared/domain/id.ts';
import type { SendHttp } from '../../src-renderer/link/http.ts';
import type { PlaceOrder } from '../../src-renderer/outbox/screen-command.ts';
import { deliveryOf } from '../../src-renderer/store/delivery.ts';
import type { ScreenClient } from '../../src-renderer/store/screen-client.ts';
import type { Api } from '../harness/api.ts';
import { managerOf } from '../harness/manager.ts';
import { createNodeBoard, type NodeBoardOptions } from '../harness/node-transports.ts';
import { createDisk, type DiskInHand } from '../harness/outbox-kit.ts';
import { type ServerBox, startServer } from '../harness/server-in-a-box.ts';

let box: ServerBox;
let api: Api;
let disk: DiskInHand;
let boards: ScreenClient[];
beforeEach(async () => {
  box = await startServer();
  api = await managerOf(box);
  disk = createDisk();
  boards = [];
});
afterEach(async () => {
  for (const board of boards) board.signedOut();
  await box.remove();
});

async function openBoard(options: NodeBoardOptions = {}): Promise<ScreenClient> {
  const board = createNodeBoard(api, { outboxStore: disk, ...options });
  boards.push(board);
  board.open();
  await expect.poll(() => board.store.getState().link.phase, { timeout: 10_000 }).toBe('live');
  return board;
}

/** The page is gone without a word; what lies on its disk stays. */
function close(board: ScreenClient): void {
  boards = boards.filter((one) => one !== board);
  board.signedOut();
}

async function restart(): Promise<void> {
  await box.stop();
  box = await startServer({ dataDir: box.dataDir });
  api = await managerOf(box);
}

const isCommand = ({ method }: Parameters<SendHttp>[0]) => method !== 'GET';
/** The kitchen does it, the screen never hears so. */
const deaf =
  (http: SendHttp): SendHttp =>
  async (request) => {
    const answer = await http(request);
    return isCommand(request) && request.headers?.['idempotency-key'] ? { kind: 'unreachable' } : answer;
  };
/** Commands do not leave the device. */
const cutOff =
  (http: SendHttp): SendHttp =>
  async (request) =>
    request.headers?.['idempotency-key'] ? { kind: 'unreachable' } : http(request);

const soup: PlaceOrder = {
  kind: 'order.place',
  restaurantId: 'main',
  order: { type: 'dine_in', table_number: 5, items: [{ name: 'Soup', unit_price: 4.5, quantity: 2 }] },
};
const orders = async () => (await api.call('GET', '/orders')).json.items;

test('[OBX2] [DLV1] an order from a tablet goes the way of every command, and is seen when a board shows it', async () => {
  const tablet = await openBoard({ screen: 'floor' });
  tablet.command(soup);
  await expect.poll(() => tablet.store.getState().sent.map(deliveryOf)).toEqual(['stored']);
  expect(disk.rows).toEqual([]);
  await openBoard({ screen: 'board' });
  await expect.poll(() => tablet.store.getState().sent.map(deliveryOf), { timeout: 15_000 }).toEqual(['seen']);
  expect(await orders()).toMatchObject([{ table_number: '5', order_status: 'pending', total_price: 9 }]);
});

test('[OBX2] [CMD1] an order that was taken and never answered is the same order to the next page and server', async () => {
  const tablet = await openBoard({ wrapHttp: deaf });
  tablet.command(soup);
  await expect.poll(orders).toHaveLength(1);
  await expect.poll(() => tablet.store.getState().pending.map(deliveryOf)).toEqual(['kept']);
  close(tablet);
  const [taken] = await orders();
  await restart();
  const next = await openBoard();
  await expect.poll(() => disk.rows).toEqual([]);
  expect(next.store.getState().sent).toMatchObject([{ answer: { orderId: taken.id, version: 1 } }]);
  expect(await orders()).toEqual([taken]);
});

test('[OBX2] what a tablet kept while it was cut off arrives in the order it was made, once', async () => {
  const tablet = await openBoard({ wrapHttp: cutOff });
  await api.call('POST', '/orders', { ...soup.order, table_number: '7' });
  const [{ id }] = await orders();
  const onOrder = { restaurantId: restaurantId('main'), orderId: orderId(id) };
  for (const status of ['preparing', 'ready', 'completed'] as const) {
    tablet.command({ kind: 'order.set-status', ...onOrder, status });
  }
  tablet.command(soup);
  await expect.poll(() => disk.rows).toHaveLength(4);
  close(tablet);
  await restart();
  await Promise.all([openBoard(), openBoard()]);
  await expect.poll(() => disk.rows).toEqual([]);
  expect((await api.call('GET', `/orders/${id}`)).json).toMatchObject({ order_status: 'completed', version: 4 });
  expect(await orders()).toHaveLength(2);
});

test('[OLD1] [OBX4] what was kept for a week is refused, told after a reload too, and holds nothing up', async () => {
  const tablet = await openBoard({ wrapHttp: cutOff });
  tablet.command(soup);
  tablet.command({ ...soup, order: { ...soup.order, table_number: 6 } });
  await expect.poll(() => disk.rows).toHaveLength(2);
  close(tablet);
  const [first] = disk.rows;
  const entry = structuredClone(first?.value) as any;
  entry.madeAtMs -= 7 * 86_400_000;
  entry.request.body.made_at = new Date(entry.madeAtMs).toISOString();
  disk.rows = [{ n: 1, value: entry }, ...disk.rows.slice(1)];

  const next = await openBoard();
  await expect.poll(() => next.store.getState().notices).toMatchObject([{ ticket: 'T 5', orderId: null }]);
  await expect.poll(orders).toMatchObject([{ table_number: '6' }]);
  expect(disk.rows).toMatchObject([{ value: { objection: { code: 'command_too_old' } } }]);
});
