import type { LinkState } from '../../src-renderer/link/link-state.ts';
import { createLiveLink } from '../../src-renderer/link/live-link.ts';
import { buildOrder, createManualTimers, createSocketPairs, framesOf } from './screen-kit.ts';

export const epoch = '0123456789abcdef';
export const frames = framesOf(epoch);

/** A link with its time and sockets in hand, and what it has told. */
export function linkInHand() {
  const timers = createManualTimers();
  const sockets = createSocketPairs();
  const states: LinkState[] = [];
  const shown: string[] = [];
  const proofs: number[] = [];
  const broken = { is: false };
  const link = createLiveLink(
    { ...timers, random: () => timers.random(), openSocket: sockets.openSocket },
    {
      stateChanged: (state) => states.push(state),
      snapshot: ({ orders }) => shown.push(`all: ${orders.map((order) => order.number).join(' ')}`),
      events: (events) => {
        if (broken.is) throw new TypeError('an order without items');
        shown.push(...events.map((event) => `${event.seq}: ${'order' in event && event.order.number}`));
      },
      proof: (atMs) => proofs.push(atMs),
      serverTime: () => undefined,
    },
  );
  const phase = () => states.at(-1)?.phase;
  /** Up to date at event 7 with order A1 open. */
  function goLive() {
    sockets.last().send(frames.established('snapshot', 7), frames.part(1, 1, buildOrder('1')), frames.live(7));
  }
  return { timers, sockets, states, shown, proofs, link, phase, goLive, broken };
}

/** The same, already live. */
export function liveLink() {
  const hand = linkInHand();
  hand.link.start();
  hand.goLive();
  hand.shown.length = 0;
  return hand;
}
