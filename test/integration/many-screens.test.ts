import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Api } from '../harness/api.ts';
import { managerOf } from '../harness/manager.ts';
import { isLive, type Recorder, record } from '../harness/recorder.ts';
import { screenTokens } from '../harness/screen-tokens.ts';
import { type ServerBox, startServer } from '../harness/server-in-a-box.ts';

const places = 512;
let box: ServerBox;
let api: Api;
let screens: Recorder[];

beforeEach(async () => {
  box = await startServer({ maxConnections: places });
  api = await managerOf(box);
  screens = [];
  const tokens = await screenTokens(api, places);
  for (let first = 0; first < places; first += 64) {
    // Every fourth confirms what it is sent, every other fourth confirms nothing.
    const some = Array.from({ length: 64 }, (_, index) =>
      record(box.url, tokens[first + index], queryOf(first + index)),
    );
    await Promise.all(some.map((screen) => screen.until(isLive)));
    screens.push(...some);
  }
}, 60_000);
afterEach(() => box.remove());

const queryOf = (n: number) => `?tab=screen-${String(n).padStart(4, '0')}${n % 2 ? '&acks=1' : ''}&screen=board`;

type Row = Record<'sent' | 'acked' | 'behind' | 'buffered_bytes' | 'resyncs' | 'id', number> & {
  readonly tab: string;
  readonly transport: string;
};

test('[FUL1] 512 screens are in, the next is told to wait, and there are figures for each', async () => {
  expect((await record(box.url, api.token).closed).code).toBe(4429);
  const orders = 5;
  for (let placed = 0; placed < orders; placed++) await api.order();
  await Promise.all(screens.map((screen) => screen.until(() => screen.events().length === orders)));
  screens.forEach((screen, n) => {
    if (n % 4 === 1) screen.send('{"type":"ack","seq":3}');
  });
  const rows = async () => (await api.call('GET', '/ws/orders/live/connections')).json.items as Row[];
  await expect.poll(async () => (await rows()).filter(({ acked }) => acked === 3).length).toBe(places / 4);
  const all = await rows();
  expect(all).toHaveLength(places);
  expect(new Set(all.map(({ id }) => id)).size).toBe(places);
  const byTab = new Map(all.map((row) => [row.tab, row]));
  for (let n = 0; n < places; n++) {
    const acked = n % 2 === 0 ? orders : n % 4 === 1 ? 3 : 0;
    expect(byTab.get(`screen-${String(n).padStart(4, '0')}`)).toMatchObject({
      transport: 'websocket',
      follows: 'everything',
      sent: orders,
      acked,
      behind: orders - acked,
      buffered_bytes: 0,
      resyncs: 0,
      mode: 'snapshot',
    });
  }
  expect((await api.call('GET', '/ws/orders/live/status')).json).toMatchObject({
    head: orders,
    seen: 3,
    total_connections: places,
    by_transport: { websocket: places, sse: 0, polling: 0 },
    most_behind: orders,
    refused_since_start: 1,
    too_slow_since_start: 0,
  });
  expect((await api.call('GET', '/ws/health')).json).toMatchObject({ total_connections: places, active_channels: 1 });
  screens[0]?.close();
  await screens[0]?.closed;
  await record(box.url, api.token).until(isLive);
  expect((await api.call('GET', '/ws/health')).json.total_connections).toBe(places);
});
