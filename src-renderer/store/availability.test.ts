import { expect, test } from 'vitest';
import { emptyKitchen } from '#shared/domain/apply.ts';
import { productId, restaurantId, stationId } from '#shared/domain/id.ts';
import type { Product } from '#shared/domain/product.ts';
import { untouched } from '#shared/domain/progress.ts';
import { toWireProduct } from '#shared/protocol/wire-product.ts';
import { may } from '../../src-main/server/permissions.ts';
import { epoch, liveScreen } from '../../test/harness/board-in-hand.ts';
import { answered, buildLine, buildOrder, problem } from '../../test/harness/screen-kit.ts';
import { ticketActions } from '../board/ticket-actions.ts';
import { isAvailable, mayChangeAvailability, onOrder, outDishes } from './availability.ts';
import { deliveryOf } from './delivery.ts';
import { firstState } from './screen-state.ts';

const soup: Product = {
  id: productId('soup'),
  restaurantId: restaurantId('main'),
  version: 1,
  sku: 'soup',
  name: 'Soup',
  price: 500,
  currency: 'EUR',
  category: 'Starters',
  stations: [],
  allergens: [],
  prepMinutes: null,
  photo: null,
  modifierGroups: [],
  available: true,
  out: null,
  stock: null,
  createdAtMs: 0,
  updatedAtMs: 0,
  removedAtMs: null,
};
const changed = (version: number, available: boolean): Product => ({ ...soup, version, available });

/** A kitchen with soup on its menu and no ticket. */
async function screenWithSoup() {
  const screen = await liveScreen();
  const { client, sockets } = screen;
  let seq = 7;
  const event = (product: Product) =>
    sockets.last().send({
      type: 'product_status_changed',
      seq: ++seq,
      epoch,
      restaurant_id: 'main',
      timestamp: '2026-11-21T12:00:00.000Z',
      data: {},
      product: toWireProduct(product),
    });
  event(soup);
  const out = () => outDishes(client.store.getState()).map(({ name }) => name);
  return { ...screen, event, out, actions: ticketActions(client) };
}

test('[MEN5] what is out is told without any ticket that has it, by whoever said so', async () => {
  const { event, out } = await screenWithSoup();
  expect(out()).toEqual([]);
  event(changed(2, false));
  expect(out()).toEqual(['Soup']);
  event(changed(3, true));
  expect(out()).toEqual([]);
});

test('[OPT2] a dish stays out from the tap until the kitchen shows it, also between the answer and its event', async () => {
  const { client, http, event, out, actions } = await screenWithSoup();
  actions.setAvailable(soup, false);
  expect([out(), isAvailable(client.store.getState(), soup.id)]).toEqual([['Soup'], false]);
  await http.answer(answered(200, toWireProduct(changed(2, false))));
  expect([out(), client.store.getState().pending.map(deliveryOf)]).toEqual([['Soup'], ['stored']]);
  event(changed(2, false));
  expect([out(), client.store.getState().pending]).toEqual([['Soup'], []]);
});

test('[OPT3] a refusal names the dish, and trying again takes it back', async () => {
  const { client, http, out, actions } = await screenWithSoup();
  actions.setAvailable(soup, false);
  await http.answer(problem(403, 'not_allowed', 'No.'));
  expect(out()).toEqual([]);
  const told = () => client.store.getState().notices.map(({ ticket, line }) => [ticket, line]);
  expect(told()).toEqual([['', 'Soup']]);
  actions.setAvailable(soup, false);
  expect(told()).toEqual([]);
});

test('[MEN5] of a dish is on order what nobody has cooked yet, wherever it is, and what is not called off', () => {
  const ready = { progress: [{ ...untouched(stationId('grill'), 'fallback'), status: 'ready' as const }] };
  const dish = (id: string, change: Parameters<typeof buildLine>[1] = {}) =>
    buildLine(id, { productId: soup.id, quantity: 2, ...change });
  const all = [
    buildOrder('1', { lines: [dish('a'), dish('b', ready), dish('c', { heldAtMs: 1 }), buildLine('d')] }),
    buildOrder('2', { lines: [dish('e', { voidedAtMs: 1 }), dish('f', { quantity: 5 })] }),
    buildOrder('3', { lines: [dish('g')], cancelledAtMs: 1 }),
  ];
  const kitchen = { ...emptyKitchen, orders: new Map(all.map((order) => [order.id, order])) };
  expect([...onOrder({ ...firstState, kitchen })]).toEqual([[soup.id, 9]]);
});

test('[PER1] who may do it is asked of the same roles as the server asks', () => {
  for (const role of ['manager', 'service', 'kitchen', 'waiter', 'display', 'guest'] as const) {
    const person = { userId: 'u', username: 'u', displayName: 'U', restaurantId: 'main', restaurantName: null, role };
    const session = {
      phase: 'signed-in',
      person: { ...person, passwordIsTemporary: false, deviceId: null, pairedAs: null },
    } as const;
    expect([role, mayChangeAvailability({ session })]).toEqual([role, may(role, 'menu.availability')]);
  }
});
