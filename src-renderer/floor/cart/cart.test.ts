import { expect, test } from 'vitest';
import { createStore } from 'zustand/vanilla';
import { orderId, productId } from '#shared/domain/id.ts';
import { firstState, type ScreenState } from '../../store/screen-state.ts';
import { type Cart, type CartLine, dishesIn, emptyCart, saysNothing, withChange, withLine } from './cart.ts';
import { cartOf, commandOf } from './cart-command.ts';
import { followSent } from './follow-sent.ts';
import { createKeptCarts } from './kept-carts.ts';

const line = (key: string, change: Partial<CartLine> = {}): CartLine => ({
  key,
  productId: productId('soup'),
  quantity: 1,
  modifiers: [],
  notes: '',
  seat: null,
  course: null,
  allergens: [],
  ...change,
});
const empty = emptyCart('cart', { orderId: null, type: 'dine_in', place: '5' });
const nowMs = Date.UTC(2026, 10, 30, 18);
const withLines = (...lines: readonly CartLine[]): Cart => lines.reduce(withLine, empty);

test('[RNG3] the same dish said in the same way is one line, another seat or note is another', () => {
  const cart = withLines(line('a'), line('b'), line('c', { seat: 2 }), line('d', { notes: 'hot' }));
  expect(cart.lines.map(({ key, quantity }) => [key, quantity])).toEqual([
    ['a', 2],
    ['c', 1],
    ['d', 1],
  ]);
  expect(dishesIn(cart)).toBe(4);
});

test('[RNG3] a line of which none is left is gone, and no line has more than the contract takes', () => {
  expect(withChange(withLines(line('a')), 'a', { quantity: 0 }).lines).toEqual([]);
  expect(withLines(line('a', { quantity: 999 }), line('b')).lines[0]?.quantity).toBe(999);
});

test('a new order says its table, or the guest’s name where there is no table', () => {
  const cart = withLines(line('a', { modifiers: ['rare'], notes: ' hot ', seat: 2, course: 1, allergens: ['nuts'] }));
  const item = {
    ...{ menu_item_id: 'soup', quantity: 1, modifiers: ['rare'], notes: 'hot' },
    ...{ seat: 2, course: 1, allergens: ['nuts'] },
  };
  expect(commandOf(cart, 'main', nowMs)).toEqual({
    kind: 'order.place',
    restaurantId: 'main',
    order: { type: 'dine_in', table_number: '5', covers: null, items: [item] },
  });
  const ada = { ...cart, place: ' Ada ', phone: ' 0123 ', notes: ' bell is broken ', inMinutes: 30 };
  expect(commandOf({ ...ada, type: 'delivery' }, 'main', nowMs)).toMatchObject({
    order: {
      ...{ type: 'delivery', customer_name: 'Ada', customer_phone: '0123', notes: 'bell is broken' },
      promised_at: '2026-11-30T18:30:00.000Z',
    },
  });
  expect(commandOf({ ...cart, covers: 4 }, 'main', nowMs)).toMatchObject({ order: { covers: 4 } });
  expect(commandOf({ ...cart, place: ' ' }, 'main', nowMs)).toMatchObject({ order: { table_number: null } });
  expect(commandOf({ ...cart, orderId: orderId('1') }, 'main', nowMs)).toEqual({
    kind: 'order.add-items',
    restaurantId: 'main',
    orderId: '1',
    items: [item],
  });
});

test('[RNG2] what was refused is rung in anew as it was', () => {
  let made = 0;
  const newId = () => `id ${made++}`;
  const said = { modifiers: ['rare'], notes: 'hot', seat: 2, course: 1, allergens: ['nuts'] };
  for (const target of [
    empty,
    { ...empty, type: 'takeaway', place: 'Ada', phone: '0123', notes: 'soon' } as const,
    { ...empty, orderId: orderId('1') },
  ]) {
    const cart = { ...target, lines: [line('a', said), line('b')] };
    const again = cartOf(commandOf(cart, 'main', nowMs), newId);
    expect(again && commandOf(again, 'main', nowMs)).toEqual(commandOf(cart, 'main', nowMs));
    expect(again?.id).not.toBe(cart.id);
  }
  expect(
    cartOf({ kind: 'order.cancel', restaurantId: 'main', orderId: orderId('1'), reason: null } as never, newId),
  ).toBeUndefined();
});

