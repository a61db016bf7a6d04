import { expect, test } from 'vitest';
import { restaurantId, stationId } from '#shared/domain/id.ts';
import type { Order } from '#shared/domain/order.ts';
import { type Progress, untouched } from '#shared/domain/progress.ts';
import type { ServerFrame } from '#shared/protocol/frames.ts';
import { toWireStations } from '#shared/protocol/wire-site.ts';
import { frames, manager, screenInHand } from '../../test/harness/board-in-hand.ts';
import { atOnce, storeInHand } from '../../test/harness/chime-kit.ts';
import { stationsOf, withExpo, withoutExpo } from '../../test/harness/kitchen-world.ts';
import { answered, buildLine, buildOrder } from '../../test/harness/screen-kit.ts';
import { createServerClock } from '../link/server-clock.ts';
import type { WantedStation } from '../store/screen-station.ts';
import { createTicker } from '../store/ticker.ts';
import { createTicketSelector } from '../store/ticket.ts';
import type { Bell } from './bell.ts';
import { createChimeMemory, type TextStore } from './chime-memory.ts';
import { listenTo } from './ears.ts';

const noonMs = Date.UTC(2026, 10, 21, 12);
const fresh = (id: string, change: Partial<Order> = {}): Order => {
  const order = buildOrder(id, { createdAtMs: noonMs, ...change });
  return { ...order, lines: order.lines.map((line) => ({ ...line, addedAtMs: noonMs })) };
};

/** A screen in hand with ears; live at event 7 with these orders open. */
const hearing = (...orders: readonly Order[]) => hearingAt(null, storeFor(), orders);

/** What each station's screen has learned; the screen of no station knows something. */
function storeFor(): (about: string) => TextStore {
  const stores = new Map([['', storeInHand('["known"]')]]);
  return (about) => {
    const store = stores.get(about) ?? storeInHand();
    stores.set(about, store);
    return store;
  };
}

async function hearingAt(
  wanted: WantedStation,
  remembered: (about: string) => TextStore,
  orders: readonly Order[],
  kitchen = withoutExpo,
) {
  const screen = screenInHand();
  const rang: string[] = [];
  const bell: Bell = {
    ring: (kinds, loudness) => void rang.push(...kinds.map((kind) => (loudness ? `${kind} ${loudness}` : kind))),
    test: () => undefined,
    onRing: () => () => undefined,
  };
  const serverClock = createServerClock(noonMs);
  const memory = createChimeMemory(remembered, atOnce);
  const ticker = createTicker(screen.timers, serverClock);
  listenTo({ store: screen.client.store, tickets: createTicketSelector(), ticker, memory, bell });
  screen.client.showStation(wanted);
  screen.client.open();
  await screen.http.answer(answered(200, manager));
  const part = { ...frames.part(1, 1, ...orders), stations: toWireStations(stationsOf(kitchen)) } as ServerFrame;
  screen.sockets.last().send(frames.established('snapshot', 7), part, frames.live(7));
  return { ...screen, rang };
}

const at = (order: Order, status: 'completed' | 'preparing', turn: number, version: number): Order => ({
  ...order,
  version,
  lines: order.lines.map((line) => ({
    ...line,
    progress: line.progress.map((part) => ({ ...part, status, turn, startedAtMs: noonMs })),
  })),
});

const recallOf = ({ id }: Order) =>
  ({
    kind: 'order.recall',
    restaurantId: restaurantId('main'),
    orderId: id,
    station: null,
    lineIds: null,
    keepTimer: true,
  }) as const;

test('[CHM1] what is there when the screen becomes live rings once for all, and each event for itself', async () => {
  const { sockets, rang } = await hearing(fresh('1'), fresh('2'));
  expect(rang).toEqual(['new', 'new']);
  sockets.last().send(frames.event(8, fresh('3')));
  sockets.last().send(frames.event(8, fresh('3')));
  expect(rang).toEqual(['new', 'new', 'new']);
});

test('[CHM3] after a loss of the link only what came meanwhile rings', async () => {
  const { sockets, timers, rang } = await hearing(fresh('1'));
  sockets.last().close(1006);
  timers.advance(250);
  const orders = [fresh('1'), fresh('2')];
  sockets.last().send(frames.established('snapshot', 9), frames.part(1, 1, ...orders), frames.live(9));
  expect(rang).toEqual(['new', 'new']);
});

