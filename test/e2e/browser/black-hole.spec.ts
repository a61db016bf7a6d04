import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from '@playwright/test';
import { scale } from '../../harness/scale.ts';
import { createOrderStream } from '../../rig/order-stream.ts';
import { networkName, setStage } from '../../rig/stage.ts';
import { openTabletBrowser } from './tablet-browser.ts';

/** Long enough for a browser that goes on dialling for what was given up to have all its connections taken. */
for (const holeMs of scale({ short: [36_000], long: [36_000, 70_000, 130_000] })) {
  test(`[LNK15] [SND6] [NET1] over ${networkName}: after ${holeMs / 1000} s in a black hole the board is right in 5 s, and a bump made there is stored`, async () => {
    test.setTimeout(holeMs + 120_000);
    const stage = await setStage(1);
    const { radio } = stage.tablets[0]!;
    const tablet = await openTabletBrowser(stage.tablets[0]!);
    const openAtServer = async () =>
      (await stage.api.call('GET', '/orders?status=open&limit=200')).json.items.length as number;
    try {
      const orders = createOrderStream(stage.api);
      await orders.post(2, 0);
      const count = tablet.page.locator('[data-open-count]');
      await expect(count).toHaveAttribute('data-open-count', '2');
      radio.lose(100);
      await tablet.page.locator('[data-bump]').first().click();
      await expect(count).toHaveAttribute('data-open-count', '1');
      await Promise.all([orders.post(10, 1000), wait(holeMs)]);
      expect(await openAtServer()).toBe(12);
      radio.lose(0);
      const backAtMs = Date.now();
      await expect(count).toHaveAttribute('data-open-count', '11', { timeout: 60_000 });
      const rightMs = Date.now() - backAtMs;
      await expect.poll(openAtServer, { timeout: 60_000, intervals: [50] }).toBe(11);
      const storedMs = Date.now() - backAtMs;
      console.log(
        `${holeMs} ms in a black hole: the board is right after ${rightMs} ms, the bump stored after ${storedMs} ms`,
      );
      expect(rightMs).toBeLessThan(5000);
      expect(storedMs).toBeLessThan(7000);
    } finally {
      await tablet.close();
      await stage.remove();
    }
  });
}
