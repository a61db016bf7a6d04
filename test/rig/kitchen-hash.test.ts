import { expect, test } from 'vitest';
import { emptyKitchen, type Kitchen } from '#shared/domain/apply.ts';
import { stationsOf, withExpo, withoutExpo } from '../harness/kitchen-world.ts';
import { buildOrder } from '../harness/screen-kit.ts';
import { hashOfKitchen } from './kitchen-hash.ts';

const order = buildOrder('1');
const kitchen: Kitchen = { ...emptyKitchen, stations: stationsOf(withExpo), orders: new Map([[order.id, order]]) };
const settings = { ...kitchen.settings, lateMinutes: kitchen.settings.lateMinutes + 1 };

test.each([
  ['an order', { orders: new Map([[order.id, { ...order, notes: 'no salt' }]]) }],
  ['its absence', { orders: new Map() }],
  ['the stations', { stations: stationsOf(withoutExpo) }],
  ['the settings', { settings }],
])('[NET4] two screens that differ in %s have two words for it', (_what, change) => {
  expect(hashOfKitchen({ ...kitchen, ...change })).not.toBe(hashOfKitchen(kitchen));
  expect(hashOfKitchen({ ...kitchen })).toBe(hashOfKitchen(kitchen));
});
