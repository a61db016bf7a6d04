import { randomBytes } from 'node:crypto';
import { createLinkCounts } from '../../src-renderer/link/link-counts.ts';
import type { LiveLinkDeps } from '../../src-renderer/link/link-ports.ts';
import { createSessionApi } from '../../src-renderer/link/session.ts';
import { createSteadyClock } from '../../src-renderer/link/steady-clock.ts';
import { createTransports } from '../../src-renderer/link/transports.ts';
import { type Kitchen, nodeHttp, nodeNetwork, nodeTimers } from '../harness/node-transports.ts';

export type NodeLinkOptions = Kitchen & {
  /** The device's wall clock is so far off; may change at any time. */
  readonly clockOffByMs?: () => number;
  /** What the link draws its waits from. */
  readonly chance?: () => number;
};

/** The link's ports in Node: the product's three transports over real sockets. */
export function nodeLinkDeps({
  clockOffByMs = () => 0,
  chance = Math.random,
  ...kitchen
}: NodeLinkOptions): LiveLinkDeps {
  const clock = { monotonicMs: () => performance.now(), wallMs: () => Date.now() + clockOffByMs() };
  const timers = { ...nodeTimers(), nowMs: createSteadyClock(clock), random: chance };
  const session = createSessionApi(nodeHttp(kitchen));
  const tab = randomBytes(16).toString('hex');
  return {
    ...timers,
    open: createTransports(nodeNetwork(kitchen), timers, { tab, screen: 'board' }),
    probe: session.probe,
    isOnline: () => true,
    isVisible: () => true,
    reloadOnce: () => false,
    counts: createLinkCounts(),
  };
}
