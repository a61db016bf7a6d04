import { expect, test } from 'vitest';
import { lineId, stationId } from '#shared/domain/id.ts';
import type { Line } from '#shared/domain/line.ts';
import type { Order } from '#shared/domain/order.ts';
import type { Progress } from '#shared/domain/progress.ts';
import { untouched } from '#shared/domain/progress.ts';
import { toWireOrder } from '#shared/protocol/wire-order.ts';
import { frames, liveScreen } from '../../test/harness/board-in-hand.ts';
import { stationsOf, withExpo } from '../../test/harness/kitchen-world.ts';
import { answered, buildLine, buildOrder, problem } from '../../test/harness/screen-kit.ts';
import { ticketActions } from '../board/ticket-actions.ts';
import { takesAway } from './bumped.ts';
import { bumpOf } from './slots.ts';

const order = buildOrder('1');
const first = lineId('1.1');

/** What the last request said that the cook had seen: each line with its turns. */
type Said = {
  readonly seen: { readonly at: string; readonly items: { readonly id: string; readonly turns: number }[] };
};

async function screenWithOrder() {
  const screen = await liveScreen(order);
  const said = () => (screen.http.requests.at(-1)!.body as Said).seen;
  const open = () => screen.tickets()[0]?.lines.map(({ line, state }) => `${line.id}:${state}`);
  return { ...screen, said, open, actions: ticketActions(screen.client) };
}

test('[BMP2] a bump names what stood there, and when the kitchen had last changed it', async () => {
  const { tickets, actions, said } = await screenWithOrder();
  actions.bump(tickets()[0]!);
  expect(said()).toEqual({
    at: new Date(order.updatedAtMs).toISOString(),
    items: order.lines.map(({ id }) => ({ id, turns: 0 })),
  });
});

test('[BMP2] [FIR1] a start says what stood there', async () => {
  const { tickets, actions, said } = await screenWithOrder();
  actions.startLine(tickets()[0]!, first);
  expect(said()).toEqual({ at: new Date(order.updatedAtMs).toISOString(), items: [{ id: first, turns: 0 }] });
});

test('[BMP2] [LIN3] a tap that takes a dish back says that it stood there ready', async () => {
  const { tickets, actions, said, http } = await screenWithOrder();
  actions.lineReady(tickets()[0]!, first);
  await http.answer(answered(200, { id: '1', version: 2 }));
  actions.lineBack(tickets()[0]!, first);
  expect(http.requests.at(-1)!.path).toBe('/orders/1/recall');
  expect(said()).toEqual({ at: new Date(order.updatedAtMs).toISOString(), items: [{ id: first, turns: 0 }] });
});

test('[BMP2] a dish that comes while the bump is under way stands there alone', async () => {
  const { tickets, actions, sockets, open } = await screenWithOrder();
  actions.bump(tickets()[0]!);
  expect(open()).toBeUndefined();
  const added = buildLine('1.3', { addition: 1, addedAtMs: 1_100_000 });
  const lines = [...order.lines, added];
  sockets.last().send(frames.event(8, { ...order, version: 2, updatedAtMs: 1_100_000, lines }));
  expect(open()).toEqual(['1.1:done', '1.2:done', '1.3:todo']);
});

test('[BMP2] what this screen has itself brought back before is bumped with the rest', async () => {
  const { tickets, actions, said, http, open } = await screenWithOrder();
  actions.lineReady(tickets()[0]!, first);
  actions.lineBack(tickets()[0]!, first);
  actions.bump(tickets()[0]!);
  expect(open()).toBeUndefined();
  await http.answer(answered(200, { id: '1', version: 2 }));
  await http.answer(answered(200, { id: '1', version: 3 }));
  expect(said().items).toEqual([
    { id: '1.1', turns: 1 },
    { id: '1.2', turns: 0 },
  ]);
});

