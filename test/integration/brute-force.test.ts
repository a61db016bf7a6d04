import { afterEach, expect, test } from 'vitest';
import { apiFor, signIn } from '../harness/api.ts';
import { type AtAddress, atAddress, crowdOf } from '../harness/from-address.ts';
import { managerOf } from '../harness/manager.ts';
import { pairDevice } from '../harness/paired-device.ts';
import { scale } from '../harness/scale.ts';
import { type ServerBox, startServer } from '../harness/server-in-a-box.ts';

let box: ServerBox;
let crowd: readonly AtAddress[] = [];
afterEach(async () => {
  for (const one of crowd) one.close();
  await box?.remove();
});

const guesses = scale({ short: 1000, long: 10_000 });

/** All of them at once, each one guess after the other; answers how often each status came. */
async function guess(path: string, body: (n: number) => unknown): Promise<ReadonlyMap<number, number>> {
  const seen = new Map<number, number>();
  let n = 0;
  const goOn = async (one: AtAddress) => {
    while (n < guesses) {
      const { status } = await one.post(path, body(n++));
      seen.set(status, (seen.get(status) ?? 0) + 1);
    }
  };
  await Promise.all(crowd.map(goOn));
  return seen;
}

const sum = (counts: Iterable<number>) => [...counts].reduce((all, count) => all + count, 0);

/** One login, on a connection of its own. */
async function once(from: AtAddress, credentials: object) {
  const answer = await from.post('/auth/login', credentials);
  from.close();
  return answer;
}

test('[TRY1] [TRY2] passwords guessed from 250 addresses: few are tried, and whoever belongs here comes in meanwhile', async () => {
  box = await startServer();
  const manager = await managerOf(box);
  const person = { username: 'ann', display_name: 'Ann', role: 'waiter', password: 'her own password', pin: '4711' };
  const { id } = (await manager.call('POST', '/users', person)).json;
  const { token } = await pairDevice(manager, 'waiter', 'Bar');
  const soup = (await manager.call('POST', '/products', { name: 'Soup', sku: 'soup', price: 5, category: 'Starters' }))
    .json;
  const phone = () => atAddress(box.url, '127.0.8.1');
  const byPassword = { username: 'ann', password: person.password };
  expect((await once(phone(), byPassword)).status).toBe(200);
  await box.stop();
  box = await startServer({ dataDir: box.dataDir });

  const tablet = apiFor(box.url, token);
  const order = () => tablet.order({ items: [{ menu_item_id: soup.id, quantity: 1 }] });
  crowd = crowdOf(box.url);
  const startedMs = Date.now();
  const guessing = guess('/auth/login', (n) => ({ username: 'admin', password: `guess ${n}` }));

  expect((await order()).status).toBe(201);
  const byPin = await tablet.call('POST', '/auth/pin', { user_id: id, pin: person.pin });
  expect(byPin.status).toBe(200);
  // Where she has signed in before, also before a restart, she is not one of the crowd.
  expect((await once(phone(), byPassword)).status).toBe(200);
  const seen = await guessing;

  expect(sum(seen.values())).toBe(guesses);
  expect([...seen.keys()].filter((status) => ![401, 429, 503].includes(status))).toEqual([]);
  // Sixty at first, and one more each second, however many addresses there are.
  expect(seen.get(401) ?? 0).toBeLessThanOrEqual(60 + (Date.now() - startedMs) / 1000 + 1);
  expect(seen.get(401) ?? 0).toBeGreaterThan(0);
  expect((await order()).status).toBe(201);
  expect((await tablet.call('POST', '/auth/pin', { user_id: id, pin: person.pin })).status).toBe(200);
  // Nor is anybody at the kitchen's computer itself.
  expect((await signIn(box.url, box.password)).token).not.toBe('');
});

test('[PAI1] [TRY1] secrets guessed from 250 addresses pair nothing; the right one still does, and paired tablets go on', async () => {
  box = await startServer();
  const manager = await managerOf(box);
  const tablet = await pairDevice(manager, 'kitchen', 'Grill');
  const { secret } = (await manager.call('POST', '/pair/window', { role: 'waiter' })).json;
  crowd = crowdOf(box.url);
  const guessing = guess('/pair/claim', (n) => ({ secret: `guess number ${n} in base64`, name: 'Stranger' }));
  expect((await tablet.api.call('GET', '/orders')).status).toBe(200);
  const seen = await guessing;

  expect(sum(seen.values())).toBe(guesses);
  expect([...seen.keys()].filter((status) => ![403, 429].includes(status))).toEqual([]);
  expect((await tablet.api.call('GET', '/orders')).status).toBe(200);
  expect((await manager.call('GET', '/devices')).json.items).toHaveLength(1);
  // There is another one by now, and a camera may have read the first.
  expect((await manager.call('GET', '/pair/window')).json).toMatchObject({
    open: true,
    secret: expect.not.stringMatching(secret),
  });
  const late = atAddress(box.url, '127.0.9.7');
  const paired = await late.post('/pair/claim', { secret, name: 'Bar' });
  late.close();
  expect(paired.status).toBe(200);
  expect((await apiFor(box.url, paired.json.access_token).call('GET', '/orders')).status).toBe(200);
});

test('[PAI1] codes asked for from 250 addresses fill the list and no more, and pair nothing without a tap of the manager', async () => {
  box = await startServer();
  const manager = await managerOf(box);
  const tablet = await pairDevice(manager, 'kitchen', 'Grill');
  const { secret } = (await manager.call('POST', '/pair/window', { role: 'waiter' })).json;
  crowd = crowdOf(box.url);
  const seen = await guess('/pair/requests', (n) => ({ name: `Stranger ${n}` }));

  expect(sum(seen.values())).toBe(guesses);
  expect([...seen.keys()].filter((status) => ![201, 429, 503].includes(status))).toEqual([]);
  expect((await manager.call('GET', '/pair/requests')).json.items.length).toBeLessThanOrEqual(20);
  expect((await manager.call('GET', '/devices')).json.items).toHaveLength(1);
  expect((await tablet.api.call('GET', '/orders')).status).toBe(200);
  expect((await apiFor(box.url, '').call('POST', '/pair/claim', { secret, name: 'Bar' })).status).toBe(200);
});
