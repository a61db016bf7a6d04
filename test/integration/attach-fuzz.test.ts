import { pino } from 'pino';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { formatCursor, parseCursor } from '#shared/protocol/cursor.ts';
import type { SyncAnswer } from '#shared/protocol/sync-requests.ts';
import { holdPoll } from '../../src-main/server/transport/held-poll.ts';
import type { LiveStreams } from '../../src-main/server/transport/live-streams.ts';
import { openStream } from '../../src-main/server/transport/stream.ts';
import { createStreamRegistry } from '../../src-main/server/transport/stream-registry.ts';
import { type AttachBench, caller, createAttachBench, epoch } from '../rig/attach-bench.ts';
import { type AttachReader, createAttachReader } from '../rig/attach-reader.ts';
import { figuresOf, tellFigures } from '../rig/figures.ts';
import { wireInHand } from '../rig/wire-in-hand.ts';

/**
 * A screen attaches, and at one instant of it something is committed: before, between and after all steps, also those
 * that no commit can reach today because they happen in one turn. Whatever the instant, it is shown exactly once.
 */
let bench: AttachBench;
beforeEach(() => {
  bench = createAttachBench();
});
afterEach(() => bench.close());

const clock = { nowMs: () => 0 };
/** Behind by so many events; `undefined`: a screen that knows nothing; `restart`: one that knows all of an earlier start. */
type Behind = number | undefined | 'restart';

function readerBehind(behind: Behind): AttachReader {
  if (behind === 'restart') return createAttachReader({ epoch: 'fedcba9876543210', seq: bench.head() }, ['old']);
  const seq = bench.head() - (behind ?? 0);
  const known = Array.from({ length: seq }, (_, index) => bench.sku(index + 1));
  return behind === undefined ? createAttachReader(undefined, []) : createAttachReader({ epoch, seq }, known);
}

const query = { tab: undefined, screen: undefined, isTooOld: false };
const followed = { kind: 'everything' } as const;

type How = { readonly batch: boolean; readonly acks: boolean };

function attachStream(transport: 'websocket' | 'sse', behind: Behind, { batch, acks }: How): AttachReader {
  const reader = readerBehind(behind);
  const { wire, take } = wireInHand(transport, (frame) => reader.read(frame), bench.moment);
  const lastEventId = cursorOf(reader);
  bench.moment();
  const following = {
    caller,
    followed,
    query: { ...query, batch, acks, lastEventId },
    feed: bench.feed,
  };
  const stream = openStream(wire, following, { clock, log: pino({ level: 'silent' }), onSlow: () => undefined });
  bench.moment();
  /** A screen that is slow to confirm: only when nothing more comes. */
  function confirm(): boolean {
    const seq = reader.cursor()?.seq ?? 0;
    if (!acks || seq <= confirmed) return false;
    confirmed = seq;
    bench.moment();
    stream.confirm(seq, true);
    bench.moment();
    return true;
  }
  let confirmed = 0;
  while (take() || confirm());
  bench.arm(-1, 0);
  stream.leave();
  return reader;
}

const cursorOf = (reader: AttachReader) => {
  const cursor = reader.cursor();
  return cursor && formatCursor(cursor);
};

const streams = {
  registry: createStreamRegistry(10),
  sessions: { isGood: () => true },
  clock,
} as unknown as LiveStreams;

/** Asks three times, and on while there is more, each time from where the last answer led to; nothing is committed from the third on. */
async function attachPoll(behind: Behind, waitMs: number): Promise<AttachReader> {
  let reader = readerBehind(behind);
  let hasMore = false;
  for (let asked = 0; asked < 3 || hasMore; asked++) {
    if (asked === 2) bench.arm(-1, 0);
    bench.moment();
    const lastEventId = cursorOf(reader);
    const poll = {
      caller,
      feed: bench.feed,
      lastEventId,
      tab: undefined,
      screen: undefined,
      isWhole: true,
      waitMs,
      isGone: false,
      onGone,
    };
    const answer = JSON.parse(await holdPoll(poll, streams)) as SyncAnswer;
    bench.moment();
    reader = readAnswer(reader, answer);
    hasMore = (parseCursor(answer.cursor)?.seq ?? 0) < answer.head;
  }
  return reader;
}

const onGone = () => undefined;

