import { expect, openBoard, order, test, ticket } from './board-fixture.ts';

test('[BRN1] the picture moves by a pixel every few minutes, nothing is cut, and a touch holds it still', async ({
  page,
  pos,
  server,
}) => {
  await page.clock.install();
  await openBoard(page, server);
  await order(pos, '1', ['Soup']);
  await expect(ticket(page, 'T 1')).toBeVisible();
  const drift = page.locator('[data-drift]');
  const box = () => page.locator('[data-drift] > *').first().boundingBox();
  await expect(drift).toHaveAttribute('data-drift', '4,4');
  const [before, size] = [await box(), page.viewportSize()];
  await page.clock.runFor(181_000);
  await expect(drift).not.toHaveAttribute('data-drift', '4,4');
  const after = await box();
  const moved = Math.abs((after?.x ?? 0) - (before?.x ?? 0)) + Math.abs((after?.y ?? 0) - (before?.y ?? 0));
  expect(Math.round(moved)).toBe(1);
  expect([after?.width, after?.height]).toEqual([before?.width, before?.height]);
  expect((after?.x ?? 0) + (after?.width ?? 0)).toBeLessThanOrEqual(size?.width ?? 0);
  expect((after?.y ?? 0) + (after?.height ?? 0)).toBeLessThanOrEqual(size?.height ?? 0);

  const place = await drift.getAttribute('data-drift');
  await page.clock.runFor(150_000);
  await page.mouse.click(2, 2);
  await page.clock.runFor(40_000);
  await expect(drift).toHaveAttribute('data-drift', place ?? '');
  await page.clock.runFor(40_000);
  await expect(drift).not.toHaveAttribute('data-drift', place ?? '');
});

test('[BRN1] it can be switched off on a screen, and stays off', async ({ page, server }) => {
  await openBoard(page, server);
  await page.locator('[data-settings]').click();
  await page.getByRole('button', { name: 'Move the picture by a hair now and then' }).click();
  await page.reload();
  await expect(page.locator('[data-drift="off"]')).toBeVisible();
});
