import { setTimeout as wait } from 'node:timers/promises';
import { scale } from '../../harness/scale.ts';
import { figuresOf, type SceneFigures, tellFigures } from '../../rig/figures.ts';
import { everyPage } from '../../rig/kitchen-hash.ts';
import { createOrderStream, type OrderStream } from '../../rig/order-stream.ts';
import { isSilent, patienceMs } from '../../rig/scene-judge.ts';
import { networkName, type Radio, type Stage, setStage } from '../../rig/stage.ts';
import { test as base, expect } from './board-fixture.ts';
import { type BoardSample, ordersOn, samplesOf, watchBoard } from './board-watch.ts';
import { openTabletBrowser, type TabletBrowser } from './tablet-browser.ts';

/** The scenes of a bad network as a tablet's browser lives through them, at http://kitchen-pass.local. */
const test = base.extend<{ stage: Stage; tablet: TabletBrowser; orders: OrderStream }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names in the pattern
  stage: async ({}, use) => {
    const stage = await setStage(1);
    await use(stage);
    await stage.remove();
  },
  tablet: async ({ stage }, use) => {
    const tablet = await openTabletBrowser(stage.tablets[0]!);
    await watchBoard(tablet.page);
    await use(tablet);
    await tablet.close();
  },
  orders: async ({ stage }, use) => use(createOrderStream(stage.api)),
});

type Seen = {
  readonly samples: readonly BoardSample[];
  readonly backAtMs: readonly number[];
  /** Ids of the orders, on the board's pages and in the server's answer. */
  readonly onBoard: readonly string[];
  readonly onServer: readonly string[];
};

const patience = { timeout: patienceMs };

/** Waits until the board shows all that is stored. */
async function untilAll(tablet: TabletBrowser, orders: OrderStream): Promise<void> {
  const all = String(orders.stored.length);
  await expect(tablet.page.locator('[data-open-count]')).toHaveAttribute('data-open-count', all, patience);
  await expect(tablet.page.locator('[data-freshness="fresh"]')).toBeVisible(patience);
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

function figuresFrom(scene: string, seen: Seen, orders: OrderStream): SceneFigures {
  const isOutage = seen.backAtMs.length > 0;
  return figuresOf({
    scene: `browser ${scene}`,
    network: networkName,
    screens: 1,
    events: orders.stored.length,
    measured: isOutage ? 'network back to all shown' : 'stored to shown',
    valuesMs: isOutage ? recoveriesMs(seen, orders) : lagsMs(seen, orders),
    lacking: seen.onServer.filter((id) => !seen.onBoard.includes(id)).length,
    wrong: seen.onBoard.some((id) => !seen.onServer.includes(id)) ? 1 : 0,
    holes: 0,
    repeats: doubled(seen, orders),
    silent: silent(seen, orders).length,
  });
}

type Play = (radio: Radio, orders: OrderStream, back: () => Promise<void>) => Promise<void>;

function scene(name: string, play: Play): void {
  test(`[FRS1] [LNK1] over ${networkName}, in a browser: ${name}`, async ({ stage, tablet, orders }) => {
    test.setTimeout(scale({ short: 180_000, long: 1_200_000 }));
    const backAtMs: number[] = [];
    await play(stage.tablets[0]!.radio, orders, async () => {
      backAtMs.push(Date.now());
      await untilAll(tablet, orders);
    });
    await untilAll(tablet, orders);
    const open = await everyPage<{ id: string }>(stage.api, '/orders?status=open&limit=200');
    expect(open).toHaveLength(orders.stored.length);
    const samples = await samplesOf(tablet.page);
    const onBoard = await ordersOn(tablet.page);
    const figures = figuresFrom(name, { samples, backAtMs, onBoard, onServer: open.map(({ id }) => id) }, orders);
    tellFigures(figures);
    expect(figures).toMatchObject({ completion: 1, lost: 0, doubled: 0, silentErrors: 0 });
    // One sample is no mean; the scenes of many screens measure that.
    if (figures.recoveryMs.samples >= 10) expect(figures.recoveryMs.mean).toBeLessThan(2500);
    expect(figures.recoveryMs.p99).toBeLessThan(5000);
  });
}

const rounds = (short: number, long: number) => Array.from({ length: scale({ short, long }) }, (_, index) => index);

scene('100 kbit per s with 50 events', async (radio, orders) => {
  radio.limit(100_000);
  for (const _ of rounds(5, 20)) await Promise.all([orders.post(10, 0), wait(2000)]);
});

scene('a stall of 32 s and more', async (radio, orders, back) => {
  for (const _ of rounds(1, 5)) {
    radio.lose(100);
    await Promise.all([orders.post(20, 500), wait(scale({ short: 32_000, long: 45_000 }))]);
    radio.lose(0);
    await back();
  }
});

scene('a tenth of the packets is lost', async (radio, orders) => {
  radio.lose(10);
  await orders.post(scale({ short: 50, long: 200 }), 150);
});

scene('another network, another address', async (radio, orders, back) => {
  for (const _ of rounds(3, 10)) {
    radio.unplug();
    await orders.post(5, 400);
    radio.changeAddress();
    radio.plug();
    await back();
  }
});

scene('off and on three times', async (radio, orders, back) => {
  for (const _ of rounds(2, 10)) {
    for (const offMs of [1500, 1000, 2000]) {
      radio.unplug();
      await orders.post(3, offMs / 3);
      radio.plug();
      if (offMs !== 2000) await wait(700);
    }
    await back();
  }
});
