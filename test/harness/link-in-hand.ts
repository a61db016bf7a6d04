import { createLinkCounts } from '../../src-renderer/link/link-counts.ts';
import type { LinkState } from '../../src-renderer/link/link-state.ts';
import { createLiveLink } from '../../src-renderer/link/live-link.ts';
import type { ProbeAnswer } from '../../src-renderer/link/session-probe.ts';
import { buildOrder, createManualTimers, createSocketPairs, framesOf, settled } from './screen-kit.ts';

export { framesOf };

export const epoch = '0123456789abcdef';
/** Frames of a server whose clock stands at noon. */
export const frames = framesOf(epoch);

/** A link with its time, its connections and its device in hand, and what it has told. */
export function linkInHand() {
  const timers = createManualTimers();
  const sockets = createSocketPairs();
  const besides = createSocketPairs();
  const states: LinkState[] = [];
  const shown: string[] = [];
  const proofs: number[] = [];
  const seen: number[] = [];
  const ephemeral: string[] = [];
  const broken = { is: false };
  /** `probe` is what HTTP answers; `reloads`: how often a reload is granted. */
  const device = {
    isOnline: true,
    isVisible: true,
    probe: 'unreachable' as ProbeAnswer | 'never',
    reloads: 0,
    probes: 0,
    /** The answer is this one's, whenever that comes. */
    held: undefined as Promise<ProbeAnswer> | undefined,
  };
  const counts = createLinkCounts();
  /** Tried beside a live WebSocket that has gone quiet ([LNK16]). */
  const isBeside = () => {
    const state = states.at(-1);
    return state?.phase === 'live' && state.path === 'websocket';
  };
  const link = createLiveLink(
    {
      ...timers,
      random: () => timers.random(),
      open: (...words) => (isBeside() ? besides : sockets).open(...words),
      counts,
      isOnline: () => device.isOnline,
      isVisible: () => device.isVisible,
      reloadOnce: () => device.reloads-- > 0,
      probe: () => {
        device.probes++;
        const { probe, held } = device;
        if (held) return held;
        return probe === 'never' ? new Promise(() => undefined) : Promise.resolve(probe);
      },
    },
    {
      stateChanged: (state) => states.push(state),
      snapshot: ({ orders }) => shown.push(`all: ${orders.map((order) => order.number).join(' ')}`),
      events: (events) => {
        if (broken.is) throw new TypeError('an order without items');
        shown.push(...events.map((event) => `${event.seq}: ${'order' in event && event.order.number}`));
      },
      proof: (atMs) => proofs.push(atMs),
      serverTime: () => undefined,
      seen: (seq) => seen.push(seq),
      ephemeral: ({ type }) => ephemeral.push(type),
    },
  );
  const phase = () => states.at(-1)?.phase;
  /** The server's frames, of a server whose clock goes with the screen's. */
  const now = framesOf(epoch, () => timers.nowMs() - timers.serverBehindMs);
  /** Up to date at event 7 with order A1 open. */
  function goLive() {
    sockets.last().send(now.established('snapshot', 7), now.part(1, 1, buildOrder('1')), now.live(7));
  }
  /** Lets time pass in small steps, so that answers to probes come in between. */
  async function pass(ms: number) {
    for (const until = timers.nowMs() + ms; timers.nowMs() < until; ) {
      timers.advance(Math.min(250, until - timers.nowMs()));
      await settled();
    }
  }
  const told = { states, shown, proofs, seen, ephemeral };
  return { timers, sockets, besides, ...told, link, phase, goLive, broken, device, counts, now, pass };
}

/** The same, already live. */
export function liveLink() {
  const hand = linkInHand();
  hand.link.start();
  hand.goLive();
  hand.shown.length = 0;
  return hand;
}
