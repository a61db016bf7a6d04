import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { scale } from '../harness/scale.ts';
import { createSeededRandom, type SeededRandom } from '../harness/seeded-random.ts';
import { createServerProcess, type ServerProcess } from '../harness/server-process.ts';
import { type Faults, faults } from '../rig/fault.ts';
import { createFaultSchedule, runFaultSchedule } from '../rig/fault-schedule.ts';
import { everyPage, hashOfServer } from '../rig/kitchen-hash.ts';
import { openScreens, type Screens } from '../rig/screens.ts';
import { signInHere } from '../rig/server-api.ts';
import { createTcpFaultProxy, type TcpFaultProxy } from '../rig/tcp-fault-proxy.ts';
import { createTurns } from '../rig/turns.ts';
import { createWriter } from '../rig/writer.ts';

const seeds = scale({ short: 3, long: 200 });
const chaosMs = scale({ short: 10_000, long: 30_000 });
const screensEach = scale({ short: 6, long: 10 });
const settleWithinMs = 60_000;

type Network = { readonly proxy: TcpFaultProxy; readonly always: Partial<Faults>; readonly screens: Screens };

/** One network for each transport: what cannot be had there, cannot be had at any time. */
const transports: readonly (readonly [string, Partial<Faults>])[] = [
  ['websocket', {}],
  ['sse', faults.upgradeRefused],
  ['polling', faults.onlyPolling],
];

async function openNetworks(server: ServerProcess, token: string): Promise<Network[]> {
  const networks: Network[] = [];
  for (const [name, always] of transports) {
    const proxy = await createTcpFaultProxy({ targetPort: server.port });
    await proxy.become(always);
    const screens = openScreens({ url: proxy.url, token, name, count: screensEach, sampleMs: 0 });
    networks.push({ proxy, always, screens });
  }
  return networks;
}

/** It dies in the middle of whatever it does, and starts again. */
async function killNowAndThen(server: ServerProcess, random: SeededRandom, isOver: () => boolean): Promise<number> {
  let kills = 0;
  for (; !isOver(); kills++) {
    await wait(2000 + random.below(6000));
    await server.kill('SIGKILL');
    await server.start();
  }
  return kills;
}

async function play(random: SeededRandom): Promise<void> {
  const server = await createServerProcess();
  await server.start();
  const api = await signInHere(server.url, server.password);
  const networks = await openNetworks(server, api.token);
  const all = networks.flatMap(({ screens }) => screens.names.map((name) => ({ name, log: screens.log })));
  try {
    for (const { name, log } of all)
      expect(await log.until(() => log.newest(name, 'shown') !== undefined, settleWithinMs), name).toBe(true);

    const writers = [0, 1, 2].map((index) => createWriter(api, `w${index}`, random));
    let isOver = false;
    const writing = writers.map((writer) => writer.run());
    const killing = killNowAndThen(server, random, () => isOver);
    const options = { lengthMs: chaosMs, longestStepMs: 2500 };
    const troubles = networks.map((network) =>
      runFaultSchedule(network.proxy, createFaultSchedule(random, options), network.always),
    );
    await Promise.all(troubles);
    isOver = true;
    expect(await killing).toBeGreaterThan(0);
    for (const writer of writers) writer.stop();
    await Promise.all(writing);

    const acknowledged = writers.flatMap(({ orders }) => orders);
    const stored = await everyPage<{ id: string }>(api, '/orders?limit=200');
    expect(stored.map(({ id }) => id).toSorted()).toEqual(acknowledged.toSorted());
    await expectAllEqual(networks, await hashOfServer(api));
    expect(all[0]!.log.lines.length).toBeGreaterThan(20);
  } finally {
    for (const { screens, proxy } of networks) {
      await screens.stop();
      await proxy.close();
    }
    await server.remove();
  }
}

async function expectAllEqual(networks: readonly Network[], truth: string): Promise<void> {
  const untilMs = Date.now() + settleWithinMs;
  for (;;) {
    const wrong: string[] = [];
    for (const { screens } of networks) {
      const hashes = await screens.hashes();
      wrong.push(...screens.names.filter((_, index) => hashes[index] !== truth));
    }
    if (wrong.length === 0) break;
    expect(Date.now(), `still not like the server: ${wrong}\n${lastOf(networks, wrong)}`).toBeLessThan(untilMs);
    await wait(250);
  }
  for (const { screens } of networks) expect(screens.log.lines.filter(({ kind }) => kind === 'fault')).toEqual([]);
}

/** What a screen that went wrong has lived through last. */
function lastOf(networks: readonly Network[], names: readonly string[]): string {
  const lines = networks.flatMap(({ screens }) => screens.log.lines).filter(({ screen }) => names.includes(screen));
  return lines
    .slice(-40)
    .map((line) => JSON.stringify(line))
    .join('\n');
}

/** Once a screen of it was not like the server after a minute; what it was is not known. */
const failedOnce = ['932977932'];

const inTurn = createTurns(3);

describe.concurrent(`${3 * screensEach} screens on three transports, writers, drops, stalls and kills`, () => {
  for (let index = 0; index < seeds; index++) {
    const random = createSeededRandom(`fuzz ${index}`, process.env.KDS_TEST_SEED ?? failedOnce[index]);
    test(`[NET4] [LNK3] [PRM1] seed ${random.seed}: in the end every screen shows what the server has, nothing came twice`, () =>
      inTurn(() => play(random)));
  }
});
