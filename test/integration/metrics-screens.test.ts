import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { SendHttp } from '../../src-renderer/link/http.ts';
import type { ConnectionEvents, OpenConnection } from '../../src-renderer/link/transport.ts';
import type { ScreenClient } from '../../src-renderer/store/screen-client.ts';
import type { Api } from '../harness/api.ts';
import { managerOf } from '../harness/manager.ts';
import { createNodeBoard, type NodeBoardOptions, nodeTimers } from '../harness/node-transports.ts';
import { parseScrape, type Scrape } from '../harness/scrape.ts';
import { type ServerBox, startServer } from '../harness/server-in-a-box.ts';

/** The real screen without its picture, and what the real server counts of it. */
let box: ServerBox;
let api: Api;
let board: ScreenClient | undefined;
beforeEach(async () => {
  box = await startServer();
  api = await managerOf(box);
});
afterEach(async () => {
  vi.useRealTimers();
  board?.signedOut();
  await box.remove();
});

const scrape = async (): Promise<Scrape> => parseScrape((await api.call('GET', '/metrics')).text);
const figure = async (name: string) => (await scrape()).value(`kitchen_pass_screen_${name}`);

async function openBoard(options: NodeBoardOptions = {}): Promise<ScreenClient> {
  board = createNodeBoard(api, options);
  board.open();
  await expect.poll(() => board?.store.getState().link.phase, { timeout: 20_000 }).toBe('live');
  return board;
}

const shows = (screen: ScreenClient, orders: number) =>
  expect.poll(() => screen.store.getState().kitchen?.orders.size, { timeout: 20_000 }).toBe(orders);

test('[MET3] a screen that shows all that comes has a completion of one', async () => {
  await api.order();
  const screen = await openBoard();
  for (let made = 0; made < 10; made++) await api.order();
  await shows(screen, 11);
  screen.leave();
  await expect.poll(() => figure('reports_total'), { timeout: 20_000 }).toBe(1);
  const { value } = await scrape();
  expect(value('kitchen_pass_screen_events_due_total')).toBe(10);
  expect(value('kitchen_pass_screen_events_shown_total')).toBe(10);
  expect(value('kitchen_pass_screen_events_lost_total')).toBe(0);
  expect(value('kitchen_pass_screens', { transport: 'websocket' })).toBe(1);
  expect(value('kitchen_pass_connections', { transport: 'websocket' })).toBe(1);
});

test('[MET3] a screen that was cut off says for how long, and that it shows all that came meanwhile', async () => {
  let cut: () => void = () => undefined;
  const wrap =
    (open: OpenConnection): OpenConnection =>
    (transport, cursor, events: ConnectionEvents) => {
      const connection = open(transport, cursor, events);
      cut = () => {
        connection.close();
        events.closed(1006);
      };
      return connection;
    };
  const screen = await openBoard({ wrap });
  cut();
  await api.order();
  await shows(screen, 1);
  screen.leave();
  await expect.poll(() => figure('reconnect_seconds_count'), { timeout: 20_000 }).toBe(1);
  expect(await figure('reconnect_seconds_sum')).toBeGreaterThan(0);
  expect([await figure('events_due_total'), await figure('events_shown_total')]).toEqual([1, 1]);
});

test('[MET3] a report whose answer was lost comes again and is counted once', async () => {
  let lost = 0;
  const wrapHttp =
    (http: SendHttp): SendHttp =>
    async (request) => {
      const answer = await http(request);
      if (request.path !== '/screens/report' || lost > 0) return answer;
      lost++;
      return { kind: 'unreachable' };
    };
  const screen = await openBoard({ wrapHttp });
  await api.order();
  await shows(screen, 1);
  screen.leave();
  await expect.poll(() => lost, { timeout: 20_000 }).toBe(1);
  await api.order();
  await shows(screen, 2);
  screen.leave();
  const reports = async (result: string) => (await scrape()).value('kitchen_pass_screen_reports_total', { result });
  await expect.poll(() => reports('repeated'), { timeout: 20_000 }).toBe(1);
  await expect.poll(() => reports('counted'), { timeout: 20_000 }).toBe(2);
  expect([await figure('events_due_total'), await figure('events_shown_total')]).toEqual([2, 2]);
});

/** As the alert and the dashboard count it. */
const completion = async () => {
  const { value } = await scrape();
  const [due = 0, shown = 0] = ['due', 'shown'].map((what) => value(`kitchen_pass_screen_events_${what}_total`));
  return shown / (due + (value('kitchen_pass_screen_events_owed') ?? 0));
};

test('[CNT3] completion falls while a screen is cut off, and is whole again when it is back', async () => {
  let isCut = false;
  const links = new Set<() => void>();
  const wrap =
    (open: OpenConnection): OpenConnection =>
    (transport, cursor, events) => {
      if (isCut) {
        setTimeout(() => events.closed(1006), 20);
        return { send: () => undefined, close: () => undefined };
      }
      const connection = open(transport, cursor, events);
      links.add(() => {
        connection.close();
        events.closed(1006);
      });
      return connection;
    };
  const wrapHttp =
    (http: SendHttp): SendHttp =>
    async (request) =>
      isCut ? { kind: 'unreachable' } : http(request);
  // A minute between two reports is a quarter of a second here.
  const real = nodeTimers();
  const timers = { ...real, after: (ms: number, run: () => void) => real.after(ms > 40_000 ? 250 : ms, run) };
  const screen = await openBoard({ wrap, wrapHttp, timers });
  for (let made = 0; made < 2; made++) await api.order();
  await expect.poll(() => figure('events_shown_total'), { timeout: 20_000 }).toBe(2);
  expect(await completion()).toBe(1);

  isCut = true;
  for (const cut of links) cut();
  for (let made = 0; made < 3; made++) await api.order();
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 4 * 60_000 });
  expect((await scrape()).value('kitchen_pass_screens_cut_off')).toBe(1);
  expect(await completion()).toBe(0.4);

  isCut = false;
  screen.online(true);
  await shows(screen, 5);
  await expect.poll(() => figure('events_shown_total'), { timeout: 20_000 }).toBe(5);
  expect((await scrape()).value('kitchen_pass_screens_cut_off')).toBe(0);
  expect(await completion()).toBe(1);
});
