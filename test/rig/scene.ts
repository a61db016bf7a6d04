import type { Transport } from '../../src-renderer/link/transport.ts';
import type { SceneFigures } from './figures.ts';
import { createOrderStream, type OrderStream } from './order-stream.ts';
import { judgeScreens } from './scene-figures.ts';
import { lagsMs, missing, patienceMs, recoveries } from './scene-judge.ts';
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
  /** So often each screen tells what a person sees. */
  readonly sampleMs?: number;
  /** What cannot be had on these networks. */
  readonly without?: readonly Transport[];
  /** Played before the first screen is opened. */
  readonly before?: (stage: Stage) => Promise<void>;
};

export async function openScene(options: SceneOptions): Promise<Scene> {
  const { name, tablets, screensEach, sampleMs = 250, without = [], before = nothing } = options;
  const stage = await setStage(tablets, screensEach);
  await before(stage);
  const log = createScreenLog();
  const groups = stage.tablets.map((tablet, index) =>
    tablet.open({ name: `${index}.`, count: screensEach, sampleMs, log, without }),
  );
  const names = groups.flatMap((group) => group.names);
  const orders = createOrderStream(stage.api);
  const tookMs: number[] = [];
  const remove = async () => {
    await Promise.all(groups.map((group) => group.stop()));
    await stage.remove();
  };
  if (!(await log.until(() => names.every((one) => log.newest(one, 'shown')), patienceMs))) {
    await remove();
    throw new Error(`${name}: not every screen came up\n${stage.server.stderr()}`);
  }
  orders.startFrom(log.newest(names[0] ?? '', 'shown') ?? { epoch: '', seq: 0 });

  async function end(what: 'recoveries' | 'lags'): Promise<SceneFigures> {
    await log.until(() => missing(log, names, orders.stored) === 0, patienceMs);
    const measured = what === 'lags' ? 'stored to shown' : 'network back to all shown';
    const valuesMs = what === 'lags' ? lagsMs(log, names, orders.stored) : tookMs;
    return judgeScreens({ scene: name, network: networkName, groups, orders, api: stage.api, measured, valuesMs });
  }

  return {
    stage,
    groups,
    orders,
    log,
    recovered: async () => {
      const roundMs = await recoveries(log, names, orders.last());
      tookMs.push(...roundMs);
      return roundMs;
    },
    end,
    remove,
  };
}

async function nothing(): Promise<void> {
  // Most scenes begin with an empty kitchen and a good network.
}
