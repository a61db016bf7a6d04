import type { Page } from '@playwright/test';
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
  await kitchen.order(['fries'], { table_number: '2' });
  await reload(screen, 1);
  await kitchen.order(['burger'], { table_number: '3' });
  await expect(tickets(screen)).toHaveCount(2);
  await expect.poll(() => played(screen)).toEqual(['new']);

  await screen.goto('about:blank');
  await kitchen.order(['burger'], { table_number: '4' });
  await kitchen.order(['fries'], { table_number: '5' });
  await screen.goBack();
  await expect(tickets(screen)).toHaveCount(3);
  await expect.poll(() => played(screen)).toEqual(['new']);
});
