import { expect } from 'vitest';
import type { Api } from '../harness/api.ts';
import { type Findings, figuresOf, type SceneFigures, tellFigures } from './figures.ts';
import { hashOfServer } from './kitchen-hash.ts';
import type { OrderStream } from './order-stream.ts';
import { findingsIn } from './scene-judge.ts';
import type { Screens } from './screens.ts';

/** A scene that is over, of screens of the rig which share one log. */
export type Judged = Pick<Findings, 'scene' | 'network' | 'measured' | 'valuesMs'> & {
  readonly groups: readonly Screens[];
  readonly orders: Pick<OrderStream, 'stored'>;
  readonly api: Pick<Api, 'call'>;
};

/** Asks each screen what it shows, and tells what the scene came to. */
export async function judgeScreens({ groups, orders, api, ...scene }: Judged): Promise<SceneFigures> {
  const [first] = groups;
  if (!first) throw new Error('a scene without screens shows nothing');
  const names = groups.flatMap((group) => group.names);
  const shown = (await Promise.all(groups.map((group) => group.hashes()))).flat();
  const truth = await hashOfServer(api);
  const wrong = shown.filter((hash) => hash !== truth).length;
  const figures = figuresOf({ ...scene, ...findingsIn(first.log, names, orders.stored), wrong });
  tellFigures(figures);
  return figures;
}

/** What holds in every scene ([NET1], [NET3]). */
export function expectWhole(figures: SceneFigures): void {
  expect(figures).toMatchObject({ completion: 1, lost: 0, doubled: 0, silentErrors: 0 });
}

/** What the product promises of every return, also where a screen must find out by itself ([NET1], [NET2]). */
export function expectGoals(figures: SceneFigures): void {
  expectWhole(figures);
  expect(figures.recoveryMs.samples).toBeGreaterThan(0);
  expect(figures.recoveryMs.mean).toBeLessThan(2500);
  expect(figures.recoveryMs.p99).toBeLessThan(5000);
}
