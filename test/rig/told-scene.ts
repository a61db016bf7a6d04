import { expect } from 'vitest';
import type { Path } from '../../src-renderer/link/transport.ts';
import { scale } from '../harness/scale.ts';
import { screenTokens } from '../harness/screen-tokens.ts';
import { createServerProcess, type ServerProcess } from '../harness/server-process.ts';
import { type Faults, faults } from './fault.ts';
import { createOrderStream, type OrderStream, type Stored } from './order-stream.ts';
import { expectGoals, expectWhole, judgeScreens } from './scene-figures.ts';
import { lagsMs, missing, recoveries } from './scene-judge.ts';
import { openScreens, type Screens } from './screens.ts';
import { type DistantApi, signInHere } from './server-api.ts';
import { createTcpFaultProxy, type TcpFaultProxy } from './tcp-fault-proxy.ts';

/** A way for the kitchen to be out of reach. */
export type Kind = {
  readonly name: string;
  /** From the beginning, and after it too. */
  readonly always?: Partial<Faults>;
  /** How the screens may be connected then; a busy machine can make a stream look dead. */
  readonly paths?: readonly Path[];
  readonly fault?: Partial<Faults>;
  readonly cut?: boolean;
  readonly kill?: boolean;
  readonly clockBackMs?: number;
  /** So long it may take until every screen says that it is lost. */
  readonly lostWithinMs?: number;
};

/** Forty seconds since the last proof, which may have come just before. */
const lostWithinMs = 44_000;

export const kinds: readonly Kind[] = [
  { name: 'the kitchen computer dies', kill: true },
  { name: 'a stall', fault: faults.stalled },
  { name: 'a screen that hears nothing', fault: faults.deafScreen },
  { name: 'refused', fault: faults.refused, cut: true },
  {
    name: 'a stall on server-sent events',
    always: faults.upgradeRefused,
    paths: ['sse', 'long-poll'],
    fault: faults.stalled,
  },
  { name: 'a stall on polls', always: faults.onlyPolling, paths: ['long-poll', 'short-poll'], fault: faults.stalled },
  { name: 'a stall and the clock set back two hours', fault: faults.stalled, clockBackMs: 2 * 3600_000 },
  // The server still speaks for 15 s, until it misses the screen.
  ...scale<readonly Kind[]>({
    short: [],
    long: [{ name: 'a server that hears nothing', fault: faults.muteScreen, lostWithinMs: 60_000 }],
  }),
];

type Cast = {
  readonly server: ServerProcess;
  readonly api: DistantApi;
  readonly proxy: TcpFaultProxy;
  readonly screens: Screens;
  readonly orders: OrderStream;
};

const upWithinMs = 40_000;

/** Screens behind a proxy, up and fresh; `act` is played, then everything is gone. */
async function withScreens(
  options: { readonly always?: Partial<Faults>; readonly clockOffByMs?: () => number; readonly count: number },
  act: (cast: Cast) => Promise<void>,
): Promise<void> {
  const server = await createServerProcess();
  await server.start();
  const api = await signInHere(server.url, server.password);
  const proxy = await createTcpFaultProxy({ targetPort: server.port });
  await proxy.become(options.always ?? {});
  const tokens = await screenTokens(api, options.count);
  const screens = openScreens({ ...options, url: proxy.url, tokens, name: 'f.', sampleMs: 250 });
  try {
    expect(await screens.log.until(all(screens, 'fresh'), upWithinMs), 'every screen comes up').toBe(true);
    const orders = createOrderStream(api);
    orders.startFrom(screens.log.newest(screens.names[0] ?? '', 'shown') ?? { epoch: '', seq: 0 });
    await act({ server, api, proxy, screens, orders });
  } finally {
    await screens.stop();
    await proxy.close();
    await server.remove();
  }
}

const all =
  ({ names, log }: Screens, freshness: string) =>
  () =>
    names.every((name) => log.newest(name, 'sample')?.freshness === freshness);

/** The kitchen is out of reach until every screen says so, then back: at no moment old news look new. */
export async function playTold(kind: Kind): Promise<void> {
  let clockOffByMs = 0;
  const options = { count: scale({ short: 3, long: 20 }), clockOffByMs: () => clockOffByMs };
  await withScreens({ ...options, always: kind.always ?? {} }, async (cast) => {
    const { screens, proxy, orders, api } = cast;
    const paths: readonly (string | null | undefined)[] = kind.paths ?? ['websocket'];
    for (const name of screens.names) expect(paths).toContain(screens.log.newest(name, 'phase')?.path);
    clockOffByMs = -(kind.clockBackMs ?? 0);
    await takeAway(kind, cast);
    expect(await screens.log.until(all(screens, 'lost'), kind.lostWithinMs ?? lostWithinMs), 'lost').toBe(true);
    await proxy.become(kind.always ?? {});
    if (kind.kill) await cast.server.start();
    const sinceMs = Date.now();
    const last = kind.kill ? await placeOf(api) : orders.last();
    const backMs = await recoveries(screens.log, screens.names, last, sinceMs);
    expect(await screens.log.until(all(screens, 'fresh'), upWithinMs), 'fresh again').toBe(true);
    const measured = 'network back to all shown';
    const scene = { scene: `f ${kind.name}`, network, measured, groups: [screens], orders, api, valuesMs: backMs };
    expectGoals(await judgeScreens(scene));
  });
}

const network = 'TCP proxy';

/** Where the log is now: after a start of the server at a place where no screen has been. */
async function placeOf(api: DistantApi): Promise<Stored> {
  const { epoch, head } = (await api.call('GET', '/ws/orders/live/status')).json;
  return { epoch, seq: head, atMs: Date.now() };
}

async function takeAway({ always, fault, cut, kill }: Kind, { server, proxy, orders }: Cast): Promise<void> {
  await orders.post(1, 0);
  await proxy.become({ ...always, ...fault });
  if (cut) proxy.cut();
  if (kill) await server.kill('SIGKILL');
  else await orders.post(3, 100);
}

/** Orders that wait in a slow network's queue for half a minute: each that comes is a sign of life, none is proof of now. */
export async function playQueue(): Promise<void> {
  await withScreens({ count: 1 }, async (cast) => {
    const { proxy, orders, screens, api } = cast;
    await proxy.become(faults.slow(12_500));
    await orders.post(scale({ short: 350, long: 1000 }), 0);
    await screens.log.until(() => missing(screens.log, screens.names, orders.stored) === 0, 180_000);
    const valuesMs = lagsMs(screens.log, screens.names, orders.stored);
    const scene = { scene: 'f a slow queue', network, measured: 'stored to shown', groups: [screens], valuesMs };
    // It takes its time, that is what it is about: no goal but that nothing looks newer than it is.
    expectWhole(await judgeScreens({ ...scene, orders, api }));
  });
}
