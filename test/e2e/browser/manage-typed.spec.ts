import { expect, guardOver, test } from './board-fixture.ts';
import { letIn } from './signed-in.ts';

test.use({ hasTouch: true, viewport: { width: 360, height: 740 } });

test('[STE6] a form with something unsaved asks before it is left, and keeps it', async ({ page, server }) => {
  await letIn(page.context(), server);
  await page.goto(`${server.url}/manage`);
  const question = page.locator('[data-leave-question]');
  for (const [section, open, field] of [
    ['tables', 'Add tables', 'Names or numbers'],
    ['printers', 'Add a printer', 'Name'],
    ['programs', 'Tell a program', 'Address of the program'],
  ] as const) {
    await page.goto(`${server.url}/manage#/${section}`);
    await guardOver(page);
    await page.getByRole('button', { name: open }).click();
    const box = page.getByLabel(field, { exact: true });
    await page.locator('[data-back]').click();
    await expect(page.locator('[data-start]'), `${section}: nothing typed, nothing asked`).toBeVisible();
    await page.goto(`${server.url}/manage#/${section}`);
    await guardOver(page);
    await page.getByRole('button', { name: open }).click();
    await box.fill('Window');
    await page.locator('[data-back]').click();
    await expect(question).toBeVisible();
    await guardOver(page);
    await page.keyboard.press('Escape');
    await expect(box).toHaveValue('Window');
    await page.goBack();
    await expect(question).toBeVisible();
    await guardOver(page);
    await page.locator('[data-leave]').click();
    await expect(box).toHaveCount(0);
  }
});

test('[STE6] a reload takes nothing that was typed about a person but the password, and saving leaves nothing behind', async ({
  page,
  server,
}) => {
  await letIn(page.context(), server);
  page.on('dialog', (dialog) => void dialog.accept());
  const open = async () => {
    await page.goto(`${server.url}/manage#/people`);
    await guardOver(page);
    await page.getByRole('button', { name: 'Add a person' }).click();
  };
  await open();
  await page.getByLabel('Name', { exact: true }).fill('Zoë');
  await page.getByLabel('User name').fill('zoe');
  await page.getByLabel('Password').fill('seven grey geese');
  await page.reload();
  await open();
  await expect(page.getByLabel('Name', { exact: true })).toHaveValue('Zoë');
  await expect(page.getByLabel('User name')).toHaveValue('zoe');
  await expect(page.getByLabel('Password')).toHaveValue('');
  await page.getByLabel('Password').fill('seven grey geese');
  await guardOver(page);
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.locator('[data-row="Zoë"]')).toBeVisible();
  expect(await page.evaluate(() => Object.keys(sessionStorage).filter((key) => key.includes('typed')))).toEqual([]);
});
