import { describe, expect, test } from 'vitest';
import { scale } from '../harness/scale.ts';
import { screenTokens } from '../harness/screen-tokens.ts';
import { createServerProcess } from '../harness/server-process.ts';
import { type Faults, faults } from '../rig/fault.ts';
import { createOrderStream } from '../rig/order-stream.ts';
import { expectGoals, judgeScreens } from '../rig/scene-figures.ts';
import { lagsMs, missing } from '../rig/scene-judge.ts';
import { openScreens, type Screens } from '../rig/screens.ts';
import { signInHere } from '../rig/server-api.ts';
import { createTcpFaultProxy } from '../rig/tcp-fault-proxy.ts';

type Way = {
  readonly name: string;
  readonly blocked: Partial<Faults>;
  readonly path: 'sse' | 'long-poll';
  readonly withinMs: number;
};

const ways: readonly Way[] = [
  { name: 'refused with 403', blocked: faults.upgradeRefused, path: 'sse', withinMs: 30_000 },
  { name: 'refused with 400', blocked: { upgrade: 400 }, path: 'sse', withinMs: 30_000 },
  { name: 'hung', blocked: faults.upgradeHung, path: 'sse', withinMs: 30_000 },
  { name: 'refused, streams buffered', blocked: faults.onlyPolling, path: 'long-poll', withinMs: 60_000 },
  {
    name: 'hung, streams buffered',
    blocked: { ...faults.onlyPolling, upgrade: 'hang' },
    path: 'long-poll',
    withinMs: 60_000,
  },
];

const count = scale({ short: 3, long: 20 });

const onPath =
  ({ names, log }: Screens, path: string) =>
  () =>
    names.every((name) => log.newest(name, 'phase')?.phase === 'live' && log.newest(name, 'phase')?.path === path);

/** `unasked`: nobody wakes the screens; they find their way back by themselves within the minute. */
async function play({ name, blocked, path, withinMs }: Way, unasked = false): Promise<void> {
  const server = await createServerProcess();
  await server.start();
  const api = await signInHere(server.url, server.password);
  const proxy = await createTcpFaultProxy({ targetPort: server.port });
  await proxy.become(blocked);
  const tokens = await screenTokens(api, count);
  const startedAtMs = Date.now();
  const screens = openScreens({ url: proxy.url, tokens, name: 's', count, sampleMs: 250 });
  const { log, names } = screens;
  try {
    expect(await log.until(onPath(screens, path), withinMs), `live by ${path}`).toBe(true);
    console.log(`${path} after ${Date.now() - startedAtMs} ms`);
    const orders = createOrderStream(api);
    orders.startFrom(log.newest(names[0]!, 'shown')!);
    await orders.post(30, 20);
    expect(await log.until(() => missing(log, names, orders.stored) === 0, 15_000), 'all shown').toBe(true);

    await proxy.heal();
    if (!unasked) screens.wake();
    expect(await log.until(onPath(screens, 'websocket'), unasked ? 90_000 : 20_000), 'websocket again').toBe(true);
    await orders.post(10, 20);
    expect(await log.until(() => missing(log, names, orders.stored) === 0, 15_000), 'all shown again').toBe(true);

    const scene = `websocket ${name}${unasked ? ', unasked' : ''}`;
    const valuesMs = lagsMs(log, names, orders.stored);
    const measured = 'stored to shown';
    expectGoals(
      await judgeScreens({ scene, network: 'TCP proxy', measured, valuesMs, groups: [screens], orders, api }),
    );
  } finally {
    await screens.stop();
    await proxy.close();
    await server.remove();
  }
}

describe.concurrent('a WebSocket that cannot be had', () => {
  for (const way of ways)
    test(`[LNK9] [LNK10] ${way.name}: ${way.path} within ${way.withinMs / 1000} s, the same state, and WebSocket again after a wake`, () =>
      play(way));

  // Takes its minute, whatever the machine.
  if (scale({ short: false, long: true }))
    test('[LNK10] nobody wakes the screen: WebSocket again within the minute', () => play(ways[0]!, true));
});
