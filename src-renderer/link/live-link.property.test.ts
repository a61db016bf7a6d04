import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ServerFrame, WireEvent } from '#shared/protocol/frames.ts';
import { scale } from '../../test/harness/scale.ts';
import {
  buildOrder,
  createManualTimers,
  createSocketPairs,
  framesOf,
  type ServerEnd,
  settled,
} from '../../test/harness/screen-kit.ts';
import { freshness } from '../store/freshness.ts';
import { createLinkCounts } from './link-counts.ts';
import { createLiveLink } from './live-link.ts';

/** What can happen between a server and a screen, in any order and any number of times. */
const step = fc.oneof(
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('commit' as const), count: fc.integer({ min: 1, max: 3 }) }) },
  {
    weight: 6,
    arbitrary: fc.record({ kind: fc.constant('deliver' as const), frames: fc.integer({ min: 1, max: 9 }) }),
  },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('pass' as const), ms: fc.integer({ min: 10, max: 9000 }) }) },
  fc.record({ kind: fc.constant('trickle' as const), frames: fc.integer({ min: 1, max: 30 }) }),
  fc.record({ kind: fc.constantFrom('lose' as const, 'repeat' as const, 'swap' as const) }),
  fc.record({ kind: fc.constant('cut' as const), code: fc.constantFrom(1006, 1012, 4408, 4411) }),
  fc.record({ kind: fc.constantFrom('restart' as const, 'wake' as const, 'garbage' as const, 'old' as const) }),
);
type Step = typeof step extends fc.Arbitrary<infer Kind> ? Kind : never;

const heartbeatMs = 5000;
/** The first word of a connection is taken to have been quick; so long it may have been under way ([LNK8]). */
const firstWordMs = 4000;

