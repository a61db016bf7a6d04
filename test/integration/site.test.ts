import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Api } from '../harness/api.ts';
import { managerOf } from '../harness/manager.ts';
import { type ServerBox, startServer } from '../harness/server-in-a-box.ts';
import { openSmallKitchen, stations, type Taken } from '../harness/small-kitchen.ts';

let box: ServerBox;
let api: Api;

beforeAll(async () => {
  box = await startServer();
  api = await managerOf(box);
});
afterAll(() => box.remove());

test('[RTE5] a new kitchen has one station; it is changed as a whole, at the version that was seen', async () => {
  const first = await api.call('GET', '/stations');
  expect(first.json).toMatchObject({ version: 0, items: [{ id: 'kitchen', kind: 'prep' }] });
  const put = (items: object, version: string) => api.call('PUT', '/stations', { items }, { 'if-match': version });
  const set = await put(stations, '"0"');
  expect([set.status, set.json.version, set.json.items.length]).toEqual([200, 1, 4]);
  expect((await put(stations, '"0"')).status).toBe(412);
  expect((await put(stations, '"1"')).json.version).toBe(1);
});

test.each([
  ['nobody who cooks', [{ id: 'pass', name: 'Pass', kind: 'expo' }]],
  [
    'two of the same id',
    [
      { id: 'a', name: 'A' },
      { id: 'a', name: 'B' },
    ],
  ],
  [
    'a circle',
    [
      { id: 'a', name: 'A', next: 'b' },
      { id: 'b', name: 'B', next: 'a' },
    ],
  ],
  ['itself', [{ id: 'a', name: 'A', next: 'a' }]],
  ['handing on to nobody', [{ id: 'a', name: 'A', next: 'b' }]],
  ['an id with blanks', [{ id: 'a b', name: 'A' }]],
  ['no name', [{ id: 'a', name: ' ' }]],
])('[RTE3] [INP3] stations with %s are refused', async (_what, items) => {
  const before = (await api.call('GET', '/stations')).json;
  expect((await api.call('PUT', '/stations', { items })).json.code).toBe('invalid');
  expect((await api.call('GET', '/stations')).json).toEqual(before);
});

test('[RTE3] make, then finish: the second station begins when the first is done', async () => {
  const kitchen = await openSmallKitchen(api);
  const items = stations.map((station) => (station.id === 'grill' ? { ...station, next: 'bar' } : station));
  await api.call('PUT', '/stations', { items });
  const order = await kitchen.order(['burger']);
  expect(order.items[0].progress.map((part: Taken) => [part.station, part.after])).toEqual([
    ['grill', []],
    ['bar', ['grill']],
  ]);
  const early = await api.call('POST', `/orders/${order.id}/bump`, { station: 'bar' });
  expect(early.json.version).toBe(1);
  await api.call('POST', `/orders/${order.id}/bump`, { station: 'grill' });
  const done = await api.call('POST', `/orders/${order.id}/bump`, { station: 'bar' });
  expect(done.json.order_status).toBe('ready');
});

test('settings are changed one by one, checked, and told to all screens', async () => {
  const patch = (change: object) => api.call('PATCH', '/settings', change);
  expect((await api.call('GET', '/settings')).json).toMatchObject({ version: 0, warn_minutes: 5, late_minutes: 8 });
  expect((await patch({ warn_minutes: 8, late_minutes: 12 })).json).toMatchObject({ version: 1, warn_minutes: 8 });
  expect((await patch({ warn_minutes: 13 })).json.code).toBe('invalid');
  expect((await patch({ firing: 'sometimes' })).status).toBe(400);
  expect((await patch({ colour: 'pink' })).status).toBe(400);
  expect((await patch({ auto_bump_minutes: 30 })).json.auto_bump_minutes).toBe(30);
  expect((await patch({ auto_bump_minutes: null })).json.auto_bump_minutes).toBeNull();
  const { json } = await api.call('GET', '/sync/orders');
  expect(json.entities.settings).toMatchObject({ version: 3, late_minutes: 12 });
  expect(json.entities.stations.items.length).toBeGreaterThan(0);
});

test('[STA1] stations and settings are there after a restart', async () => {
  const was = [(await api.call('GET', '/stations')).json, (await api.call('GET', '/settings')).json];
  await box.stop();
  box = await startServer({ dataDir: box.dataDir });
  api = await managerOf(box);
  expect([(await api.call('GET', '/stations')).json, (await api.call('GET', '/settings')).json]).toEqual(was);
});
