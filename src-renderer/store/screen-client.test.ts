import { expect, test } from 'vitest';
import { type LineId, restaurantId } from '#shared/domain/id.ts';
import type { Order } from '#shared/domain/order.ts';
import { epoch, frames, liveScreen } from '../../test/harness/board-in-hand.ts';
import { answered, buildLine, buildOrder, framesOf, problem, unreachable } from '../../test/harness/screen-kit.ts';
import { seqOf } from './order-seqs.ts';

const first = buildOrder('1', { createdAtMs: 1000 });
const second = buildOrder('2', { createdAtMs: 2000 });
const on = (order: Order) => ({ restaurantId: restaurantId('main'), orderId: order.id });
const bump = (order: Order) => ({ kind: 'order.set-status', ...on(order), status: 'completed' }) as const;
const ready = (order: Order, lineId: LineId) =>
  ({ kind: 'line.set-status', ...on(order), lineId, station: null, status: 'ready' }) as const;

/** The order as the server has it after the bump. */
function completed(order: Order, version = order.version + 1): Order {
  const lines = order.lines.map((line) => ({
    ...line,
    progress: line.progress.map((part) => ({ ...part, status: 'completed' as const })),
  }));
  return { ...order, version, lines };
}

const versionAnswer = (version: number) => answered(200, { id: '1', version });

test('[OPT1] a bumped ticket is gone at once and is sent with its key', async () => {
  const { client, http, numbers } = await liveScreen(first, second);
  client.command(bump(first));
  expect(numbers()).toEqual(['A2']);
  expect(http.requests.at(-1)).toMatchObject({
    method: 'PATCH',
    path: '/orders/1/status',
    body: { status: 'completed', made_at: '2026-11-21T12:00:00.000Z' },
    headers: { 'idempotency-key': 'key-1', 'made-by': 'admin' },
  });
});

test('[OPT1] a line is ready at once and marked as being sent', async () => {
  const { client, tickets } = await liveScreen(first);
  const line = first.lines[0]!.id;
  client.command(ready(first, line));
  expect(tickets()[0]!.order.lines[0]!.progress[0]!.status).toBe('ready');
  expect([...tickets()[0]!.underWay]).toEqual([[line, 'sending']]);
  expect(tickets()[0]!.allReady).toBe(false);
});

test('[OPT2] between the answer and its event the ticket does not come back', async () => {
  const { client, http, sockets, numbers } = await liveScreen(first, second);
  client.command(bump(first));
  await http.answer(versionAnswer(2));
  expect(numbers()).toEqual(['A2']);
  sockets.last().send(frames.event(8, completed(first)));
  expect(numbers()).toEqual(['A2']);
  expect(client.store.getState().pending).toEqual([]);
});

test('[OPT2] what the kitchen has lost with a restored database is shown as it is, not as it was answered', async () => {
  const { client, http, sockets, timers, numbers } = await liveScreen(buildOrder('1', { version: 6 }), second);
  client.command(bump(first));
  await http.answer(versionAnswer(7));
  sockets.last().close(1006);
  timers.advance(250);
  const restored = framesOf('ffffffffffffffff');
  sockets.last().send(restored.established('snapshot', 4), restored.part(1, 1, first, second), restored.live(4));
  expect(numbers()).toEqual(['A1', 'A2']);
  expect(client.store.getState().pending).toEqual([]);
});

test('[OPT2] an answer that came while a snapshot was on its way is not taken back by it', async () => {
  const { client, http, sockets, timers, numbers } = await liveScreen(first, second);
  sockets.last().close(1006);
  timers.advance(250);
  sockets.last().send(frames.established('snapshot', 7), frames.part(1, 1, first, second));
  client.command(bump(first));
  await http.answer(versionAnswer(2));
  sockets.last().send(frames.live(7));
  expect(numbers()).toEqual(['A2']);
  sockets.last().send(frames.event(8, completed(first)));
  expect(client.store.getState().pending).toEqual([]);
});

