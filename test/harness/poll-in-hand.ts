import type { ServerFrame } from '#shared/protocol/frames.ts';
import type { SyncAnswer } from '#shared/protocol/sync-requests.ts';
import { toWireOrder } from '#shared/protocol/wire-order.ts';
import { alone, type HeldRequest } from '../../src-renderer/link/held-request.ts';
import type { HttpAnswer } from '../../src-renderer/link/http.ts';
import { createPolling } from '../../src-renderer/link/polling-transport.ts';
import { answered, buildOrder, createManualTimers, framesOf, settled } from './screen-kit.ts';

export const epoch = '0123456789abcdef';
const frames = framesOf(epoch);
const orders = [toWireOrder(buildOrder('1'))];
const base = { restaurant_id: 'main', epoch, seen: 3, server_time: '2026-11-21T12:00:00.000Z' };

export const snapshot = (seq: number): HttpAnswer => {
  const body: SyncAnswer = {
    ...base,
    head: seq,
    cursor: `${epoch}.${seq}`,
    mode: 'snapshot',
    entities: { orders, products: [] },
  };
  return answered(200, body);
};
export const replay = (seq: number, ...seqs: readonly number[]): HttpAnswer => {
  const events = seqs.map((one) => frames.event(one, buildOrder('2')) as never);
  return answered(200, { ...base, head: seq, cursor: `${epoch}.${seq}`, mode: 'replay', events });
};

/** A link by polls whose clock, place and answers are in the test's hand. */
export function pollInHand(chance = 0.5, held: HeldRequest = alone) {
  const timers = createManualTimers();
  timers.chance = chance;
  const asked: { cursor: string | undefined; waitS: number; abort: AbortSignal }[] = [];
  const open: ((answer: HttpAnswer) => void)[] = [];
  let pieceComes: () => void = () => undefined;
  const told: string[] = [];
  const askedAt: number[] = [];
  const connect = createPolling({ ...timers, random: () => timers.random() }, held, (cursor, waitS, abort, heard) => {
    pieceComes = heard;
    asked.push({ cursor, waitS, abort });
    return new Promise((resolve) => open.push(resolve));
  });
  const start = (cursor?: string) =>
    connect(cursor, {
      message: (text) => told.push(nameOf(JSON.parse(text))),
      closed: (code) => told.push(`closed ${code}`),
      heard: () => told.push('a piece'),
      pace: (path) => told.push(path),
      asked: (atMs) => askedAt.push(atMs),
    });
  async function answer(one: HttpAnswer) {
    open.shift()?.(one);
    await settled();
  }
  async function pass(ms: number) {
    timers.advance(ms);
    await settled();
  }
  const waits = () => asked.map(({ waitS }) => waitS);
  const piece = () => pieceComes();
  return { timers, asked, askedAt, told, start, answer, pass, waits, piece };
}

function nameOf(frame: ServerFrame): string {
  if (frame.type === 'events') return `events ${frame.from}-${frame.to}`;
  if (frame.type === 'heartbeat') return `heartbeat ${frame.sent}/${frame.head} seen ${frame.seen}`;
  if (frame.type === 'bye') return `bye ${frame.code} in ${frame.retry_ms}`;
  return frame.type === 'live' ? `live ${frame.seq}` : frame.type;
}