function readAnswer(reader: AttachReader, answer: SyncAnswer): AttachReader {
  const next = createAttachReader(reader.cursor(), reader.shown);
  const { mode, head } = answer;
  const rest = { protocol: 1, restaurant_id: 'main', server_time: answer.server_time, heartbeat_ms: 0, message: '' };
  next.read({ type: 'connection_established', epoch, mode, head, ...rest });
  if (answer.mode === 'snapshot') next.read({ type: 'snapshot', part: 1, parts: 1, ...answer.entities });
  else for (const event of answer.events) next.read(event);
  const seq = parseCursor(answer.cursor)?.seq ?? 0;
  next.read({ type: 'live', seq, epoch, cursor: answer.cursor });
  return Object.assign(next, { faults: [...reader.faults, ...next.faults] });
}

/** Attaches once for every instant and every number of commits; gives how many instants that were. */
async function atEveryInstant(
  scene: string,
  attach: () => AttachReader | Promise<AttachReader>,
  events = 1,
): Promise<number> {
  bench.arm(-1, 0);
  await attach();
  const instants = bench.most();
  let attached = 0;
  let lacking = 0;
  let repeats = 0;
  let due = 0;
  for (let at = 0; at < instants; at++) {
    for (let commits = 0; commits <= 3; commits++) {
      bench.arm(at, commits, events);
      const { shown, faults } = await attach();
      attached++;
      due += bench.head();
      lacking += bench.head() - new Set(shown).size;
      repeats += shown.length - new Set(shown).size;
      const place = `${commits} commits at instant ${at} of ${instants}`;
      expect(faults, place).toEqual([]);
      const all = Array.from({ length: bench.head() }, (_, index) => bench.sku(index + 1));
      expect(shown, place).toEqual(all);
    }
  }
  const measured = 'instants, which have no length';
  const found = { screens: attached, events: Math.round(due / attached), wrong: 0, holes: 0, silent: null };
  const rest = { lacking, repeats, measured, valuesMs: [] };
  tellFigures(figuresOf({ scene: `attaching: ${scene}`, network: 'none', ...found, ...rest }));
  return instants;
}

const before = 150;

const cases: readonly (readonly [string, Behind])[] = [
  ['a snapshot in parts', undefined],
  ['a replay of nothing', 0],
  ['a replay', 40],
];

for (const [name, behind] of cases) {
  for (const transport of ['websocket', 'sse'] as const) {
    for (const batch of [true, false]) {
      test(`[ATT1] ${transport}${batch ? ' in batches' : ''}, ${name}: whatever is committed at whatever instant comes once`, async () => {
        for (let index = 0; index < before; index++) bench.commit();
        const scene = `${transport}${batch ? ' in batches' : ''}, ${name}`;
        expect(
          await atEveryInstant(scene, () => attachStream(transport, behind, { batch, acks: false })),
        ).toBeGreaterThan(8);
      });
    }
  }
  for (const waitMs of [0, 3]) {
    test(`[ATT1] polling${waitMs ? ' held' : ''}, ${name}: whatever is committed at whatever instant comes once`, async () => {
      for (let index = 0; index < before; index++) bench.commit();
      const scene = `polling${waitMs ? ' held' : ''}, ${name}`;
      expect(await atEveryInstant(scene, () => attachPoll(behind, waitMs))).toBeGreaterThan(8);
    });
  }
}

for (const [name, behind] of [
  ['a snapshot in parts', undefined],
  ['a replay longer than the window', 290],
] as const) {
  for (const transport of ['websocket', 'sse'] as const) {
    test(`[ATT1] [ACK1] ${transport} with confirmations, ${name}: whatever group is committed at whatever instant comes once`, async () => {
      for (let group = 0; group < 10; group++) bench.commit(30);
      const attach = () => attachStream(transport, behind, { batch: true, acks: true });
      expect(await atEveryInstant(`${transport} with confirmations, ${name}`, attach, 7)).toBeGreaterThan(8);
    });
  }
}

for (const [name, attach] of [
  ['websocket', () => attachStream('websocket', 'restart', { batch: true, acks: true })],
  ['polling', () => attachPoll('restart', 0)],
] as const) {
  test(`[ATT1] [ATT2] ${name}, known from before a restart: whatever is committed at whatever instant comes once`, async () => {
    for (let index = 0; index < before; index++) bench.commit();
    expect(await atEveryInstant(`${name}, known from before a restart`, attach)).toBeGreaterThan(8);
  });
}
