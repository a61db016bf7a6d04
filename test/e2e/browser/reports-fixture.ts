import { openPastKitchen, type PastKitchen } from '../../harness/past-kitchen.ts';
import { cookEvening } from '../../harness/past-service.ts';
import { createServerProcess } from '../../harness/server-process.ts';
import { test as base } from './board-fixture.ts';

export const zone = 'Europe/Berlin';

/** On the night after it the clock goes back. */
export const longNight = { from: '2026-10-24', to: '2026-10-25' };
/** Forty dishes, more than are shown at first. */
export const manyDishes = { from: '2026-09-01', to: '2026-09-01' };

/** A kitchen that has served before: two evenings around a change of the clock, and a day with many dishes. */
export const test = base.extend({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names in the pattern
  server: async ({}, use) => {
    const server = await createServerProcess({ KDS_TIMEZONE: zone });
    const kitchen = await openPastKitchen(server.dataDir, zone, Date.UTC(2026, 8, 1, 16));
    await serveBefore(kitchen);
    kitchen.close();
    await server.start();
    await use(server);
    await server.remove();
  },
});

async function serveBefore(kitchen: PastKitchen): Promise<void> {
  for (let dish = 1; dish <= 40; dish++)
    await kitchen.serve(dish / 2, 1, { name: `Dish ${dish}`, unit_price: 5, quantity: 1 + (dish % 3) });
  await cookEvening(kitchen, Date.UTC(2026, 9, 17, 16));
  await cookEvening(kitchen, Date.UTC(2026, 9, 24, 21));
  await cookEvening(kitchen, Date.UTC(2026, 9, 25, 11));
}
