import { expect, test, vi } from 'vitest';
import { emptyKitchen } from '#shared/domain/apply.ts';
import { stationId } from '#shared/domain/id.ts';
import type { Line } from '#shared/domain/line.ts';
import type { Order } from '#shared/domain/order.ts';
import { untouched } from '#shared/domain/progress.ts';
import type { Settings } from '#shared/domain/settings.ts';
import { buildLine, buildOrder } from '../../../test/harness/screen-kit.ts';
import { expo, grill, quietScreen, share } from '../../../test/harness/ticket-drawing.tsx';
import { createTapGuard } from '../../screen/tap-guard.ts';
import type { Bumped } from '../../store/bumped.ts';
import type { Notice } from '../../store/screen-state.ts';
import { nextStep } from '../next-step.ts';
import { boardDeeds } from './board-deeds.ts';
import type { Hands, Hint } from './hands.ts';

/** A board in somebody's hands, of which the deeds of this test read a little. */
function openBoard() {
  let nowMs = 1000;
  const screen = { ...quietScreen(0), guard: createTapGuard(() => nowMs) };
  const said: Hint[] = [];
  const turned: string[] = [];
  const turn = (to: string) => () => void turned.push(to);
  const hands = {
    isCounting: false,
    say: (hint: Hint) => void said.push(hint),
    showHeld: (ticket: string | null) => void turned.push(`held ${ticket}`),
  } as Partial<Hands> as Hands;
  const deeds = boardDeeds({
    screen,
    hands,
    turns: {
      next: turn('next'),
      previous: turn('previous'),
      first: turn('first'),
      last: turn('last'),
      round: turn('round'),
    },
    recallLast: () => undefined,
  });
  const wait = (ms: number) => {
    nowMs += ms;
  };
  return { screen, deeds, said, turned, wait };
}

const person = {
  userId: 'admin',
  username: 'admin',
  displayName: 'Manager',
  role: 'manager',
  restaurantId: 'main',
  restaurantName: null,
  passwordIsTemporary: false,
  deviceId: null,
  pairedAs: null,
};

type OneKey = 'hold' | 'start' | 'fire' | 'prioritise' | 'transfer' | 'line-done';

/** What a key said and asked for, with this the selected ticket. */
function pressedOn(order: Order, deed: OneKey, settings: Partial<Settings> = {}) {
  const { screen, deeds, said } = openBoard();
  const kitchen = { ...emptyKitchen, settings: { ...emptyKitchen.settings, ...settings } };
  const store = screen.client.store;
  store.setState({
    session: { phase: 'signed-in', person },
    kitchen: { ...kitchen, orders: new Map([[order.id, order]]) },
    momentMs: order.createdAtMs,
  });
  selectOnly(order.id);
  deeds[deed]();
  const wanted = store
    .getState()
    .pending.map(({ command }) => ('lineId' in command ? `${command.kind} ${command.lineId}` : command.kind));
  return { said, wanted };
}

const kitchenWith = (order: Order) => ({ ...emptyKitchen, orders: new Map([[order.id, order]]) });

/** A page with nothing but this ticket, which has the focus. */
function selectOnly(id: string): void {
  const ticket = { dataset: { ticket: id }, contains: () => true, querySelector: () => null };
  vi.stubGlobal('document', { activeElement: null, querySelectorAll: () => [ticket] });
}

const change = (number: string): Bumped => ({
  key: `key ${number}`,
  before: buildOrder(number),
  after: buildOrder(number),
  station: null,
  deed: { kind: 'bump' },
  atMs: 0,
});

test('[TAP1] an undo key that bounces takes back one bump, not two', () => {
  const { screen, deeds, wait } = openBoard();
  const bumped = [change('1'), change('2')];
  screen.client.store.setState({ bumped });
  deeds.undo();
  deeds.undo();
  expect(screen.client.store.getState().bumped).toEqual([bumped[0]]);
  wait(300);
  deeds.undo();
  expect(screen.client.store.getState().bumped).toEqual([]);
});

