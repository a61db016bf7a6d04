import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Api, apiFor, signIn } from '../harness/api.ts';
import { managerOf } from '../harness/manager.ts';
import { isLive, record } from '../harness/recorder.ts';
import { parseScrape, type Scrape } from '../harness/scrape.ts';
import { adminPassword, type ServerBox, startServer } from '../harness/server-in-a-box.ts';
import { addUser } from '../harness/user.ts';

let box: ServerBox;
let api: Api;
beforeEach(async () => {
  box = await startServer();
  api = await managerOf(box);
});
afterEach(() => box.remove());

const scrape = async (from: Api = api): Promise<Scrape> => parseScrape((await from.call('GET', '/metrics')).text);

/** How much a figure grew while something was done. */
async function growth(name: string, labels: Record<string, string>, work: () => Promise<unknown>): Promise<number> {
  const before = (await scrape()).value(name, labels) ?? 0;
  await work();
  return ((await scrape()).value(name, labels) ?? 0) - before;
}

/** Waits until a figure is as wanted; what it counts may happen a moment later. */
async function until(name: string, labels: Record<string, string>, wanted: number): Promise<void> {
  await expect.poll(async () => (await scrape()).value(name, labels), { timeout: 20_000 }).toBe(wanted);
}

test('[MET1] the page is open to managers and services alone, at both of its addresses', async () => {
  expect((await fetch(`${box.url}/metrics`)).status).toBe(401);
  expect((await fetch(`${box.url}/metrics?token=${api.token}`)).status).toBe(401);
  for (const [role, status] of [
    ['service', 200],
    ['kitchen', 403],
    ['waiter', 403],
    ['display', 403],
    ['guest', 403],
  ] as const) {
    const { token } = await addUser(box, { username: role, role });
    expect([role, (await apiFor(box.url, token).call('GET', '/metrics')).status]).toEqual([role, status]);
  }
  for (const path of ['/metrics', '/metrics/', '/api/metrics', '/api/v1/metrics']) {
    const answer = await fetch(box.url + path, { headers: { authorization: `Bearer ${api.token}` } });
    expect([path, answer.status]).toEqual([path, 200]);
    expect(answer.headers.get('content-type')).toBe('text/plain; version=0.0.4; charset=utf-8');
  }
});

test('[MET1] every figure has a kind, a help text and a name with a unit', async () => {
  const { kinds, help, samples } = await scrape();
  expect(kinds.size).toBeGreaterThan(25);
  expect([...help.keys()].toSorted()).toEqual([...kinds.keys()].toSorted());
  for (const text of help.values()) expect(text.length).toBeGreaterThan(15);
  for (const [name, kind] of kinds) {
    expect([name, kind]).toEqual([name, expect.stringMatching(/^(counter|gauge|histogram)$/)]);
    expect(name).toMatch(kind === 'counter' ? /_total$/ : /^(?!.*_total$)/);
    expect(name).not.toMatch(/_(ms|millis|milliseconds|minutes|kb|mb)(_|$)/);
  }
  const named = new Set(samples.map(({ name }) => name.replace(/_(bucket|sum|count)$/, '')));
  expect([...named].filter((name) => !kinds.has(name))).toEqual([]);
});

test('[MET2] orders move the figures of commands, commits and requests', async () => {
  expect(
    await growth('kitchen_pass_commands_total', { outcome: 'stored' }, async () => {
      await Promise.all(Array.from({ length: 20 }, (_, index) => api.order({}, { 'idempotency-key': `k${index}` })));
    }),
  ).toBe(20);
  const repeated = () => api.order({}, { 'idempotency-key': 'k1' });
  expect(await growth('kitchen_pass_commands_total', { outcome: 'unchanged' }, repeated)).toBe(1);
  const reused = () => api.order({ notes: 'another' }, { 'idempotency-key': 'k1' });
  expect(await growth('kitchen_pass_commands_total', { outcome: 'refused' }, reused)).toBe(1);

  const { value } = await scrape();
  expect(value('kitchen_pass_commit_commands_sum')).toBe(22);
  expect(value('kitchen_pass_commit_seconds_count')).toBe(value('kitchen_pass_commit_commands_count'));
  expect(value('kitchen_pass_commit_seconds_sum')).toBeGreaterThan(0);
  const ordering = { method: 'POST', route: '/api/v1/orders' };
  expect(value('kitchen_pass_http_request_seconds_count', { ...ordering, status: '201' })).toBe(21);
  expect(value('kitchen_pass_http_request_seconds_count', { ...ordering, status: '422' })).toBe(1);
});

test('[MET2] screens that come and go move the connections, by transport', async () => {
  const live = record(box.url, api.token);
  await live.until(isLive);
  const sse = new AbortController();
  const headers = { authorization: `Bearer ${api.token}` };
  await fetch(`${box.url}/events/orders`, { headers, signal: sse.signal });
  await until('kitchen_pass_connections', { transport: 'websocket' }, 1);
  await until('kitchen_pass_connections', { transport: 'sse' }, 1);
  expect((await scrape()).value('kitchen_pass_pump_lag_events')).toBe(0);
  live.close();
  sse.abort();
  await until('kitchen_pass_connections', {}, 0);
});

