import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Api, apiFor, burger, signIn } from '../harness/api.ts';
import { managerOf } from '../harness/manager.ts';
import { isLive, record } from '../harness/recorder.ts';
import { screenTokens } from '../harness/screen-tokens.ts';
import { adminPassword, type ServerBox, startServer } from '../harness/server-in-a-box.ts';

let box: ServerBox;
let api: Api;

beforeEach(async () => {
  box = await startServer();
  api = await managerOf(box);
});
afterEach(() => box.remove());

const types = (frames: readonly { type: string }[]) => frames.map((frame) => frame.type);

test('[ATT2] [SNP2] a new screen gets what is open, then live, then every event', async () => {
  const open = (await api.order({ notes: 'open' })).json;
  const closed = (await api.order()).json;
  await api.call('PATCH', `/orders/${closed.id}/status`, { status: 'completed' });
  await api.call('POST', '/products', { sku: 's', name: 'Soup', price: 4, category: 'c' });

  const live = record(box.url, api.token);
  await live.until(isLive);
  expect(types(live.frames)).toEqual(['connection_established', 'snapshot', 'snapshot', 'live']);
  expect(live.frames[0]).toMatchObject({ restaurant_id: 'main', head: 4, mode: 'snapshot', heartbeat_ms: 5000 });
  expect(live.frames.flatMap((frame) => frame.orders ?? [])).toEqual([open]);
  expect(live.frames.flatMap((frame) => frame.products ?? [])).toMatchObject([{ sku: 's', price: 4 }]);
  expect(live.frames[1]).not.toHaveProperty('seq');

  const bumped = (await api.call('PATCH', `/orders/${open.id}/status`, { status: 'ready' })).json;
  const event = await live.until((frame) => frame.seq === 5 && frame.type !== 'live');
  expect(event).toEqual({
    seq: 5,
    epoch: live.frames[0].epoch,
    type: 'order_status_changed',
    restaurant_id: 'main',
    timestamp: bumped.updated_at,
    data: {
      order_id: open.id,
      old_status: 'pending',
      new_status: 'ready',
      item_id: open.items[0].id,
      old_item_status: 'pending',
      new_item_status: 'ready',
    },
    order: bumped,
  });
  live.close();
});

test('[ATT2] a screen that was away gets what it missed, and only that', async () => {
  await api.order();
  const first = record(box.url, api.token);
  const { cursor } = await first.until(isLive);
  first.close();
  await first.closed;
  const missed = [(await api.order()).json, (await api.order()).json];

  for (const batch of ['', '&batch=1']) {
    const back = record(box.url, api.token, `?last_event_id=${cursor}${batch}`);
    const live = await back.until(isLive);
    expect(back.frames[0].mode).toBe('replay');
    expect(back.events().map((event) => event.order)).toEqual(missed);
    expect(back.events().map((event) => event.seq)).toEqual([2, 3]);
    expect(live.seq).toBe(3);
    back.close();
  }
});

test('[EVT3] [ATT2] a cursor of an earlier start, of the future, or of nobody gets a snapshot', async () => {
  await api.order();
  const first = record(box.url, api.token);
  const { cursor, epoch } = await first.until(isLive);
  first.close();
  for (const wrong of [`${epoch}.9`, `0123456789abcdef.1`, 'nonsense', '%00', `${epoch}.-1`]) {
    const back = record(box.url, api.token, `?last_event_id=${wrong}`);
    await back.until(isLive);
    expect(back.frames[0].mode).toBe('snapshot');
    back.close();
  }
  await box.stop();
  box = await startServer({ dataDir: box.dataDir });
  const again = record(box.url, (await managerOf(box)).token, `?last_event_id=${cursor}`);
  await again.until(isLive);
  expect(again.frames[0]).toMatchObject({ mode: 'snapshot', head: 1 });
  expect(again.frames[0].epoch).not.toBe(epoch);
  again.close();
});

test('[ATT2] more than 500 events behind is a snapshot, 500 are replayed', async () => {
  const start = record(box.url, api.token);
  const { epoch } = await start.until(isLive);
  start.close();
  for (let sent = 0; sent < 501; sent += 50) {
    await Promise.all(Array.from({ length: Math.min(50, 501 - sent) }, () => api.order()));
  }
  const modes = await Promise.all(
    [0, 1].map(async (seq) => {
      const back = record(box.url, api.token, `?last_event_id=${epoch}.${seq}&batch=1`);
      await back.until(isLive);
      back.close();
      return [back.frames[0].mode, back.events().length];
    }),
  );
  expect(modes).toEqual([
    ['snapshot', 0],
    ['replay', 500],
  ]);
});

test('[SNP1] a large kitchen comes in parts of at most 32 kB', async () => {
  const items = Array.from({ length: 10 }, () => ({ ...burger, notes: 'n'.repeat(500) }));
  for (let i = 0; i < 12; i++) await api.order({ items });
  const live = record(box.url, api.token);
  await live.until(isLive);
  const parts = live.frames.filter((frame) => frame.type === 'snapshot');
  expect(parts.length).toBeGreaterThan(2);
  expect(parts.map((part) => part.part)).toEqual(parts.map((_, index) => index + 1));
  expect(new Set(parts.map((part) => part.parts))).toEqual(new Set([parts.length]));
  expect(parts.flatMap((part) => part.orders)).toHaveLength(12);
  for (const part of parts) expect(JSON.stringify(part).length).toBeLessThan(33_000);
  live.close();
});