test('[KEY2] undo takes back a fresh priority first, then the last bump', () => {
  const { screen, deeds, wait } = openBoard();
  screen.client.store.setState({ bumped: [change('1')] });
  screen.work.setState({ prioritised: change('2') });
  deeds.undo();
  expect(screen.work.getState().prioritised).toBeNull();
  expect(screen.client.store.getState().bumped).toHaveLength(1);
  wait(300);
  deeds.undo();
  expect(screen.client.store.getState().bumped).toHaveLength(0);
});

test('[KEY2] back takes the newest notice for read, one with each press, and none that a toast stands before', () => {
  const { screen, deeds, wait } = openBoard();
  const objection = { code: 'item_voided', title: 'No', detail: 'The item is voided.' };
  const { restaurantId, id: orderId } = buildOrder('1');
  const command: Notice['command'] = { kind: 'order.bump', restaurantId, orderId, station: null, lineIds: null };
  const about = { orderId, command, madeAtMs: 0, line: null, isBack: false, objection };
  const notices = ['1', '2'].map((id): Notice => ({ ...about, id, ticket: `T ${id}` }));
  const left = () => screen.client.store.getState().notices.map(({ id }) => id);
  screen.client.store.setState({ notices });
  screen.work.setState({ prioritised: change('3') });
  deeds.back();
  expect(left()).toEqual(['1', '2']);
  screen.work.setState({ prioritised: null });
  const given: Bumped = { ...change('1'), deed: { kind: 'give', to: stationId('bar') }, atMs: 1000 };
  screen.client.store.setState({ kitchen: kitchenWith(given.before), bumped: [given] });
  deeds.back();
  expect(left()).toEqual(['1', '2']);
  screen.client.store.setState({ bumped: [] });
  deeds.back();
  deeds.back();
  expect(left()).toEqual(['1']);
  wait(300);
  deeds.back();
  expect(left()).toEqual([]);
});

test('[TAP1] a page key that bounces turns one page', () => {
  const { deeds, turned, wait } = openBoard();
  deeds['page-next']();
  deeds['page-next']();
  expect(turned).toEqual(['next']);
  wait(300);
  deeds['page-next']();
  expect(turned).toEqual(['next', 'next']);
});

test('[KEY2] hold says so where all has begun, and asks for nothing that would do nothing', () => {
  const begun = { progress: [{ ...untouched(stationId('kitchen'), 'fallback'), status: 'preparing' as const }] };
  expect(pressedOn(buildOrder('1', { lines: [buildLine('1.1', begun)] }), 'hold')).toEqual({
    said: ['nothingToHold'],
    wanted: [],
  });
  expect(pressedOn(buildOrder('1'), 'hold')).toEqual({ said: [], wanted: ['order.hold'] });
  const held = buildOrder('1', { lines: [buildLine('1.1', { heldAtMs: 1 })] });
  expect(pressedOn(held, 'hold')).toEqual({ said: ['allHeld'], wanted: [] });
});

test('[KEY2] fire says so where nothing is on hold or left to begin', () => {
  const begun = { progress: [{ ...untouched(stationId('kitchen'), 'fallback'), status: 'preparing' as const }] };
  expect(pressedOn(buildOrder('1', { lines: [buildLine('1.1', begun)] }), 'fire')).toEqual({
    said: ['nothingToFire'],
    wanted: [],
  });
  expect(pressedOn(buildOrder('1', { lines: [buildLine('1.1', { heldAtMs: 1 })] }), 'fire')).toEqual({
    said: [],
    wanted: ['order.fire'],
  });
});