/** What a browser keeps. */
function shelf() {
  const kept = new Map<string, string>();
  return {
    kept,
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  };
}

test('[RNG1] what is rung in outlives the page, for that person alone, and leaves nothing once it is sent', () => {
  const place = shelf();
  const first = createKeptCarts(place);
  first.show('ada');
  const cart = withLines(line('a'));
  first.put(cart);
  first.put(withChange(cart, 'a', { quantity: 3 }));
  first.show('ben');
  expect(first.store.getState()).toEqual([]);
  const second = createKeptCarts(place);
  expect(second.store.getState()).toEqual([]);
  second.show('ada');
  expect(second.store.getState().map(dishesIn)).toEqual([3]);
  second.drop(cart.id);
  expect([second.store.getState(), [...place.kept.keys()]]).toEqual([[], []]);
});

test('[RNG1] a storage that is full, locked or holds rubbish stops nobody', () => {
  const broken = () => {
    throw new Error('denied');
  };
  const carts = createKeptCarts({ getItem: broken, setItem: broken, removeItem: broken });
  carts.show('ada');
  carts.put(withLines(line('a')));
  expect(carts.store.getState()).toHaveLength(1);

  const place = shelf();
  for (const rubbish of [
    '',
    '{',
    'null',
    '[null]',
    '[{"id":"x"}]',
    '[{"id":"x","orderId":null,"type":"y","place":"","lines":[]}]',
  ]) {
    place.kept.set('kitchen-pass.carts.ada', rubbish);
    const one = createKeptCarts(place);
    one.show('ada');
    expect(one.store.getState()).toEqual([]);
  }
  const bad = JSON.stringify([{ ...withLines(line('a')), lines: [{ ...line('a'), quantity: -1 }] }]);
  place.kept.set('kitchen-pass.carts.ada', bad);
  const one = createKeptCarts(place);
  one.show('ada');
  expect(one.store.getState()).toEqual([]);
});

test('[RNG1] a cart that was sent is let go once its command is kept, answered or refused, and not before', () => {
  for (const [safe, is] of [
    [{ pending: [{ key: 'k', kept: true, answer: null }] }, true],
    [{ pending: [{ key: 'k', kept: false, answer: { atMs: 1 } }] }, true],
    [{ pending: [], sent: [{ key: 'k' }] }, true],
    [{ pending: [], notices: [{ id: 'k' }] }, true],
    [{ pending: [{ key: 'k', kept: false, answer: null }] }, false],
    [{ pending: [{ key: 'another', kept: true, answer: null }] }, false],
  ] as const) {
    const store = createStore<ScreenState>(() => firstState);
    const carts = createKeptCarts(shelf());
    carts.show('ada');
    followSent(store, carts);
    carts.put({ ...withLines(line('a')), sentAs: 'k' });
    store.setState(safe as unknown as Partial<ScreenState>);
    expect(carts.store.getState()).toHaveLength(is ? 0 : 1);
  }
});

test('[RNG1] a guest that somebody has typed is worth keeping, a table alone is not', () => {
  const begun = emptyCart('1', { orderId: null, type: 'dine_in', place: '4' });
  expect(saysNothing(begun)).toBe(true);
  expect(saysNothing({ ...begun, type: 'takeaway', place: ' ' })).toBe(true);
  expect(saysNothing({ ...begun, type: 'takeaway', place: 'Zoë' })).toBe(false);
  expect(saysNothing({ ...begun, notes: 'Birthday' })).toBe(false);
  expect(saysNothing({ ...begun, type: 'delivery', place: '', phone: '7' })).toBe(false);
});
