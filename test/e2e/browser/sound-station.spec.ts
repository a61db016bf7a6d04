import type { Page } from '@playwright/test';
import { stations } from '../../harness/small-kitchen.ts';
import { expect, ticket, tickets } from './board-fixture.ts';
import { played, watchSound } from './sound-watch.ts';
import { test } from './station-fixture.ts';

/** Loaded anew, and listened to from its first moment on. */
async function reload(screen: Page, count: number): Promise<void> {
  await screen.reload();
  await expect(tickets(screen)).toHaveCount(count);
}

test('[CHM1] [SCR2] a screen whose station is in its address rings at a reload for that station alone', async ({
  kitchen,
  screenOf,
}) => {
  const screen = await screenOf('grill');
  await watchSound(screen);
  await kitchen.order(['burger'], { table_number: '1' });
  await expect(ticket(screen, 'T 1')).toBeVisible();
  await reload(screen, 1);
  await kitchen.order(['fries'], { table_number: '2' });
  await reload(screen, 1);
  expect(await played(screen)).toEqual([]);
  await kitchen.order(['burger'], { table_number: '3' });
  await expect(tickets(screen)).toHaveCount(2);
  await expect.poll(() => played(screen)).toEqual(['new']);
});

test('[CHM3] [SCR2] what was handed on to the station of the address while its screen was away rings when it is back', async ({
  kitchen,
  pos,
  screenOf,
}) => {
  const hands = stations.map((one) => (one.id === 'fry' ? { ...one, next: 'grill' } : one));
  await pos.call('PUT', '/stations', { items: hands });
  const screen = await screenOf('grill');
  await watchSound(screen);
  await kitchen.order(['burger'], { table_number: '1' });
  const { id } = await kitchen.order(['fries'], { table_number: '2' });
  await expect(ticket(screen, 'T 1')).toBeVisible();
  await reload(screen, 1);
  await screen.goto('about:blank');
  await pos.call('POST', `/orders/${id}/bump`, { station: 'fry' });
  await screen.goBack();
  await expect(tickets(screen)).toHaveCount(2);
  await expect.poll(() => played(screen)).toEqual(['new']);
});