test('[MET2] who takes no confirmation from its screen is behind, and says by how much', async () => {
  const live = record(box.url, api.token, '?acks=1');
  await live.until(isLive);
  for (let made = 0; made < 5; made++) await api.order();
  await until('kitchen_pass_pump_lag_events', {}, 5);
  live.send(JSON.stringify({ type: 'ack', seq: live.events().at(-1).seq }));
  await until('kitchen_pass_pump_lag_events', {}, 0);
  live.close();
});

test('[MET2] a screen that finds the house full is counted', async () => {
  await box.remove();
  box = await startServer({ maxConnections: 1 });
  api = await managerOf(box);
  const live = record(box.url, api.token);
  await live.until(isLive);
  expect(await growth('kitchen_pass_connections_refused_total', {}, () => record(box.url, api.token).closed)).toBe(1);
  live.close();
});

test('[MET2] work that keeps the one thread busy shows in the event-loop delay', async () => {
  const late = async () => {
    const { value } = await scrape();
    const all = value('kitchen_pass_event_loop_delay_seconds_count') ?? 0;
    return all - (value('kitchen_pass_event_loop_delay_seconds_bucket', { le: '0.25' }) ?? 0);
  };
  const before = await late();
  const untilMs = performance.now() + 600;
  while (performance.now() < untilMs);
  await expect.poll(late, { timeout: 20_000 }).toBeGreaterThan(before);
});

test('buckets only grow, end with +Inf and agree with count and sum', async () => {
  await Promise.all(Array.from({ length: 10 }, () => api.order()));
  const { kinds, samples, value } = await scrape();
  const histograms = [...kinds].filter(([, kind]) => kind === 'histogram').map(([name]) => name);
  expect(histograms.length).toBeGreaterThan(4);
  for (const name of histograms) {
    const counted = samples.filter((one) => one.name === `${name}_count`);
    for (const { labels, value: count } of counted) {
      const own = samples.filter((one) => one.name === `${name}_bucket` && sameBut(one.labels, labels));
      const grown = own.map((one) => one.value);
      expect([name, grown]).toEqual([name, grown.toSorted((a, b) => a - b)]);
      expect(own.at(-1)).toMatchObject({ labels: { le: '+Inf' }, value: count });
      const limits = own.map((one) => Number(one.labels.le?.replace('+Inf', 'Infinity')));
      expect(limits).toEqual(limits.toSorted((a, b) => a - b));
      if (count === 0) expect(value(`${name}_sum`, labels)).toBe(0);
    }
  }
});

const sameBut = ({ le: _, ...rest }: Record<string, string>, labels: Record<string, string>) =>
  JSON.stringify(rest) === JSON.stringify(labels);

test('[MET1] two servers of one process count alone', async () => {
  const other = await startServer();
  const otherApi = await signIn(other.url, adminPassword);
  await api.order();
  const [mine, theirs] = [await scrape(), await scrape(otherApi)];
  await other.remove();
  expect(mine.value('kitchen_pass_commands_total')).toBe(1);
  expect(theirs.value('kitchen_pass_commands_total')).toBe(0);
  expect((await scrape()).value('kitchen_pass_commands_total')).toBe(1);
});

test('[MET4] whatever is asked for and sent, a label holds only words from a list', async () => {
  const secret = 'Zanzibar-7421';
  const order = await api.order({ notes: secret, customer_name: secret, table_number: secret });
  const { id, order_number: number } = order.json;
  const paths = [
    `/orders/${id}`,
    `/orders/${secret}`,
    `/${secret}`,
    `/orders?cursor=${secret}`,
    `/sync/orders?token=${secret}&tab=${secret}`,
    `/assets/${secret}.js`,
  ];
  for (const path of paths) await api.call('GET', path, undefined, { 'user-agent': secret });
  for (const path of [`/${secret}`, `/assets/${secret}.js`, `/events/orders?token=${secret}`])
    await fetch(box.url + path);
  await fetch(`${box.url}/${secret}`, { method: 'PROPFIND' });
  await api.call('PATCH', `/orders/${id}/status`, { status: 'preparing' });
  const live = record(box.url, api.token, `?tab=${secret}&screen=${secret}`);
  await live.until(isLive);
  const { text, samples } = await scrape();
  live.close();
  for (const hidden of [secret, id, number, api.token, 'admin', 'Burger', box.dataDir])
    expect(text).not.toContain(hidden);

  const labels = samples.flatMap((one) => Object.entries(one.labels));
  const odd = labels.filter(([name, value]) => !allowed[name]?.test(value));
  expect(odd).toEqual([]);
});

const allowed: Readonly<Record<string, RegExp>> = {
  le: /^(\+Inf|[\d.]+)$/,
  kind: /^(major|minor|incremental|weakcb|other)$/,
  transport: /^(websocket|sse|polling|none)$/,
  outcome: /^(stored|unchanged|refused|failed)$/,
  result: /^(counted|repeated)$/,
  method: /^(GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS|any)$/,
  route: /^(unmatched|\/|\/assets\/\*|\/api\/v1(\/[a-z]+|\/:(id|item_id))+)$/,
  status: /^[1-5]\d\d$/,
};
