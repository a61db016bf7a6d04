import { afterAll, beforeAll, expect, test } from 'vitest';
import type { OpenConnection, Transport } from '../../src-renderer/link/transport.ts';
import { seqOf } from '../../src-renderer/store/order-seqs.ts';
import type { ScreenClient } from '../../src-renderer/store/screen-client.ts';
import type { Api } from '../harness/api.ts';
import { managerOf } from '../harness/manager.ts';
import { createNodeBoard, nodeTimers } from '../harness/node-transports.ts';
import { type ServerBox, startServer } from '../harness/server-in-a-box.ts';

let box: ServerBox;
let pos: Api;
const boards: ScreenClient[] = [];

beforeAll(async () => {
  box = await startServer();
  pos = await managerOf(box);
});
afterAll(async () => {
  for (const board of boards) board.signedOut();
  await box.remove();
});

/** Everything but `allowed` is refused at once. */
const refusing =
  (allowed: ReadonlySet<Transport>) =>
  (open: OpenConnection): OpenConnection =>
  (transport, cursor, events) => {
    if (allowed.has(transport)) return open(transport, cursor, events);
    const refused = setTimeout(() => events.closed(1006));
    return { send: () => undefined, close: () => clearTimeout(refused) };
  };

function boardBy(allowed: ReadonlySet<Transport>, screen = 'board'): ScreenClient {
  const timers = { ...nodeTimers(), random: () => 0.2 };
  const board = createNodeBoard(pos, { wrap: refusing(allowed), timers, screen });
  boards.push(board);
  board.open();
  return board;
}

function until(board: ScreenClient, holds: (state: ReturnType<ScreenClient['store']['getState']>) => boolean) {
  return new Promise<void>((resolve) => {
    const stop = board.store.subscribe(look);
    function look() {
      if (!holds(board.store.getState())) return;
      stop();
      resolve();
    }
    look();
  });
}

const isLive = (board: ScreenClient) => until(board, ({ link }) => link.phase === 'live');

const numbers = (board: ScreenClient) =>
  [...(board.store.getState().kitchen?.orders.values() ?? [])].map(({ id, version }) => `${id} ${version}`).sort();

test('[LNK9] by WebSocket, SSE and polling the same state is reached, from snapshot and from events', async () => {
  const before = await pos.order();
  const byPath = {
    websocket: boardBy(new Set<Transport>(['websocket'])),
    sse: boardBy(new Set<Transport>(['sse'])),
    'long-poll': boardBy(new Set<Transport>(['polling'])),
  };
  for (const [path, board] of Object.entries(byPath)) {
    await isLive(board);
    expect(board.store.getState().link).toMatchObject({ phase: 'live', path });
  }
  const after = [await pos.order(), await pos.order({ table_number: '7', type: 'dine_in' })];
  const bumped = await pos.call('PATCH', `/orders/${before.json.id}/status`, { status: 'ready' });
  const all = [bumped, ...after].map(({ json }) => `${json.id} ${json.version}`).sort();
  for (const board of Object.values(byPath)) {
    await until(board, () => numbers(board).join() === all.join());
    const { orderSeqs } = board.store.getState();
    expect(seqOf(orderSeqs, before.json.id)).toEqual({ version: bumped.json.version, seq: expect.any(Number) });
  }
});

test('[SEE1] [ACK2] a board makes what it shows seen, on all other screens, by whatever it follows', async () => {
  const former = boards.splice(0);
  for (const board of former) board.signedOut();
  const floor = boardBy(new Set<Transport>(['sse']), 'floor');
  await isLive(floor);
  for (const transport of ['websocket', 'sse', 'polling'] as const) {
    const board = boardBy(new Set<Transport>([transport]));
    await isLive(board);
    const { json } = await pos.order();
    await until(
      floor,
      ({ seenSeq, orderSeqs }) => seenSeq >= (seqOf(orderSeqs, json.id)?.seq ?? Number.POSITIVE_INFINITY),
    );
    board.signedOut();
  }
});

test('[LNK10] WebSocket is regained when it goes again, and nothing is lost or shown twice on the way', async () => {
  const allowed = new Set<Transport>(['polling']);
  const board = boardBy(allowed);
  await isLive(board);
  allowed.add('websocket');
  board.wake();
  const placing = Array.from({ length: 10 }, () => pos.order());
  await until(board, ({ link }) => link.phase === 'live' && link.path === 'websocket');
  const placed = (await Promise.all(placing)).map(({ json }) => json.id as string);
  await until(board, ({ kitchen }) => placed.every((id) => kitchen?.orders.has(id as never)));
});

test('[LNK14] a trial takes the tab’s place from the fallback, and the fallback does not stop the screen', async () => {
  const allowed = new Set<Transport>(['sse']);
  const board = boardBy(allowed);
  await isLive(board);
  const phases: string[] = [];
  board.store.subscribe(({ link }) => phases.push(link.phase));
  allowed.add('websocket');
  board.wake();
  await until(board, ({ link }) => link.phase === 'live' && link.path === 'websocket');
  expect(phases).not.toContain('stopped');
});
