import { afterEach, beforeEach, expect, test } from 'vitest';
import { createMetrics } from '../../src-main/server/metrics/metrics.ts';
import { restaurantId } from '../../src-shared/domain/id.ts';
import type { ScreenCounts, ScreenReport, Transport } from '../../src-shared/protocol/screen-report.ts';
import { type Api, apiFor } from '../harness/api.ts';
import { managerOf } from '../harness/manager.ts';
import { parseScrape, type Scrape } from '../harness/scrape.ts';
import { type ServerBox, startServer } from '../harness/server-in-a-box.ts';
import { addUser } from '../harness/user.ts';

let box: ServerBox;
let api: Api;
beforeEach(async () => {
  box = await startServer();
  api = await managerOf(box);
});
afterEach(() => box.remove());

const none: ScreenCounts = {
  events_due: 0,
  events_shown: 0,
  events_lost: 0,
  duplicates_dropped: 0,
  stalls: 0,
  resets: 0,
  errors_shown: 0,
  commands_made: 0,
  commands_refused: 0,
  reconnects_ms: [],
};
const report = (n: number, counts: Partial<ScreenCounts> = {}, tab = 'tab-0001') => ({
  tab,
  n,
  transport: 'websocket',
  counts: { ...none, ...counts },
});
/** Said by a page that follows, inside the server. */
const told = (n: number, tab: string, transport: Transport | null, away = false): ScreenReport => ({
  ...report(n, {}, tab),
  transport,
  away,
});
const by = (userId: string, jti = 'good') => ({ userId, jti, restaurantId: restaurantId('main') });
const alone = {
  streamsNow: () => ({ followers: [], refused: 0, slow: 0 }),
  headOf: () => 0,
  isGood: () => true,
};
const send = async (body: unknown, from: Api = api) => (await from.call('POST', '/screens/report', body)).status;
const scrape = async (): Promise<Scrape> => parseScrape((await api.call('GET', '/metrics')).text);

test('[MET3] every count of a report is added to its figure', async () => {
  const counts = { ...none };
  const sums = Object.keys(none).filter((key) => key !== 'reconnects_ms') as Exclude<
    keyof ScreenCounts,
    'reconnects_ms'
  >[];
  for (const [index, sum] of sums.entries()) counts[sum] = index + 1;
  expect(await send(report(1, { ...counts, reconnects_ms: [120, 800, 40_000] }))).toBe(204);
  expect(await send(report(2, { events_due: 100 }))).toBe(204);
  const { value } = await scrape();
  const figures = sums.map((sum) => value(`kitchen_pass_screen_${sum}_total`));
  expect(figures).toEqual([101, 2, 3, 4, 5, 6, 7, 8, 9]);
  expect(value('kitchen_pass_screen_reconnect_seconds_count')).toBe(3);
  expect(value('kitchen_pass_screen_reconnect_seconds_sum')).toBeCloseTo(40.92);
  expect(value('kitchen_pass_screen_reconnect_seconds_bucket', { le: '1' })).toBe(2);
});

test('[MET3] a repeat is thanked and not counted again', async () => {
  for (const n of [1, 1, 2, 2, 1, 2]) expect(await send(report(n, { events_due: 10, reconnects_ms: [5] }))).toBe(204);
  const { value } = await scrape();
  expect(value('kitchen_pass_screen_events_due_total')).toBe(20);
  expect(value('kitchen_pass_screen_reconnect_seconds_count')).toBe(2);
  expect(value('kitchen_pass_screen_reports_total', { result: 'counted' })).toBe(2);
  expect(value('kitchen_pass_screen_reports_total', { result: 'repeated' })).toBe(4);
});

test('[MET3] reports that overtake each other are counted once each; one too old to know is not counted', async () => {
  const due = async () => (await scrape()).value('kitchen_pass_screen_events_due_total');
  for (const n of [2, 1, 2, 1, 5, 3, 4, 3]) await send(report(n, { events_due: 1 }));
  expect(await due()).toBe(5);
  for (const n of [1_000_000, 999_999, 999_999, 6]) await send(report(n, { events_due: 1 }));
  expect(await due()).toBe(7);
  for (const n of [50, 49]) await send(report(n, { events_due: 1 }, 'tab-from-before-a-restart'));
  expect(await due()).toBe(8);
});

test('[MET3] another page and another person with the same page name count for themselves', async () => {
  const cook = await addUser(box, { username: 'cook', role: 'kitchen' });
  await send(report(1, { events_due: 1 }));
  await send(report(1, { events_due: 1 }, 'tab-0002'));
  await send(report(1, { events_due: 1 }), cook);
  expect((await scrape()).value('kitchen_pass_screen_events_due_total')).toBe(3);
});

test('[MET3] who may not follow may not report, and without a credential nobody may', async () => {
  const display = await addUser(box, { username: 'display', role: 'display' });
  expect(await send(report(1), display)).toBe(403);
  expect(await send(report(1), apiFor(box.url, ''))).toBe(401);
  expect((await scrape()).value('kitchen_pass_screen_reports_total')).toBe(0);
});

