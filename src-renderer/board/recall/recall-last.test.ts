import { expect, test } from 'vitest';
import { stationId } from '#shared/domain/id.ts';
import type { Order } from '#shared/domain/order.ts';
import { advance, untouched } from '#shared/domain/progress.ts';
import { toWireOrder } from '#shared/protocol/wire-order.ts';
import { frames, liveScreen } from '../../../test/harness/board-in-hand.ts';
import { stationsOf, withExpo } from '../../../test/harness/kitchen-world.ts';
import { answered, buildLine, buildOrder, unreachable } from '../../../test/harness/screen-kit.ts';
import { createTapGuard } from '../../screen/tap-guard.ts';
import { createTicker } from '../../store/ticker.ts';
import { createTicketSelector } from '../../store/ticket.ts';
import { recallLast } from './recall-last.ts';

const kitchen = stationId('kitchen');
const grill = stationId('grill');
const first = buildOrder('1', { createdAtMs: 1000 });
const second = buildOrder('2', { createdAtMs: 2000 });

/** Bumped elsewhere, or on this screen before its page was reloaded. */
function gone(id: string, change: Partial<Order> = {}): Order {
  const part = advance(untouched(kitchen, 'fallback'), 'completed', { nowMs: 1_500_000, by: 'Ana' });
  return buildOrder(id, { lines: [buildLine(`${id}.1`, { progress: [part] })], ...change });
}

async function screenWith(...orders: readonly Order[]) {
  const live = await liveScreen(...orders);
  const screen = {
    client: live.client,
    ticker: createTicker(live.timers, { at: (ms) => ms }),
    tickets: createTicketSelector(),
    guard: createTapGuard(live.timers.nowMs),
  };
  const recalls = () =>
    live.http.requests
      .filter(({ path }) => path.endsWith('/recall'))
      .map(({ path, body }) => ({ path, ...(body as object) }));
  /** The kitchen's answer to the question that was asked. */
  const listed = (...list: readonly Order[]) =>
    live.http.answer(
      answered(200, { items: list.map((order) => ({ ...toWireOrder(order), bumped_by: null })), next_cursor: null }),
    );
  return { ...live, screen, recalls, listed };
}

test('[RCL6] the last bump of this screen comes back, then the one before, with their clocks', async () => {
  const { screen, tickets, numbers, recalls, http } = await screenWith(first, second);
  for (const ticket of tickets()) screen.client.bump(ticket);
  expect(numbers()).toEqual([]);
  expect(await recallLast(screen)).toBeNull();
  expect(numbers()).toEqual(['A2']);
  expect(await recallLast(screen)).toBeNull();
  expect(numbers()).toEqual(['A1', 'A2']);
  for (let sent = 0; sent < 2; sent++) await http.answer(answered(200, { id: '1', version: 2 }));
  expect(recalls().map(({ path, keep_timer }: Record<string, unknown>) => [path, keep_timer])).toContainEqual([
    '/orders/1/recall',
    true,
  ]);
});

test('[RCL6] of a ticket that left with its last dish, that dish comes back and the others stay with the guest', async () => {
  const handed = gone('1').lines[0]!;
  const order = buildOrder('1', { lines: [handed, buildLine('1.2')] });
  const { screen, tickets, numbers, recalls, http } = await screenWith(order);
  screen.client.bump(tickets()[0]!, [buildLine('1.2').id]);
  expect(numbers()).toEqual([]);
  expect(await recallLast(screen)).toBeNull();
  await http.answer(answered(200, { id: '1', version: 2 }));
  expect(recalls()).toEqual([expect.objectContaining({ item_ids: ['1.2'], keep_timer: true })]);
});

