import type { Page } from '@playwright/test';
import type { Api } from '../../harness/api.ts';
import { figuresOf, type SceneFigures } from '../../rig/figures.ts';
import { everyPage } from '../../rig/kitchen-hash.ts';
import type { OrderStream } from '../../rig/order-stream.ts';
import { isSilent, patienceMs } from '../../rig/scene-judge.ts';
import { expect } from './board-fixture.ts';
import { type BoardSample, ordersOn, samplesOf } from './board-watch.ts';

type Seen = {
  readonly samples: readonly BoardSample[];
  readonly backAtMs: readonly number[];
  /** Ids of the orders on the board's pages, each as often as it stands there. */
  readonly onBoard: readonly string[];
};

const patience = { timeout: patienceMs };

/** Waits until the board shows all that is stored. */
export async function untilAll(page: Page, orders: OrderStream): Promise<void> {
  const all = String(orders.stored.length);
  await expect(page.locator('[data-open-count]')).toHaveAttribute('data-open-count', all, patience);
  await expect(page.locator('[data-freshness="fresh"]')).toBeVisible(patience);
}

/** From the network's return to the first look at which all was shown that had been stored by then. */
function recoveriesMs({ samples, backAtMs }: Seen, orders: OrderStream): number[] {
  return backAtMs.map((back) => {
    const due = orders.stored.filter(({ atMs }) => atMs <= back).length;
    const first = samples.find(({ count }) => count >= due);
    return first ? Math.max(0, first.atMs - back) : patienceMs;
  });
}

const lagsMs = ({ samples }: Seen, orders: OrderStream) =>
  orders.stored.map(({ atMs }, index) => {
    const first = samples.find(({ count }) => count > index);
    return first ? first.atMs - atMs : patienceMs;
  });

/** Looks at which an old order was missing and the board said nothing of it. */
const silent = ({ samples }: Seen, orders: OrderStream) =>
  samples.filter(({ atMs, count, freshness }) => {
    const oldest = orders.stored[Math.max(0, count)];
    return oldest !== undefined && isSilent(freshness, atMs - oldest.atMs);
  });

/** More tickets at one look than there were orders then, or one ticket in two places. */
const doubled = ({ samples, onBoard }: Seen, orders: OrderStream) => {
  const tooMany = samples.map(({ atMs, count }) => count - orders.stored.filter((one) => one.atMs <= atMs).length);
  const twice = samples.map((sample) => sample.twice);
  return Math.max(0, ...tooMany, ...twice, onBoard.length - new Set(onBoard).size);
};

type About = Pick<SceneFigures, 'scene' | 'network'> & {
  readonly page: Page;
  readonly orders: OrderStream;
  readonly api: Pick<Api, 'call'>;
  /** When the network was good again; none where it was never away. */
  readonly backAtMs: readonly number[];
};

/** What the scene came to for whoever stood before this board; the server's own list is the truth. */
export async function figuresFrom({ scene, network, page, orders, api, backAtMs }: About): Promise<SceneFigures> {
  const samples = await samplesOf(page);
  const onBoard = await ordersOn(page);
  const onServer = (await everyPage<{ id: string }>(api, '/orders?status=open&limit=200')).map(({ id }) => id);
  expect(onServer).toHaveLength(orders.stored.length);
  const seen = { samples, backAtMs, onBoard };
  const isOutage = backAtMs.length > 0;
  return figuresOf({
    scene: `browser ${scene}`,
    network,
    screens: 1,
    events: orders.stored.length,
    measured: isOutage ? 'network back to all shown' : 'stored to shown',
    valuesMs: isOutage ? recoveriesMs(seen, orders) : lagsMs(seen, orders),
    lacking: onServer.filter((id) => !onBoard.includes(id)).length,
    wrong: onBoard.some((id) => !onServer.includes(id)) ? 1 : 0,
    holes: 0,
    repeats: doubled(seen, orders),
    silent: silent(seen, orders).length,
  });
}
