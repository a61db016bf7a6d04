import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, describe, expect, test } from 'vitest';
import { scale } from '../harness/scale.ts';
import { screenTokens } from '../harness/screen-tokens.ts';
import { createSeededRandom, type SeededRandom } from '../harness/seeded-random.ts';
import { createServerProcess, type ServerProcess } from '../harness/server-process.ts';
import { type Faults, faults } from '../rig/fault.ts';
import { createFaultSchedule, runFaultSchedule } from '../rig/fault-schedule.ts';
import { addedUp, type Findings, figuresOf, tellFigures } from '../rig/figures.ts';
import { type HeadWatch, watchHead } from '../rig/head-watch.ts';
import { everyPage, hashOfServer } from '../rig/kitchen-hash.ts';
import { findingsIn, patienceMs, recoveries } from '../rig/scene-judge.ts';
import { createScreenLog, type ScreenLog } from '../rig/screen-log.ts';
import { openScreens, type Screens } from '../rig/screens.ts';
import { type DistantApi, signInHere } from '../rig/server-api.ts';
import { createTcpFaultProxy, type TcpFaultProxy } from '../rig/tcp-fault-proxy.ts';
import { createTurns } from '../rig/turns.ts';
import { createWriter } from '../rig/writer.ts';

const seeds = scale({ short: 3, long: 200 });
const chaosMs = scale({ short: 10_000, long: 30_000 });
const screensEach = scale({ short: 6, long: 10 });

type Network = {
  readonly name: string;
  readonly proxy: TcpFaultProxy;
  readonly always: Partial<Faults>;
  readonly screens: Screens;
};

/** One network for each transport: what cannot be had there, cannot be had at any time. */
const transports: Readonly<Record<string, Partial<Faults>>> = {
  websocket: {},
  sse: faults.upgradeRefused,
  polling: faults.onlyPolling,
};

type Kitchen = { readonly server: ServerProcess; readonly api: DistantApi; readonly log: ScreenLog };

async function openNetworks({ server, api, log }: Kitchen, random: SeededRandom): Promise<Network[]> {
  const networks: Network[] = [];
  for (const [name, always] of Object.entries(transports)) {
    const own = random.part(name);
    const proxy = await createTcpFaultProxy({ targetPort: server.port, chance: own.part('proxy').next });
    await proxy.become(always);
    const tokens = await screenTokens(api, screensEach);
    const who = { url: proxy.url, tokens, name, count: screensEach, sampleMs: 1000 };
    networks.push({ name, proxy, always, screens: openScreens({ ...who, log, random: own }) });
  }
  return networks;
}

/**
 * Screens and networks share this process. On a machine that gives it no time, the first frame of a connection cannot
 * come within its 4 s ([LNK8]), and every attempt begins anew: whoever reads of a failure must know whether it was that.
 */
const lateness = monitorEventLoopDelay({ resolution: 20 });
lateness.enable();
const howLate = () => {
  const [half, most] = [lateness.percentile(50), lateness.max].map((ns) => Math.round(ns / 1e6));
  return `this process came late by ${half} ms half of the time, by ${most} ms at most`;
};

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

/** Each consumer draws from a part of its own, so that a seed means the same whatever the timing ([NET4]). */
async function play(random: SeededRandom): Promise<void> {
  const server = await createServerProcess();
  await server.start();
  const api = await signInHere(server.url, server.password);
  const head = watchHead(api, 500);
  const log = createScreenLog();
  const networks = await openNetworks({ server, api, log }, random);
  const names = networks.flatMap(({ screens }) => screens.names);
  try {
    const isUp = (name: string) => log.newest(name, 'shown') !== undefined;
    expect(await log.until(() => names.every(isUp), patienceMs), 'every screen comes up').toBe(true);

    const writers = [0, 1, 2].map((index) => createWriter(api, `w${index}`, random.part(`writer ${index}`)));
    let isOver = false;
    const writing = writers.map((writer) => writer.run());
    const killing = killNowAndThen(server, random.part('killer'), () => isOver);
    await Promise.all(networks.map((network) => trouble(network, random)));
    isOver = true;
    expect(await killing).toBeGreaterThan(0);
    const wellAtMs = Date.now();
    for (const writer of writers) writer.stop();
    await Promise.all(writing);

    const acknowledged = writers.flatMap(({ orders }) => orders);
    const stored = await everyPage<{ id: string }>(api, '/orders?limit=200');
    expect(stored.map(({ id }) => id).toSorted()).toEqual(acknowledged.toSorted());
    await judge({ networks, log, head, wellAtMs, events: writers.reduce((sum, { done }) => sum + done(), 0) }, api);
  } finally {
    head.stop();
    for (const { screens, proxy } of networks) {
      await screens.stop();
      await proxy.close();
    }
    await server.remove();
  }
}

