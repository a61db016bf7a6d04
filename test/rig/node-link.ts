import { randomBytes } from 'node:crypto';
import { createLinkCounts } from '../../src-renderer/link/link-counts.ts';
import type { LiveLinkDeps } from '../../src-renderer/link/link-ports.ts';
import { createSessionApi } from '../../src-renderer/link/session.ts';
import { createSteadyClock } from '../../src-renderer/link/steady-clock.ts';
import type { Timers } from '../../src-renderer/link/timers.ts';
import {
  type ConnectionEvents,
  type LinkConnection,
  noCode,
  type Transport,
} from '../../src-renderer/link/transport.ts';
import { createTransports } from '../../src-renderer/link/transports.ts';
import { type Kitchen, nodeHttp, nodeNetwork, nodeTimers } from '../harness/node-transports.ts';

export type NodeLinkOptions = Kitchen & {
  /** The device's wall clock is so far off; may change at any time. */
  readonly clockOffByMs?: () => number;
  /** What the link draws its waits from. */
  readonly chance?: () => number;
  /** Cannot be had where this screen is, as behind a proxy that knows them not. */
  readonly without?: readonly Transport[];
};

/** The link's ports in Node: the product's three transports over real sockets. */
export function nodeLinkDeps(options: NodeLinkOptions): LiveLinkDeps {
  const { clockOffByMs = () => 0, chance = Math.random, without = [], ...kitchen } = options;
  const clock = { monotonicMs: () => performance.now(), wallMs: () => Date.now() + clockOffByMs() };
  const timers = { ...nodeTimers(), nowMs: createSteadyClock(clock), random: chance };
  const session = createSessionApi(nodeHttp(kitchen));
  const tab = randomBytes(16).toString('hex');
  const open = createTransports(nodeNetwork(kitchen), timers, { tab, screen: 'board' });
  return {
    ...timers,
    open: (transport, cursor, events) =>
      without.includes(transport) ? refused(timers, events) : open(transport, cursor, events),
    probe: session.probe,
    isOnline: () => true,
    isVisible: () => true,
    reloadOnce: () => false,
    counts: createLinkCounts(),
  };
}

function refused({ after }: Timers, { closed }: ConnectionEvents): LinkConnection {
  return { send: () => undefined, close: after(20, () => closed(noCode)) };
}
