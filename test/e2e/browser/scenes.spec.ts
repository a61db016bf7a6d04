import { setTimeout as wait } from 'node:timers/promises';
import { scale } from '../../harness/scale.ts';
import { type SceneFigures, spreadOf, tellFigures } from '../../rig/figures.ts';
import { createOrderStream, type OrderStream } from '../../rig/order-stream.ts';
import { networkName, type Radio, type Stage, setStage } from '../../rig/stage.ts';
import { test as base, expect } from './board-fixture.ts';
import { type BoardSample, samplesOf, watchBoard } from './board-watch.ts';
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

type Seen = { readonly samples: readonly BoardSample[]; readonly backAtMs: readonly number[] };

const tellMs = 15_000;
const patience = { timeout: 60_000 };

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
    return Math.max(0, (first?.atMs ?? Number.POSITIVE_INFINITY) - back);
  });
}

const lagsMs = ({ samples }: Seen, orders: OrderStream) =>
  orders.stored.map(
    ({ atMs }, index) => (samples.find(({ count }) => count > index)?.atMs ?? Number.POSITIVE_INFINITY) - atMs,
  );

/** Looks at which an order of more than 15 s ago was missing and the board called itself fresh. */
const silent = ({ samples }: Seen, orders: OrderStream) =>
  samples.filter(({ atMs, count, freshness }) => {
    const oldest = orders.stored[Math.max(0, count)];
    return oldest && atMs - oldest.atMs > tellMs && freshness !== 'waiting' && freshness !== 'lost';
  });

function figuresOf(scene: string, seen: Seen, orders: OrderStream): SceneFigures {
  const counts = seen.samples.map(({ count }) => count);
  const shown = counts.at(-1) ?? 0;
  const isOutage = seen.backAtMs.length > 0;
  return {
    scene: `browser ${scene}`,
    network: networkName,
    screens: 1,
    events: orders.stored.length,
    completion: shown / orders.stored.length,
    measured: isOutage ? 'network back to all shown' : 'stored to shown',
    recoveryMs: spreadOf(isOutage ? recoveriesMs(seen, orders) : lagsMs(seen, orders)),
    lost: Math.max(0, orders.stored.length - shown),
    doubled: Math.max(0, Math.max(...counts) - orders.stored.length),
    silentErrors: silent(seen, orders).length,
  };
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
    const open = (await stage.api.call('GET', '/orders?status=open&limit=200')).json.items;
    expect(open).toHaveLength(Math.min(200, orders.stored.length));
    const figures = figuresOf(name, { samples: await samplesOf(tablet.page), backAtMs }, orders);
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