test('[OPT2] when the event comes before the answer nothing is left behind', async () => {
  const { client, http, sockets, numbers } = await liveScreen(first, second);
  client.command(bump(first));
  sockets.last().send(frames.event(8, completed(first)));
  await http.answer(versionAnswer(2));
  expect(numbers()).toEqual(['A2']);
  expect(client.store.getState().pending).toEqual([]);
});

test('[OPT3] a refused bump brings the ticket back to its place, with the reason', async () => {
  const { client, http, numbers } = await liveScreen(first, second);
  client.command(bump(first));
  await http.answer(problem(403, 'not_allowed', 'This account may not do that'));
  expect(numbers()).toEqual(['A1', 'A2']);
  expect(client.store.getState().notices).toEqual([
    {
      id: 'key-1',
      orderId: '1',
      command: bump(first),
      madeAtMs: Date.parse('2026-11-21T12:00:00.000Z'),
      ticket: 'A1',
      line: null,
      isBack: true,
      objection: { code: 'not_allowed', title: 'not_allowed', detail: 'This account may not do that' },
    },
  ]);
  client.dismissNotice('key-1');
  expect(client.store.getState().notices).toEqual([]);
});

test('[OPT3] a refused line takes back only itself', async () => {
  const { client, http, tickets } = await liveScreen(first);
  client.command(ready(first, first.lines[0]!.id));
  client.command(ready(first, first.lines[1]!.id));
  await http.answer(problem(409, 'item_voided', 'The item is voided.'));
  const statuses = tickets()[0]!.order.lines.map((line) => line.progress[0]!.status);
  expect(statuses).toEqual(['pending', 'ready']);
});

test('[OPT3] trying again takes the notice away', async () => {
  const { client, http } = await liveScreen(first);
  client.command(bump(first));
  await http.answer(problem(403, 'not_allowed', 'No.'));
  client.command(bump(first));
  expect(client.store.getState().notices).toEqual([]);
});

test('[OPT1] what is hoped for stays through a restart of the server and its new snapshot', async () => {
  const { client, http, sockets, timers, numbers } = await liveScreen(first, second);
  client.command(bump(first));
  await http.answer(unreachable);
  sockets.last().close(1006);
  timers.advance(250);
  const next = framesOf('ffffffffffffffff');
  sockets.last().send(next.established('snapshot', 7), next.part(1, 1, first, second), next.live(7));
  expect(numbers()).toEqual(['A2']);
  await http.answer(versionAnswer(2));
  sockets.last().send(next.event(8, completed(first)));
  expect(numbers()).toEqual(['A2']);
  expect(client.store.getState().pending).toEqual([]);
});

test('[EVT1] a closed order is not brought back by an older event', async () => {
  const { sockets, numbers } = await liveScreen(first, second);
  sockets.last().send(frames.event(8, completed(first, 5)));
  sockets.last().send(frames.event(9, { ...first, version: 4 }));
  expect(numbers()).toEqual(['A2']);
});

test('[SNP1] a new snapshot replaces everything in one step', async () => {
  const { client, sockets, timers, numbers } = await liveScreen(first, second);
  const seen: string[] = [];
  client.store.subscribe(() => seen.push(numbers().join(' ')));
  sockets.last().close(1006);
  timers.advance(250);
  const next = framesOf('ffffffffffffffff');
  sockets.last().send(next.established('snapshot', 3), next.part(1, 2, second), next.part(2, 2, buildOrder('3')));
  expect(new Set(seen)).toEqual(new Set(['A1 A2']));
  sockets.last().send(next.live(3));
  expect(numbers()).toEqual(['A2', 'A3']);
  expect(new Set(seen)).toEqual(new Set(['A1 A2', 'A2 A3']));
});

test('[EVT1] the events of one commit appear in one step', async () => {
  const { client, sockets, numbers } = await liveScreen(first);
  const seen: string[] = [];
  client.store.subscribe(() => seen.push(numbers().join(' ')));
  sockets.last().send(frames.batch(frames.event(8, second), frames.event(9, completed(first))));
  expect(new Set(seen)).toEqual(new Set(['A2']));
});