/** A server with a log, whose frames lie in the network until they are delivered; and a screen that is told all of it. */
function world() {
  const timers = createManualTimers();
  const sockets = createSocketPairs();
  const counts = createLinkCounts();
  const log: { atMs: number }[] = [];
  const inTheNet = new Map<ServerEnd, ServerFrame[]>();
  const faults: string[] = [];
  let starts = 1;
  let isBack = false;
  let shownTo = -1;
  let epochShown = '';
  let provenAtMs = Number.NEGATIVE_INFINITY;
  const epoch = () => starts.toString(16).padStart(16, '0');
  const frames = () => framesOf(epoch(), timers.nowMs);
  const order = buildOrder('1');

  const link = createLiveLink(
    {
      ...timers,
      open: sockets.open,
      counts,
      isOnline: () => true,
      isVisible: () => true,
      reloadOnce: () => false,
      probe: async () => (isBack ? 'answers' : 'unreachable'),
    },
    {
      stateChanged: () => undefined,
      snapshot: ({ seq, orders }) => {
        if (orders.length !== 2) faults.push('a snapshot that is not whole');
        if (seq < shownTo) faults.push(`a snapshot of ${seq} after ${shownTo}`);
        shownTo = seq;
        epochShown = '';
      },
      events: (events) => {
        for (const event of events) take(event);
      },
      proof: (atMs) => {
        provenAtMs = atMs;
      },
      serverTime: () => undefined,
      seen: () => undefined,
      ephemeral: () => undefined,
    },
  );

  function take({ seq, epoch: of }: WireEvent): void {
    if (epochShown !== '' && of !== epochShown) faults.push(`event ${of}.${seq} without a snapshot of its log`);
    if (seq !== shownTo + 1) faults.push(`event ${seq} after ${shownTo}`);
    epochShown = of;
    shownTo = seq;
  }

  /** A new connection is brought up to date by the attach rule. */
  function attach(end: ServerEnd): void {
    const [of, at] = end.cursor?.split('.') ?? [];
    const now = frames();
    const isReplay = of === epoch() && Number(at) <= log.length;
    const events = Array.from({ length: isReplay ? log.length - Number(at) : 0 }, (_, i) =>
      eventAt(Number(at) + i + 1),
    );
    inTheNet.set(end, [
      now.established(isReplay ? 'replay' : 'snapshot', log.length),
      ...(isReplay ? events : [now.part(1, 2, order), now.part(2, 2, order)]),
      now.live(log.length),
    ]);
  }

  const eventAt = (seq: number) => framesOf(epoch(), () => log[seq - 1]?.atMs ?? 0).event(seq, order);

  /** Frames still under way of a connection that is open on both sides. */
  function open(): [ServerEnd, ServerFrame[]] | undefined {
    const end = sockets.last();
    if (!inTheNet.has(end)) attach(end);
    const queue = inTheNet.get(end);
    return end.abandoned || !queue ? undefined : [end, queue];
  }

  function commit(): void {
    log.push({ atMs: timers.nowMs() });
    open()?.[1].push(eventAt(log.length));
  }

  function deliver(count: number): void {
    for (let frame = 0; frame < count; frame++) {
      const way = open();
      const next = way?.[1].shift();
      if (next) way?.[0].send(next);
    }
  }

  /** A network so slow that it never falls silent and never catches up. */
  function trickle(count: number): void {
    for (let frame = 0; frame < count; frame++) {
      commit();
      pass(2500);
      deliver(1);
    }
  }

  function pass(ms: number): void {
    for (let left = ms; left > 0; ) {
      const slice = Math.min(left, heartbeatMs - (timers.nowMs() % heartbeatMs));
      timers.advance(slice);
      left -= slice;
      if (timers.nowMs() % heartbeatMs === 0) open()?.[1].push(frames().heartbeat(log.length));
      look();
    }
  }

  /** The promise of [FRS1]: fresh means that nothing older than the amber line is missing. */
  function look(): void {
    if (freshness(timers.nowMs() - provenAtMs) !== 'fresh') return;
    const missing = log[shownTo];
    if (missing && timers.nowMs() - missing.atMs > 15_000 + firstWordMs)
      faults.push(`fresh at ${timers.nowMs()} without event ${shownTo + 1} of ${missing.atMs}`);
  }

  /** Connections that the screen has let go of. */
  const given = () => sockets.opened.filter(({ abandoned }) => abandoned);

  function act(what: Step): void {
    const way = open();
    if (what.kind === 'commit') for (let event = 0; event < what.count; event++) commit();
    else if (what.kind === 'deliver') deliver(what.frames);
    else if (what.kind === 'pass') pass(what.ms);
    else if (what.kind === 'trickle') trickle(what.frames);
    else if (what.kind === 'wake') link.wake();
    else if (what.kind === 'old')
      given()
        .at(-1)
        ?.send(frames().event(log.length + 1, order));
    else if (what.kind === 'restart') {
      starts++;
      way?.[0].close(1006);
    } else if (!way) return;
    else if (what.kind === 'cut') way[0].close(what.code);
    else if (what.kind === 'garbage') way[0].sendText('{"type":');
    else mangle(what.kind, way[1]);
  }

  function mangle(how: 'lose' | 'repeat' | 'swap', queue: ServerFrame[]): void {
    const first = queue.shift();
    if (!first) return;
    // No connection is established twice: what would be repeated is its age.
    if (how === 'repeat' && first.type === 'connection_established') queue.unshift(first);
    else if (how === 'repeat') queue.unshift(first, first);
    if (how === 'swap') queue.splice(1, 0, first);
  }

  /** Everything goes well from here on. */
  async function heal(): Promise<void> {
    isBack = true;
    for (let passedMs = 0; passedMs < 60_000; passedMs += 1000) {
      deliver(1000);
      pass(1000);
      await settled();
    }
  }

  return { link, act, heal, faults, shownTo: () => shownTo, head: () => log.length, counts };
}

test('[LNK3] whatever is lost, repeated, swapped, cut or late: no hole, no repeat, nothing old as fresh; all in the end', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 60 }), async (steps) => {
      const { link, act, heal, faults, shownTo, head, counts } = world();
      link.start();
      for (const what of steps) {
        act(what);
        await settled();
      }
      await heal();
      expect(faults).toEqual([]);
      expect(shownTo()).toBe(head());
      const { events_due, events_shown } = counts.take();
      expect(events_shown).toBe(events_due);
    }),
    { numRuns: scale({ short: 150, long: 5000 }) },
  );
}, 600_000);
