import { expect } from 'vitest';
import { type SceneFigures, spreadOf, tellFigures } from './figures.ts';
import { hashOfServer } from './kitchen-hash.ts';
import { createOrderStream, type OrderStream } from './order-stream.ts';
import { faultsIn, lagsMs, missing, recoveries, silentFailures } from './scene-judge.ts';
import { createScreenLog, type ScreenLog } from './screen-log.ts';
import type { Screens } from './screens.ts';
import { networkName, type Stage, setStage } from './stage.ts';

/** Tablets with screens on a bad network, one writer, and what became of it. */
export type Scene = {
  readonly stage: Stage;
  readonly groups: readonly Screens[];
  readonly orders: OrderStream;
  readonly log: ScreenLog;
  /** The network is good again now: waits until all screens have all, and notes how long each took. */
  recovered(): Promise<readonly number[]>;
  /** Waits until all have all, then gives the figures. `recoveries`: of the rounds, `lags`: of each event. */
  end(what: 'recoveries' | 'lags'): Promise<SceneFigures>;
  remove(): Promise<void>;
};

export type SceneOptions = {
  readonly name: string;
  readonly tablets: number;
  readonly screensEach: number;
  /** So often each screen tells what a person sees; 0 for never, where there are hundreds. */
  readonly sampleMs?: number;
};

/** Longer than any goal, so that a miss is seen as a large figure and not as an end of the test. */
const patienceMs = 60_000;

export async function openScene({ name, tablets, screensEach, sampleMs = 250 }: SceneOptions): Promise<Scene> {
  const stage = await setStage(tablets);
  const log = createScreenLog();
  const groups = stage.tablets.map((tablet, index) =>
    tablet.open({ name: `${index}.`, count: screensEach, sampleMs, log }),
  );
  const names = groups.flatMap((group) => group.names);
  const orders = createOrderStream(stage.api);
  const tookMs: number[] = [];
  if (!(await log.until(() => names.every((one) => log.newest(one, 'shown')), patienceMs)))
    throw new Error(`${name}: not every screen came up\n${stage.server.stderr()}`);
  orders.startFrom(log.newest(names[0] ?? '', 'shown') ?? { epoch: '', seq: 0 });

  async function end(what: 'recoveries' | 'lags'): Promise<SceneFigures> {
    await log.until(() => missing(log, names, orders.stored) === 0, patienceMs);
    const lacking = missing(log, names, orders.stored);
    const shown = (await Promise.all(groups.map((group) => group.hashes()))).flat();
    const truth = await hashOfServer(stage.api);
    const due = names.length * orders.stored.length;
    const figures: SceneFigures = {
      scene: name,
      network: networkName,
      screens: names.length,
      events: orders.stored.length,
      completion: (due - lacking) / due,
      measured: what === 'lags' ? 'stored to shown' : 'network back to all shown',
      recoveryMs: spreadOf(what === 'lags' ? lagsMs(log, names, orders.stored) : tookMs),
      lost: lacking + faultsIn(log.lines, 'hole').length + shown.filter((hash) => hash !== truth).length,
      doubled: faultsIn(log.lines, 'repeat').length,
      silentErrors: silentFailures(log, orders.stored).length,
    };
    tellFigures(figures);
    return figures;
  }

  return {
    stage,
    groups,
    orders,
    log,
    recovered: async () => {
      const roundMs = await recoveries(log, names, orders, patienceMs);
      tookMs.push(...roundMs);
      return roundMs;
    },
    end,
    remove: async () => {
      await Promise.all(groups.map((group) => group.stop()));
      await stage.remove();
    },
  };
}

/** What the product promises of every scene ([NET1]), also where a screen must find out by itself ([NET2]). */
export function expectGoals(figures: SceneFigures): void {
  expect(figures).toMatchObject({ completion: 1, lost: 0, doubled: 0, silentErrors: 0 });
  expect(figures.recoveryMs.samples).toBeGreaterThan(0);
  expect(figures.recoveryMs.mean).toBeLessThan(2500);
  expect(figures.recoveryMs.p99).toBeLessThan(5000);
}
