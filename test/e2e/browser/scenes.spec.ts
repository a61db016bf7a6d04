import { setTimeout as wait } from 'node:timers/promises';
import { scale } from '../../harness/scale.ts';
import { tellFigures } from '../../rig/figures.ts';
import { createOrderStream, type OrderStream } from '../../rig/order-stream.ts';
import { networkName, type Radio, type Stage, setStage } from '../../rig/stage.ts';
import { figuresFrom, untilAll } from './board-figures.ts';
import { test as base, expect } from './board-fixture.ts';
import { watchBoard } from './board-watch.ts';
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

type Play = (radio: Radio, orders: OrderStream, back: () => Promise<void>) => Promise<void>;

function scene(name: string, play: Play): void {
  test(`[FRS1] [LNK1] over ${networkName}, in a browser: ${name}`, async ({ stage, tablet, orders }) => {
    test.setTimeout(scale({ short: 180_000, long: 1_200_000 }));
    const backAtMs: number[] = [];
    await play(stage.tablets[0]!.radio, orders, async () => {
      backAtMs.push(Date.now());
      await untilAll(tablet.page, orders);
    });
    await untilAll(tablet.page, orders);
    const about = { scene: name, network: networkName, page: tablet.page, orders, api: stage.api, backAtMs };
    const figures = await figuresFrom(about);
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
