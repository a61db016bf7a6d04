import { expect, test } from '@playwright/test';
import { postFlatOut } from '../../harness/flat-out.ts';
import { loadOrders } from '../../harness/real-orders.ts';
import { boardUrl, createHome, openDesktop } from './desktop-app.ts';

const { name, orders } = loadOrders();

test(`${name} posted flat out to the desktop's server are all in its window`, async () => {
  const home = createHome();
  try {
    const { app, page } = await openDesktop(home);
    const url = await boardUrl(page);
    await expect(page.getByText('No open tickets')).toBeVisible();
    const counts = await postFlatOut(url, orders);
    expect(counts).toMatchObject({ acknowledged: orders.length, refused: 0 });
    await expect(page.getByText(`${orders.length} open tickets`)).toBeVisible();
    await page.screenshot({ path: 'artefacts/desktop/real-orders.png' });
    await app.close();
  } finally {
    home.remove();
  }
});
