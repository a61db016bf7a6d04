import { expect, guardOver, test } from './board-fixture.ts';
import { moveTo, press } from './keys-hand.ts';
import { board, byName, nameBox, newDevice, openAsManager } from './people-hand.ts';

/** Nothing here is pointed at: keys alone, as with a bump bar that has Tab and Enter. */
test('[KEY2] [PAI3] a device is named, asks, and is let in by keys alone, on both screens', async ({
  page,
  browser,
  server,
}) => {
  test.slow();
  await openAsManager(page, server);
  const panel = page.getByRole('dialog', { name: 'People and devices' });
  const go = async (name: string | RegExp, key = 'Tab') => {
    await moveTo(page, key, panel.getByRole('button', { name }).first());
    await press(page, 'Enter');
  };
  await moveTo(page, 'Tab', page.locator('[data-settings]'));
  await press(page, 'Enter');
  await moveTo(page, 'ArrowDown', page.locator('[data-open-people]'));
  await press(page, 'Enter');
  await expect(panel.getByText('No device is paired yet')).toBeVisible();
  await go('Let a device in');
  await go('Guests’ board', 'ArrowDown');
  await go('Kitchen screen', 'ArrowUp');
  await go('Open pairing for two minutes');
  await expect(panel.getByRole('heading', { name: 'Pairing is open: Kitchen screen' })).toBeFocused();

  const device = await newDevice(browser);
  await device.goto(`${byName(server)}/pair`);
  await expect(nameBox(device)).toBeFocused();
  await device.keyboard.type('Grill 1');
  await device.keyboard.press('Tab');
  await device.keyboard.press('Enter');
  await expect(device.locator('[data-code]')).toBeVisible();
  await go('Let in');
  await expect(board(device)).toBeVisible();

  await go('Close pairing');
  await expect(panel.locator('[data-ended]')).toContainText('Grill 1');
  const row = panel.locator('[data-row="Grill 1"]');
  await moveTo(page, 'Tab', row.getByRole('button', { name: 'Revoke' }));
  await press(page, 'Enter');
  await expect(row.getByRole('button', { name: 'Cancel' })).toBeFocused();
  await press(page, 'Enter');
  await expect(row.getByRole('button', { name: 'Revoke' })).toBeFocused();
  await press(page, 'Enter', 'ArrowDown', 'Enter');
  await expect(panel.getByText('No device is paired yet')).toBeVisible();
  await guardOver(page);
  await page.keyboard.press('Escape');
  await expect(panel).toHaveCount(0);
  await expect(page.getByRole('dialog', { name: 'Settings of this screen' })).toBeVisible();
  await device.context().close();
});

test('[KEY2] [STF1] a person is added by keys alone', async ({ page, server }) => {
  await openAsManager(page, server);
  const panel = page.getByRole('dialog', { name: 'People and devices' });
  await moveTo(page, 'Tab', page.locator('[data-settings]'));
  await press(page, 'Enter');
  await moveTo(page, 'Tab', page.locator('[data-open-people]'));
  await press(page, 'Enter');
  await moveTo(page, 'Tab', panel.getByRole('button', { name: 'People' }));
  await press(page, 'Enter');
  await moveTo(page, 'Tab', panel.getByRole('button', { name: 'Add a person' }));
  await press(page, 'Enter');
  await expect(panel.getByLabel('Name', { exact: true })).toBeFocused();
  await page.keyboard.type('Anna');
  await page.keyboard.press('Tab');
  await page.keyboard.type('anna');
  await press(page, 'Enter');
  await expect(panel.locator('[data-row="Anna"]')).toContainText('Cannot sign in: no password and no PIN');
  await expect(panel.getByRole('button', { name: 'Add a person' })).toBeFocused();
});