test('[ATT1] events that are committed while screens attach reach each of them exactly once', async () => {
  const tokens = await screenTokens(api, 30);
  const placing = (async () => {
    for (let i = 0; i < 60; i++) await api.order();
  })();
  const screens = [];
  for (const [i, token] of tokens.entries()) {
    const screen = record(box.url, token, i % 2 ? '?batch=1' : '');
    screens.push(screen);
    await screen.until((frame) => frame.type === 'connection_established');
  }
  await placing;
  for (const screen of screens) {
    const live = await screen.until(isLive);
    if (live.seq < 60) await screen.until((frame) => (frame.to ?? frame.seq) === 60 && frame.type !== 'live');
    const snapshot = screen.frames.flatMap((frame) => frame.orders ?? []).map((order) => order.id);
    const seqs = screen.events().map((event) => event.seq);
    expect(seqs).toEqual(Array.from({ length: 60 - live.seq }, (_, index) => live.seq + 1 + index));
    expect(new Set([...snapshot, ...screen.events().map((event) => event.order.id)]).size).toBe(60);
    screen.close();
  }
});

test('[CLO1] [PER2] [ORG1] who may not follow is told why', async () => {
  expect((await record(box.url, undefined).closed).code).toBe(4001);
  expect((await record(box.url, 'not-a-token').closed).code).toBe(4001);
  expect((await record(box.url, api.token, '', { origin: 'http://elsewhere.example' }).closed).code).toBe(1006);
  expect((await record(box.url, undefined, `?token=${api.token}`).until(isLive)).seq).toBe(0);
  expect(box.logged.join('\n')).not.toContain(api.token);

  const strange = record(box.url, api.token);
  await strange.until(isLive);
  strange.send('{"type":"something_new"}');
  strange.send('{"type":"ping"}');
  await strange.until((frame) => frame.type === 'heartbeat');
  strange.send('not json');
  expect((await strange.closed).code).toBe(4000);

  const large = record(box.url, api.token);
  await large.until(isLive);
  large.send('x'.repeat(65 * 1024));
  expect((await large.closed).code).toBe(1009);
});

test('[CLO1] a stopping server says goodbye with a time to come back', async () => {
  const live = record(box.url, api.token);
  await live.until(isLive);
  await box.stop();
  expect((await live.closed).code).toBe(1012);
  expect(live.frames.at(-1)).toMatchObject({ type: 'bye', code: 1012 });
});

test('[AUT2] signing out ends the session for calls, new streams and open streams', { timeout: 15_000 }, async () => {
  const open = record(box.url, api.token);
  await open.until(isLive);
  expect((await api.call('POST', '/auth/logout')).status).toBe(204);
  expect((await api.call('GET', '/orders')).status).toBe(401);
  expect((await record(box.url, api.token).closed).code).toBe(4001);
  expect((await open.closed).code).toBe(4001);
});

test('more screens than the limit are refused, and those that are there go on', async () => {
  const small = await startServer({ maxConnections: 2 });
  const { token } = await signIn(small.url, adminPassword);
  const screens = [record(small.url, token), record(small.url, token)];
  for (const screen of screens) await screen.until(isLive);
  expect((await record(small.url, token).closed).code).toBe(4429);
  await apiFor(small.url, token).order();
  for (const screen of screens) await screen.until((frame) => frame.type === 'order_created');
  screens[0]?.close();
  await screens[0]?.closed;
  await record(small.url, token).until(isLive);
  await small.remove();
});

test('[TAB1] in a full house a page takes the place of its own older connection, and of no other', async () => {
  const small = await startServer({ maxConnections: 2 });
  const { token } = await signIn(small.url, adminPassword);
  const tabs = ['a', 'b'].map((letter) => `?tab=${letter.repeat(16)}`);
  for (const tab of tabs) await record(small.url, token, tab).until(isLive);
  expect((await record(small.url, token, `?tab=${'c'.repeat(16)}`).closed).code).toBe(4429);
  for (let round = 0; round < 20; round++) {
    const back = tabs.map((tab) => record(small.url, token, tab));
    for (const screen of back) await screen.until(isLive);
  }
  await small.remove();
});

test('[TAB1] a stranger who knows the name of a page gets no place by it', async () => {
  const small = await startServer({ maxConnections: 1 });
  const { token } = await signIn(small.url, adminPassword);
  const screen = record(small.url, token, `?tab=${'a'.repeat(16)}`);
  await screen.until(isLive);
  expect((await record(small.url, undefined, `?tab=${'a'.repeat(16)}`).closed).code).toBe(4001);
  await apiFor(small.url, token).order();
  await screen.until((frame) => frame.type === 'order_created');
  await small.remove();
});

test('sockets that nobody signed in on take no place from a screen', async () => {
  const small = await startServer({ maxConnections: 2 });
  const { token } = await signIn(small.url, adminPassword);
  const strangers = Array.from({ length: 20 }, () => record(small.url, undefined));
  const screens = [record(small.url, token), record(small.url, token)];
  for (const screen of screens) await screen.until(isLive);
  expect((await Promise.all(strangers.map((one) => one.closed))).every(({ code }) => code === 4001)).toBe(true);
  await small.remove();
});

test('[AUT4] a token that was given on purpose counts before a cookie', async () => {
  const live = record(box.url, undefined, `?token=${api.token}`, { cookie: 'kitchen_pass_session=stale' });
  await live.until(isLive);
  live.close();
});
