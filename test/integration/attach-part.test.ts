import { pino } from 'pino';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type OrderId, orderId } from '#shared/domain/id.ts';
import type { ServerFrame } from '#shared/protocol/frames.ts';
import type { Followed } from '../../src-main/server/fanout/attach.ts';
import { openStream } from '../../src-main/server/transport/stream.ts';
import { parseStreamQuery } from '../../src-main/server/transport/stream-query.ts';
import { buildOrder } from '../harness/screen-kit.ts';
import {
  type AttachBench,
  caller,
  createAttachBench,
  type WriteEvent,
  writeOrder,
  writeProduct,
} from '../rig/attach-bench.ts';
import { wireInHand } from '../rig/wire-in-hand.ts';

/** As `attach-fuzz`, for streams of a part of the log, which have no gap rule that would show a loss ([SCO1]). */
let bench: AttachBench;
beforeEach(() => {
  bench = createAttachBench(writeEvent);
});
afterEach(() => bench.close());

const idOf = (n: number): OrderId => orderId(`0195e0a0-0000-7000-9000-00000000000${n}`);
/** In turn a dish, the order that is followed, and another one. */
const writeEvent: WriteEvent = (store, n) => {
  if (n % 3 === 0) return writeProduct(store, n);
  return writeOrder(store, buildOrder(String(n % 3), { id: idOf(n % 3), version: Math.ceil(n / 3) }));
};

/** What the frames of a part would show, one entry for each state. */
function shownBy(frames: readonly ServerFrame[]): string[] {
  return frames.flatMap((frame) => {
    if (frame.type === 'snapshot') return [...frame.orders, ...frame.products].map(nameOf);
    if ('order' in frame) return [nameOf(frame.order)];
    return 'product' in frame ? [nameOf(frame.product)] : [];
  });
}
const nameOf = (entity: { id: string; version: number; sku?: string }) =>
  entity.sku ?? `${entity.id} ${entity.version}`;

function attach(transport: 'websocket' | 'sse', followed: Followed): readonly ServerFrame[] {
  const frames: ServerFrame[] = [];
  const { wire, take } = wireInHand(transport, (frame) => frames.push(frame), bench.moment);
  const following = { caller, followed, query: parseStreamQuery(new URLSearchParams()), feed: bench.feed };
  const deps = { clock: { nowMs: () => 0 }, log: pino({ level: 'silent' }), onSlow: () => undefined };
  bench.moment();
  const stream = openStream(wire, following, deps);
  bench.moment();
  while (take());
  bench.arm(-1, 0);
  stream.leave();
  return frames;
}

const upTo = (head: number) => Array.from({ length: head }, (_, index) => index + 1);
const skus = () =>
  upTo(bench.head())
    .filter((n) => n % 3 === 0)
    .map(bench.sku);
/** From whatever state the snapshot had to the newest, none left out and none twice. */
function versions(shown: readonly string[]): string[] {
  const first = Number(shown[0]?.split(' ')[1]);
  const newest = upTo(bench.head()).filter((n) => n % 3 === 1).length;
  return upTo(newest)
    .filter((version) => version >= first)
    .map((version) => `${idOf(1)} ${version}`);
}

const parts: readonly (readonly [string, Followed, (shown: readonly string[]) => readonly string[]])[] = [
  ['the menu', { kind: 'menu' }, skus],
  ['one order', { kind: 'order', orderId: idOf(1), view: 'whole' }, versions],
];

for (const [name, followed, expected] of parts) {
  for (const transport of ['websocket', 'sse'] as const) {
    test(`[ATT1] [SCO1] ${transport}, ${name}: whatever is committed at whatever instant comes once, and live once`, () => {
      for (let index = 0; index < 60; index++) bench.commit();
      attach(transport, followed);
      const instants = bench.most();
      expect(instants).toBeGreaterThan(8);
      for (let at = 0; at < instants; at++) {
        for (const [commits, events] of [
          [0, 1],
          [1, 1],
          [3, 1],
          [2, 5],
        ] as const) {
          bench.arm(at, commits, events);
          const frames = attach(transport, followed);
          const place = `${commits} commits of ${events} at instant ${at} of ${instants}`;
          expect(shownBy(frames), place).toEqual(expected(shownBy(frames)));
          expect(
            frames.filter(({ type }) => type === 'live'),
            place,
          ).toHaveLength(1);
        }
      }
    });
  }
}