test('[TKT2] a ticket is the same object until its own order changes', async () => {
  const { client, sockets, tickets } = await liveScreen(first, second);
  const before = tickets();
  sockets.last().send(frames.event(8, { ...second, version: 2, notes: 'hurry' }));
  expect(tickets()[0]).toBe(before[0]);
  expect(tickets()[1]).not.toBe(before[1]);
  const then = tickets();
  client.command(ready(second, second.lines[0]!.id));
  expect(tickets()[0]).toBe(then[0]);
  sockets.last().send(frames.heartbeat(8));
  const last = tickets();
  sockets.last().send(frames.heartbeat(8));
  expect(tickets()).toBe(last);
});

test('[TKT1] oldest first; orders of one moment as they were numbered', async () => {
  const at = { createdAtMs: 5000 };
  const { numbers } = await liveScreen(buildOrder('10', at), buildOrder('9', at), second, first);
  expect(numbers()).toEqual(['A1', 'A2', 'A9', 'A10']);
});

test('a ticket with nothing left to cook says so, voided lines aside', async () => {
  const voided = buildLine('1.2', { voidedAtMs: 5 });
  const { client, tickets } = await liveScreen({ ...first, lines: [first.lines[0]!, voided] });
  client.command(ready(first, first.lines[0]!.id));
  expect(tickets()[0]!.allReady).toBe(true);
});

test('[FRS1] the proof is of the moment when the kitchen said it', async () => {
  const { client, sockets, timers } = await liveScreen(first);
  timers.advance(5000);
  sockets.opened[0]!.send(framesOf(epoch, timers.nowMs).heartbeat(7));
  timers.advance(3000);
  expect(client.store.getState().provenAtMs).toBe(5000);
});

test('[SEE1] the screen knows which event brought the newest version of an order, and what the kitchen has seen', async () => {
  const { client, sockets } = await liveScreen(first, second);
  const seqs = () => ['1', '2'].map((id) => seqOf(client.store.getState().orderSeqs, id));
  expect(seqs()).toEqual([
    { version: 1, seq: 7 },
    { version: 1, seq: 7 },
  ]);
  sockets.last().send(frames.event(8, completed(first)), frames.heartbeat(8, 8, 7));
  expect(seqs()[0]).toEqual({ version: 2, seq: 8 });
  expect(client.store.getState().seenSeq).toBe(7);
  sockets.last().send({ type: 'seen', seq: 8 }, frames.heartbeat(8, 8, 7));
  expect(client.store.getState().seenSeq).toBe(8);
});

test('[SEE1] a log that begins anew has not been seen yet', async () => {
  const { client, sockets, timers } = await liveScreen(first);
  sockets.last().send({ type: 'seen', seq: 7 });
  sockets.last().close(1006);
  timers.advance(250);
  const other = framesOf('ffffffffffffffff');
  sockets.last().send(other.established('snapshot', 3), other.part(1, 1, first), other.live(3));
  expect(client.store.getState()).toMatchObject({ seenSeq: 0 });
  expect(seqOf(client.store.getState().orderSeqs, first.id)).toEqual({ version: 1, seq: 3 });
});

test('[CNT2] the screen reports its commands, and the failures that somebody was shown', async () => {
  const { client, http } = await liveScreen(first);
  client.command(bump(first));
  client.errorShown();
  client.leave();
  expect(http.requests.at(-1)).toMatchObject({
    path: '/screens/report',
    body: { n: 1, transport: 'websocket', counts: { commands_made: 1, errors_shown: 1 } },
  });
});

test('[SND5] a device that doubts its network, and a link that was live all the time, cut no command short', async () => {
  const { client, http, sockets, timers } = await liveScreen(first);
  client.command(bump(first));
  timers.advance(3000);
  client.online(false);
  sockets.opened[0]!.send(frames.heartbeat(7));
  expect(client.store.getState().link).toMatchObject({ phase: 'live', trouble: null });
  expect(http.requests.find(({ method }) => method === 'PATCH')?.abort?.aborted).toBe(false);
});