test('[CRD5] [KEY2] fire begins the very course that the large button of its ticket names', () => {
  const { screen, deeds } = openBoard();
  const eaten = { ...untouched(stationId('kitchen'), 'fallback'), status: 'completed' as const };
  const order = buildOrder('1', {
    lines: [
      buildLine('1.1', { course: 1, progress: [eaten] }),
      buildLine('1.2', { course: 1, firedAtMs: 1, startsAtMs: 2_000_000 }),
      buildLine('1.3', { course: 2, heldAtMs: 1 }),
    ],
  });
  const { store } = screen.client;
  store.setState({
    session: { phase: 'signed-in', person },
    kitchen: kitchenWith(order),
    momentMs: order.createdAtMs,
  });
  const [ticket] = screen.tickets(store.getState());
  const step = nextStep(ticket!, emptyKitchen.settings, false);
  expect(step).toEqual({ kind: 'fire', course: 1 });
  selectOnly(order.id);
  deeds.fire();
  const [fired] = screen.tickets(store.getState());
  expect(fired!.lines.map(({ state }) => state)).toEqual(['done', 'todo', 'held']);
});

test('[FIR2] [KEY2] where the pass decides, or nothing is selected, fire opens what is on hold here; with nothing, it says so', () => {
  const list = [grill, expo];
  const begun = buildLine('1.1', { progress: [share(grill, 'preparing')] });
  const held = buildLine('1.2', { progress: [share(grill)], heldAtMs: 1, course: 2 });
  const fire = (lines: readonly Line[], isSelected: boolean) => {
    const { screen, deeds, said, turned } = openBoard();
    const order = buildOrder('1', { lines });
    const stations = { ...emptyKitchen.stations, list };
    const { store } = screen.client;
    store.setState({
      session: { phase: 'signed-in', person },
      kitchen: { ...kitchenWith(order), stations },
      station: grill.id,
      momentMs: order.createdAtMs,
    });
    if (isSelected) selectOnly(order.id);
    else vi.stubGlobal('document', { activeElement: null, querySelectorAll: () => [] });
    deeds.fire();
    return [...turned, ...said, ...store.getState().pending.map(({ command }) => command.kind)];
  };
  expect(fire([begun, held], true)).toEqual([`held ${buildOrder('1').id}`]);
  expect(fire([held], false)).toEqual(['held null']);
  expect(fire([begun], true)).toEqual(['nothingToFire']);
  expect(fire([begun], false)).toEqual(['nothingToFire']);
});

test('[CRD8] start leaves alone what allergens bar, and says what has to be done first', () => {
  const barred = buildLine('1.1', { allergens: ['nuts'] });
  const settings = { acknowledgeAllergens: true };
  expect(pressedOn(buildOrder('1', { lines: [barred] }), 'start', settings)).toEqual({
    said: ['allergensFirst'],
    wanted: [],
  });
  expect(pressedOn(buildOrder('1', { lines: [barred, buildLine('1.2')] }), 'start', settings)).toEqual({
    said: [],
    wanted: ['line.set-status 1.2'],
  });
  expect(pressedOn(buildOrder('1', { lines: [barred] }), 'start').wanted).toEqual(['line.set-status 1.1']);
});

test.each(['hold', 'start', 'fire', 'prioritise', 'transfer'] as const)(
  '[KEY2] %s on a cancelled ticket says so, and asks for nothing',
  (deed) => {
    const begun = { progress: [{ ...untouched(stationId('kitchen'), 'fallback'), status: 'preparing' as const }] };
    const lines = [buildLine('1.1', begun)];
    const said = { said: ['isCancelled'], wanted: [] };
    expect(pressedOn(buildOrder('1', { lines, cancelledAtMs: 1 }), deed)).toEqual(said);
    expect(pressedOn(buildOrder('1', { lines: [buildLine('1.1', { ...begun, voidedAtMs: 1 })] }), deed)).toEqual(said);
  },
);

test('[KEY2] start and item done say so where there is nothing left to do', () => {
  const done = { progress: [{ ...untouched(stationId('kitchen'), 'fallback'), status: 'ready' as const }] };
  const order = buildOrder('1', { lines: [buildLine('1.1', done)] });
  expect(pressedOn(order, 'start')).toEqual({ said: ['nothingToStart'], wanted: [] });
  expect(pressedOn(order, 'line-done')).toEqual({ said: ['nothingToFinish'], wanted: [] });
});