/** The same as the server has it: by its own clock, a moment later than the screen hoped. */
function byServer(order: Order): Order {
  const late = (ms: number | null) => (ms === null ? null : ms + 7);
  const part = (one: Progress): Progress => ({
    ...one,
    startedAtMs: late(one.startedAtMs),
    readyAtMs: late(one.readyAtMs),
    completedAtMs: late(one.completedAtMs),
    acknowledgedAtMs: late(one.acknowledgedAtMs),
  });
  const lines = order.lines.map((line) => ({ ...line, progress: line.progress.map(part) }));
  return { ...order, updatedAtMs: order.updatedAtMs + 7, lines };
}

const grill = stationId('grill');

/** The grill of a kitchen with an expo, or the only screen of one without stations; its ticket is bumped. */
async function bumpedAt(place: 'grill' | 'whole') {
  const parts = { progress: [untouched(place === 'grill' ? grill : stationId('kitchen'), 'category')] };
  const lines = [buildLine('1.1', parts), buildLine('1.2', parts)];
  const screen = await liveScreen({ ...order, lines });
  const { client, tickets, http, sockets } = screen;
  if (place === 'grill') {
    client.store.setState(({ kitchen }) => ({ kitchen: kitchen && { ...kitchen, stations: stationsOf(withExpo) } }));
    client.showStation(grill);
  }
  const actions = ticketActions(client);
  const open = () => tickets()[0]?.lines.map(({ line, state }) => `${line.id}:${state}`);
  actions.bump(tickets()[0]!);
  const last = () => client.store.getState().bumped.at(-1)!;
  const done = byServer(last().after);
  const answer = () => http.answer(answered(200, toWireOrder(done)));
  const event = () => sockets.last().send(frames.event(8, done));
  return { ...screen, actions, open, answer, event, undo: () => actions.undo(last()) };
}

const whole = ['1.1:todo', '1.2:todo'];

test.each(['grill', 'whole'] as const)(
  '[UND1] [OPT4] undone, the ticket is back at once, however far its bump has come (%s)',
  async (place) => {
    for (const steps of [[], ['answer'], ['answer', 'event'], ['event'], ['event', 'answer']] as const) {
      const screen = await bumpedAt(place);
      expect(screen.open()).toBeUndefined();
      for (const step of steps) await screen[step]();
      expect(screen.open()).toBeUndefined();
      screen.sockets.last().close(1006);
      screen.undo();
      expect([steps, screen.open()]).toEqual([steps, whole]);
      for (const step of (['answer', 'event'] as const).filter((one) => !steps.some((other) => other === one))) {
        if (step === 'answer') await screen.answer();
        expect([steps, step, screen.open()]).toEqual([steps, step, whole]);
      }
    }
  },
);

test('[OPT2] a ticket that an undo has brought back stays between its answer and its event', async () => {
  const { answer, event, undo, open, http, sockets, tickets, client } = await bumpedAt('whole');
  await answer();
  event();
  undo();
  const back = byServer({ ...tickets()[0]!.order, version: 3 });
  await http.answer(answered(200, toWireOrder(back)));
  expect(open()).toEqual(whole);
  sockets.last().send(frames.event(9, back));
  expect([open(), client.store.getState().pending]).toEqual([whole, []]);
});

test('[BMP2] a ticket that has just come back can be bumped again, and its bump counts', async () => {
  const { answer, event, undo, open, actions, tickets, http, client } = await bumpedAt('whole');
  await answer();
  event();
  undo();
  actions.bump(tickets()[0]!);
  expect(open()).toBeUndefined();
  expect(client.store.getState().bumped).toHaveLength(1);
  await http.answer(answered(200, { id: '1', version: 3 }));
  expect((http.requests.at(-1)!.body as Said).seen.items).toEqual([
    { id: '1.1', turns: 1 },
    { id: '1.2', turns: 1 },
  ]);
});