/** One dish for that station; `after`: when that one has handed it on. */
const dishFor = (id: string, station: string, after?: Progress): Order => {
  const own = untouched(stationId(station), 'category');
  const progress = after ? [after, { ...own, after: [after.station] }] : [own];
  return fresh(id, { lines: [buildLine(`${id}.1`, { progress })] });
};

test('[CHM1] [CHM3] a screen of a named station hears its own work only, over reloads too', async () => {
  const grill = { named: 'GRILL' };
  const remembered = storeFor();
  const first = dishFor('1', 'grill');
  expect((await hearingAt(grill, remembered, [first])).rang).toEqual([]);
  const forFry = dishFor('2', 'fry');
  expect((await hearingAt(grill, remembered, [first, forFry])).rang).toEqual([]);
  const second = dishFor('3', 'grill');
  expect((await hearingAt(grill, remembered, [first, forFry, second])).rang).toEqual(['new']);
  expect((await hearingAt(grill, remembered, [first, forFry, second])).rang).toEqual([]);
});

test('[CHM3] what was handed on while the screen of a named station was away rings once', async () => {
  const grill = { named: 'grill' };
  const remembered = storeFor();
  const making = untouched(stationId('fry'), 'category');
  const known = dishFor('1', 'grill');
  expect((await hearingAt(grill, remembered, [known, dishFor('2', 'grill', making)])).rang).toEqual([]);
  const handedOn = dishFor('2', 'grill', { ...making, status: 'ready', readyAtMs: noonMs });
  expect((await hearingAt(grill, remembered, [known, handedOn])).rang).toEqual(['new']);
});

test('[CHM5] a closed order that this screen calls back rings on the others only, whichever comes first', async () => {
  for (const isAnswerFirst of [true, false]) {
    const order = fresh('1');
    const { sockets, client, http, rang } = await hearing(order);
    sockets.last().send(frames.event(8, at(order, 'completed', 0, 2)));
    client.command(recallOf(order));
    const answer = () => http.answer(answered(200, { id: '1', version: 3 }));
    if (isAnswerFirst) await answer();
    sockets.last().send(frames.event(9, at(order, 'preparing', 1, 3)));
    if (!isAnswerFirst) await answer();
    expect([isAnswerFirst, rang]).toEqual([isAnswerFirst, ['new']]);
    expect(client.store.getState().kitchen?.orders.size).toBe(1);
  }
});

test('[CHM5] what another screen calls back rings here', async () => {
  const order = fresh('1');
  const { sockets, rang } = await hearing(order);
  sockets.last().send(frames.event(8, at(order, 'completed', 0, 2)));
  sockets.last().send(frames.event(9, at(order, 'preparing', 1, 3)));
  expect(rang).toEqual(['new', 'changed']);
});

test('[CHM7] nobody touches it: it rings again, and not any more once the screen is lost', async () => {
  const { timers, sockets, rang } = await hearing(fresh('1'));
  for (let second = 0; second < 32; second += 4) {
    sockets.last().send({ type: 'heartbeat', head: 7, sent: 7, seen: 0, server_time: new Date(noonMs).toISOString() });
    timers.advance(4000);
  }
  expect(rang).toEqual(['new', 'new']);
  sockets.last().close(1006);
  timers.advance(70_000);
  expect(rang).toEqual(['new', 'new']);
});

test.each([['pass'], [null]])(
  '[CHM7] at the pass nothing has to be begun, and nothing rings again: station %s',
  async (at) => {
    const wanted = at === null ? null : stationId(at);
    const store = storeInHand('["known"]');
    const { timers, sockets, rang } = await hearingAt(wanted, () => store, [fresh('1')], withExpo);
    for (let second = 0; second < 120; second += 4) {
      sockets
        .last()
        .send({ type: 'heartbeat', head: 7, sent: 7, seen: 0, server_time: new Date(noonMs).toISOString() });
      timers.advance(4000);
    }
    expect(rang).toEqual(['new']);
  },
);

test('signed out, nothing is heard', async () => {
  const { client, timers, rang } = await hearing(fresh('1'));
  client.signedOut();
  timers.advance(200_000);
  expect(rang).toEqual(['new']);
});