function trouble({ name, proxy, always }: Network, random: SeededRandom): Promise<void> {
  const options = { lengthMs: chaosMs, longestStepMs: 2500 };
  return runFaultSchedule(proxy, createFaultSchedule(random.part(`troubles of ${name}`), options), always);
}

type Over = {
  readonly networks: readonly Network[];
  readonly log: ScreenLog;
  readonly head: HeadWatch;
  /** Since then the networks are good and the server runs. */
  readonly wellAtMs: number;
  /** Commands that were answered. */
  readonly events: number;
};

/** Of all seeds, by transport. */
const found = new Map<string, Findings[]>();

async function judge({ networks, log, head, wellAtMs, events }: Over, api: DistantApi): Promise<void> {
  const last = await head.look();
  // The screens may have come to the starts of the server in another order than it made them.
  const lived = { ...log, epochs: head.epochs };
  const truth = await hashOfServer(api);
  const all = networks.map(async ({ name, screens }) => {
    const valuesMs = await recoveries(lived, screens.names, last, wellAtMs);
    const hashes = await screens.hashes();
    const wrong = screens.names.filter((_, index) => hashes[index] !== truth);
    const told = findingsIn(lived, screens.names, head.stored);
    const scene = { scene: `fuzz on ${name}`, network: 'TCP proxy', measured: 'all well to all shown', valuesMs };
    const findings = { ...told, ...scene, events, lacking: wrong.length * events, wrong: wrong.length };
    found.set(name, [...(found.get(name) ?? []), findings]);
    return { wrong, findings };
  });
  const outcomes = await Promise.all(all);
  const wrong = outcomes.flatMap((one) => one.wrong);
  expect(wrong, `not like the server; ${howLate()}\n${lastOf(log, wrong)}`).toEqual([]);
  expect(log.lines.filter(({ kind }) => kind === 'fault')).toEqual([]);
  expect(outcomes.map(({ findings }) => findings.silent)).toEqual(networks.map(() => 0));
  expect(log.lines.length).toBeGreaterThan(20);
}

/** What screens that went wrong have lived through last. */
function lastOf({ lines }: ScreenLog, names: readonly string[]): string {
  return lines
    .filter(({ screen, kind }) => names.includes(screen) && kind !== 'sample')
    .slice(-40)
    .map((line) => JSON.stringify(line))
    .join('\n');
}

afterAll(() => {
  console.log(howLate());
  lateness.disable();
  for (const all of found.values()) tellFigures(figuresOf(addedUp(all)));
});

/** Once a screen of it was not like the server after a minute; on a machine without time another seed fails alike. */
const failedOnce = ['932977932'];

/** Most of a seed is waiting: eight at once keep two cores busy and no more. */
const inTurn = createTurns(scale({ short: 3, long: 8 }));

describe.concurrent(`${3 * screensEach} screens on three transports, writers, drops, stalls and kills`, () => {
  for (let index = 0; index < seeds; index++) {
    const random = createSeededRandom(`fuzz ${index}`, process.env.KDS_TEST_SEED ?? failedOnce[index]);
    test(`[NET4] [LNK3] [PRM1] seed ${random.seed}: in the end every screen shows what the server has, nothing came twice`, () =>
      inTurn(() => play(random)));
  }
});