test.each(['hold', 'give'] as const)(
  '[RCL6] what was not bumped is taken back at once, and later not recalled: %s',
  async (deed) => {
    const order = buildOrder('1', { lines: [buildLine('1.1', { progress: [untouched(grill, 'category')] })] });
    const { screen, tickets, numbers, listed, recalls, http, timers } = await screenWith(order);
    screen.client.store.setState(({ kitchen: one }) => ({
      kitchen: one && { ...one, stations: stationsOf(withExpo) },
    }));
    screen.client.showStation(grill);
    const act = () => {
      if (deed === 'hold') screen.client.hold(tickets()[0]!, null);
      else screen.client.give(tickets()[0]!, grill, stationId('fry'), null);
    };
    act();
    expect(numbers()).toEqual([]);
    expect(await recallLast(screen)).toBeNull();
    expect(numbers()).toEqual(['A1']);

    act();
    expect(numbers()).toEqual([]);
    for (let sent = 0; sent < 3; sent++) await http.answer(answered(200, { id: '1', version: 2 + sent }));
    screen.ticker.subscribe(() => undefined);
    timers.advance(10_000);
    const said = recallLast(screen);
    await listed();
    expect(await said).toBe('nothingToRecall');
    expect(recalls()).toEqual([]);
  },
);

test('[RCL6] what is on the board again is not recalled again', async () => {
  const { screen, tickets, numbers } = await screenWith(first, second);
  for (const ticket of tickets()) screen.client.bump(ticket);
  const last = screen.client.store.getState().bumped.at(-1)!;
  screen.client.undo(last);
  expect(numbers()).toEqual(['A2']);
  await recallLast(screen);
  expect(numbers()).toEqual(['A1', 'A2']);
});

test('[RCL6] without a bump of its own the station’s last of today comes back, but none that is cancelled', async () => {
  const { screen, recalls, listed, http } = await screenWith(first);
  const done = recallLast(screen);
  expect(http.requests.at(-1)?.path).toBe('/orders/bumped?limit=30');
  await listed(gone('8', { cancelledAtMs: 1_600_000 }), gone('9'));
  expect(await done).toBeNull();
  expect(recalls()).toEqual([expect.objectContaining({ path: '/orders/9/recall', keep_timer: true })]);
});

test('[RCL6] pressed again before it is back, the one before comes too', async () => {
  const { screen, recalls, listed } = await screenWith(first);
  const once = recallLast(screen);
  await listed(gone('9'), gone('8'));
  await once;
  const twice = recallLast(screen);
  // The recall that waits for its answer stands before the question.
  await listed();
  await listed(gone('9'), gone('8'));
  await twice;
  expect(recalls().map(({ path }) => path)).toEqual(['/orders/9/recall', '/orders/8/recall']);
});

test('[RCL6] pressed again while the kitchen is still being asked, the one before comes too', async () => {
  const { screen, recalls, http } = await screenWith(first);
  const [once, twice] = [recallLast(screen), recallLast(screen)];
  const list = (...all: readonly Order[]) =>
    answered(200, { items: all.map((order) => ({ ...toWireOrder(order), bumped_by: null })), next_cursor: null });
  await http.answer(list(gone('9'), gone('8')));
  await once;
  await http.answer(list(gone('9'), gone('8')));
  expect(await twice).toBeNull();
  expect(recalls().map(({ path }) => path)).toEqual(['/orders/9/recall', '/orders/8/recall']);
});

test('[RCL6] when there is nothing, or no kitchen to ask, that is said', async () => {
  const { screen, listed, http } = await screenWith(first);
  const empty = recallLast(screen);
  await listed();
  expect(await empty).toBe('nothingToRecall');
  const absent = recallLast(screen);
  await http.answer(unreachable);
  expect(await absent).toBe('recallNeedsKitchen');
});

test.each([
  ['cancelled', { cancelledAtMs: 1_600_000 }],
  ['cancelled, which all have seen', { cancelledAtMs: 1_600_000, lines: [gone('2').lines[0]!] }],
  ['merged away', { lines: [], mergedInto: first.id }],
])('[RCL4] [RCL6] a last bump that is %s by now is left alone, and the one before comes back', async (_how, change) => {
  const { screen, tickets, recalls, listed, http, sockets } = await screenWith(first, second);
  for (const ticket of tickets()) {
    screen.client.bump(ticket);
    await http.answer(answered(200, { id: ticket.order.id, version: 2 }));
  }
  const bumped = screen.client.store.getState().bumped.at(-1)!.after;
  sockets.last().send(frames.event(8, { ...bumped, version: bumped.version + 1, ...change }));
  const done = recallLast(screen);
  if (http.requests.at(-1)?.path.startsWith('/orders/bumped')) await listed(gone('1'));
  expect(await done).toBeNull();
  expect(recalls().map(({ path }) => path)).toEqual(['/orders/1/recall']);
});