test('[OPT3] a bump that was refused has no way back of its own any more', async () => {
  const { http, client, open } = await bumpedAt('whole');
  await http.answer(problem(409, 'order_closed', 'No.'));
  expect([open(), client.store.getState().bumped]).toEqual([whole, []]);
});

test('[OPT3] what is refused of a ticket that has left names it all the same', async () => {
  const { answer, event, undo, http, client, actions } = await bumpedAt('whole');
  await answer();
  event();
  undo();
  await http.answer(problem(409, 'cannot_undo', 'Somebody has gone on.'));
  actions.recall(byServer(order), null, true, [first]);
  await http.answer(problem(409, 'order_closed', 'No.'));
  expect(client.store.getState().notices.map(({ ticket }) => ticket)).toEqual(['A1', 'A1']);
  expect(client.store.getState().notices.at(-1)?.line).toBe('Dish 1.1');
});

test('[RTE4] what is given to another station leaves, and is there again after an undo', async () => {
  const lines = [buildLine('1.1', { progress: [untouched(grill, 'category')] })];
  const { client, tickets, http } = await liveScreen({ ...order, lines });
  client.store.setState(({ kitchen }) => ({ kitchen: kitchen && { ...kitchen, stations: stationsOf(withExpo) } }));
  client.showStation(grill);
  const actions = ticketActions(client);
  const fryer = stationId('fry');
  actions.reroute(tickets()[0]!, grill, fryer);
  expect(tickets()).toEqual([]);
  const [given] = client.store.getState().bumped;
  expect(given?.deed).toEqual({ kind: 'give', to: fryer });
  await http.answer(answered(200, toWireOrder(byServer(given!.after))));
  actions.undo(given!);
  expect(tickets()[0]?.lines.map(({ line }) => line.id)).toEqual(['1.1']);
  expect(client.store.getState().bumped).toEqual([]);
});

test('[UND1] what changes nothing is not remembered: undo is for the bump before it', async () => {
  const begun = { ...untouched(stationId('kitchen'), 'fallback'), status: 'preparing' as const };
  const second = buildOrder('2', { lines: [buildLine('2.1', { progress: [begun] })] });
  const { client, tickets } = await liveScreen(order, second);
  const [one, two] = tickets();
  client.bump(one!);
  client.hold(two!, null);
  expect(client.store.getState().bumped.map(({ before, deed }) => [before.id, deed.kind])).toEqual([['1', 'bump']]);
});

test('[UND1] [FIR2] what was fired here has its way back, leaves no gap, and is on hold again by it', async () => {
  const waiting = buildLine('1.2', { course: 2, heldAtMs: 900_000 });
  const { client, tickets, http, open, actions, said } = await screenWith(buildLine('1.1', { course: 1 }), waiting);
  expect(open()).toEqual(['1.1:todo', '1.2:held']);
  actions.fire(tickets()[0]!, 2);
  expect(open()).toEqual(['1.1:todo', '1.2:todo']);
  const [fired] = client.store.getState().bumped;
  expect([fired?.deed, takesAway(fired!)]).toEqual([{ kind: 'fire' }, false]);
  const slot = { id: order.id, goneAtMs: fired!.atMs };
  expect(bumpOf(slot, [fired!])).toBeUndefined();
  await http.answer(answered(200, toWireOrder(byServer(fired!.after))));
  actions.undo(client.store.getState().bumped[0]!);
  expect(open()).toEqual(['1.1:todo', '1.2:held']);
  expect(said()).toBe('/orders/1/undo');
  expect(client.store.getState().bumped).toEqual([]);
});

/** A kitchen without an expo, which sees what is on hold. */
async function screenWith(...lines: readonly Line[]) {
  const screen = await liveScreen({ ...order, lines });
  const open = () => screen.tickets()[0]?.lines.map(({ line, state }) => `${line.id}:${state}`);
  return { ...screen, open, said: () => screen.http.requests.at(-1)!.path, actions: ticketActions(screen.client) };
}
