import { expect, test } from 'vitest';
import { restaurantId, stationId } from '#shared/domain/id.ts';
import type { Line } from '#shared/domain/line.ts';
import { type Progress, untouched, type WorkStatus } from '#shared/domain/progress.ts';
import { firstSettings } from '#shared/domain/settings.ts';
import { ticketsIn } from '../../test/harness/chime-kit.ts';
import { stationsOf, withoutExpo } from '../../test/harness/kitchen-world.ts';
import { buildLine, buildOrder } from '../../test/harness/screen-kit.ts';
import { createAlarm, type Loudness, unnoticed } from './alarm.ts';

const settings = firstSettings(restaurantId('main'));

function ticketsAt(nowMs: number, ...cameAtMs: number[]) {
  const orders = cameAtMs.map((addedAtMs, index) => {
    const progress = [untouched(stationId('grill'), 'category')];
    return buildOrder(`${index}`, { lines: [buildLine(`${index}.1`, { addedAtMs, progress })] });
  });
  return ticketsIn({ orders, stations: stationsOf(withoutExpo), nowMs }, 'grill');
}

/** When it rings within `untilS` seconds, looked at every second, and how loud. */
function ringsOf(untilS: number, ...cameAtS: number[]): [number, Loudness][] {
  const alarm = createAlarm();
  const rings: [number, Loudness][] = [];
  for (let second = 0; second <= untilS; second++) {
    const came = cameAtS.filter((at) => at <= second).map((at) => at * 1000);
    const loudness = alarm.look(ticketsAt(second * 1000, ...came), settings, second * 1000);
    if (loudness !== undefined) rings.push([second, loudness]);
  }
  return rings;
}

test('[CHM7] nobody touches it: again after 30 s, louder after 90 s, then every minute, louder still', () => {
  expect(ringsOf(280, 0)).toEqual([
    [30, 0],
    [90, 1],
    [150, 2],
    [210, 3],
    [270, 3],
  ]);
});

test('[CHM7] one alarm speaks for all tickets of a rush, as loud as the oldest needs it', () => {
  const rings = ringsOf(200, ...Array.from({ length: 20 }, (_, index) => index * 5));
  const gaps = rings.slice(1).map(([at], index) => at - (rings[index]?.[0] ?? 0));
  expect(Math.min(...gaps)).toBeGreaterThanOrEqual(30);
  expect(rings[0]).toEqual([30, 0]);
  expect(Math.max(...rings.map(([, loudness]) => loudness))).toBe(2);
});

test('[CHM7] a step that is too soon after another is made up for, not lost', () => {
  expect(ringsOf(100, 0, 15)).toEqual([
    [30, 0],
    [60, 0],
    [90, 1],
  ]);
});

test('[CHM7] a page that opens does not make up for the time before it', () => {
  const alarm = createAlarm();
  expect(alarm.look(ticketsAt(600_000, 0), settings, 600_000)).toBeUndefined();
  expect(alarm.look(ticketsAt(630_000, 0), settings, 630_000)).toBe(3);
});

test('[CHM7] it ends with the first touch by anybody', () => {
  const alarm = createAlarm();
  const [ticket] = ticketsAt(0, 0);
  alarm.look([ticket!], settings, 0);
  const parts = ticket!.lines[0]!.parts.map((part) => ({ ...part, acknowledgedAtMs: 1 }));
  const seen = { ...ticket!, lines: [{ ...ticket!.lines[0]!, parts }] };
  expect(alarm.look([seen], settings, 30_000)).toBeUndefined();
  const { line } = seen.lines[0]!;
  const begun = {
    ...seen,
    lines: [{ ...seen.lines[0]!, parts: [{ ...line.progress[0]!, status: 'preparing' as const }] }],
  };
  expect(alarm.look([begun], settings, 90_000)).toBeUndefined();
  const back = { ...begun, lines: [{ ...seen.lines[0]!, parts: [{ ...line.progress[0]!, turn: 1 }] }] };
  expect(alarm.look([back], settings, 150_000)).toBeUndefined();
});

const shareAt = (status: WorkStatus): Progress => ({ ...untouched(stationId('grill'), 'category'), status });
const lineAt = (id: string, atMs: number, addition: number, status: WorkStatus = 'pending') =>
  buildLine(id, { addedAtMs: atMs, addition, progress: [shareAt(status)] });

/** When it rings for one ticket of these lines, looked at every second from when it is shown. */
function ringsFor(lines: readonly Line[], fromS: number, untilS: number): number[] {
  const alarm = createAlarm();
  const rings: number[] = [];
  for (let second = fromS; second <= untilS; second++) {
    const kitchen = { orders: [buildOrder('1', { lines })], stations: stationsOf(withoutExpo), nowMs: second * 1000 };
    if (alarm.look(ticketsIn(kitchen, 'grill'), settings, second * 1000) !== undefined) rings.push(second);
  }
  return rings;
}

test('[CHM7] [ADD1] what is added to a ticket that is begun, or done, rings again from when it was added', () => {
  for (const status of ['preparing', 'ready', 'completed'] as const) {
    const lines = [lineAt('1.1', 0, 0, status), lineAt('1.2', 600_000, 1)];
    expect(ringsFor(lines, 600, 700)).toEqual([630, 690]);
  }
});

test('[CHM7] who begins what was added has seen what was there before, but not the other way about', () => {
  expect(ringsFor([lineAt('1.1', 0, 0), lineAt('1.2', 600_000, 1, 'preparing')], 600, 700)).toEqual([]);
  const ids = (lines: readonly Line[]) => {
    const kitchen = { orders: [buildOrder('1', { lines })], stations: stationsOf(withoutExpo), nowMs: 700_000 };
    return ticketsIn(kitchen, 'grill').flatMap((ticket) => unnoticed(ticket).map(({ line }) => line.id));
  };
  expect(ids([lineAt('1.1', 0, 0, 'preparing'), lineAt('1.2', 0, 0), lineAt('1.3', 600_000, 1)])).toEqual(['1.3']);
  expect(ids([lineAt('1.1', 0, 0), lineAt('1.2', 600_000, 1)])).toEqual(['1.1', '1.2']);
});

test('[CHM10] what came silently is not rung for again', () => {
  const quiet = { stations: [stationId('grill')], change: false, voiding: false };
  expect(ringsFor([{ ...lineAt('1.1', 600_000, 0), quiet }], 600, 900)).toEqual([]);
  expect(ringsFor([{ ...lineAt('1.1', 600_000, 0), quiet: { ...quiet, stations: [] } }], 600, 640)).toEqual([630]);
});