test.each([
  ['tab', { ...report(1), tab: 'a b' }],
  ['n', { ...report(1), n: 0 }],
  ['transport', { ...report(1), transport: 'pigeon' }],
  ['counts.events_due', report(1, { events_due: -1 })],
  ['counts.events_lost', report(1, { events_lost: 1.5 })],
  ['counts.reconnects_ms[1]', report(1, { reconnects_ms: [1, 86_400_001] })],
  ['counts.guest', { ...report(1), counts: { ...none, guest: 'Ann' } }],
  ['name', { ...report(1), name: 'Ann' }],
])('[INP3] a report with a wrong %s is refused by its path and counts nothing', async (path, body) => {
  const answer = await api.call('POST', '/screens/report', body);
  expect([answer.status, answer.json.code]).toEqual([400, 'invalid']);
  expect(answer.json.errors.map((error: { path: string }) => error.path)).toEqual([path]);
  expect((await scrape()).value('kitchen_pass_screen_reports_total')).toBe(0);
});

test('[MET4] nothing of a report is logged, and its page has no name in the figures', async () => {
  await send(report(1, { events_lost: 7654321 % 1_000_000 }, 'tab-of-somebody'));
  await send({ ...report(2, {}, 'tab-of-somebody'), transport: 'wrong' });
  expect(box.logged.join('')).not.toMatch(/tab-of-somebody|654321/);
  expect((await scrape()).text).not.toContain('tab-of-somebody');
});

test('[MET3] screens are shown by the transport they named last, for three minutes', async () => {
  const clock = { ms: 1_800_000_000_000, nowMs: () => clock.ms };
  const metrics = createMetrics({ ...alone, clock });
  const screens = async () => {
    const { samples } = parseScrape((await metrics.page()).text);
    const shown = samples.filter(({ name }) => name === 'kitchen_pass_screens');
    return Object.fromEntries(shown.map(({ labels, value }) => [labels.transport, value]));
  };
  metrics.screens.take(by('a'), told(1, 'one', 'websocket'));
  metrics.screens.take(by('a'), told(1, 'two', 'websocket'));
  clock.ms += 60_000;
  metrics.screens.take(by('a'), told(2, 'two', 'polling'));
  metrics.screens.take(by('b'), told(1, 'one', null));
  expect(await screens()).toEqual({ websocket: 1, sse: 0, polling: 1, none: 1 });
  clock.ms += 130_000;
  expect(await screens()).toEqual({ websocket: 0, sse: 0, polling: 1, none: 1 });
  clock.ms += 60_000;
  expect(await screens()).toEqual({ websocket: 0, sse: 0, polling: 0, none: 0 });
  metrics.stop();
});

test('[MET3] only the newest 2,000 pages are remembered, so that reloading for a year costs nothing', async () => {
  const metrics = createMetrics({ ...alone, clock: { nowMs: () => 1_800_000_000_000 } });
  const take = (tab: number) =>
    metrics.screens.take(by('a'), { ...told(1, `tab-${tab}`, 'sse'), counts: { ...none, events_due: 1 } });
  for (let tab = 0; tab < 5000; tab++) take(tab);
  for (let tab = 3000; tab < 5000; tab++) take(tab);
  const page = parseScrape((await metrics.page()).text);
  metrics.stop();
  expect(page.value('kitchen_pass_screens')).toBe(2000);
  expect(page.value('kitchen_pass_screen_events_due_total')).toBe(5000);
});

test('[CNT3] what is stored while a screen is dark is owed to it until it is back, has left, or is given up', async () => {
  const clock = { ms: 1_800_000_000_000, nowMs: () => clock.ms };
  let head = 100;
  const metrics = createMetrics({ ...alone, clock, headOf: () => head, isGood: (jti) => jti === 'good' });
  const cutOff = async () => {
    const { value } = parseScrape((await metrics.page()).text);
    return [value('kitchen_pass_screens_cut_off'), value('kitchen_pass_screen_events_owed')];
  };
  const minutes = (count: number) => {
    clock.ms += count * 60_000;
    head += count * 10;
  };
  metrics.screens.take(by('a'), told(1, 'dark', 'websocket'));
  metrics.screens.take(by('a'), told(1, 'left', 'websocket'));
  metrics.screens.take(by('a', 'signed out'), told(1, 'ended', 'websocket'));
  metrics.screens.take(by('b'), told(1, 'well', 'sse'));
  minutes(1);
  metrics.screens.take(by('a'), told(2, 'left', null, true));
  metrics.screens.take(by('b'), told(2, 'well', 'sse'));
  metrics.screens.take(by('b'), told(1, 'no link', 'websocket'));
  expect(await cutOff()).toEqual([0, 0]);
  minutes(2);
  metrics.screens.take(by('b'), told(2, 'no link', null));
  expect(await cutOff()).toEqual([1, 20]);
  minutes(1);
  metrics.screens.take(by('b'), told(3, 'well', 'sse'));
  metrics.screens.take(by('b'), told(3, 'no link', null));
  expect(await cutOff()).toEqual([2, 40 + 30]);
  metrics.screens.take(by('b'), told(4, 'no link', 'polling'));
  expect(await cutOff()).toEqual([1, 40]);
  minutes(11);
  for (const tab of ['well', 'no link']) metrics.screens.take(by('b'), told(9, tab, 'sse'));
  expect(await cutOff()).toEqual([1, 150]);
  metrics.screens.take(by('b'), told(2, 'unknown', null));
  clock.ms += 1;
  expect(await cutOff()).toEqual([1, 0]);
  metrics.stop();
});
