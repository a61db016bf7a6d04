import { addUser } from '../../harness/user.ts';
import { expect, guardOver, test } from './board-fixture.ts';
import { openSettings } from './settings-hand.ts';
import { letIn } from './signed-in.ts';

test('[MNG1] a manager comes from the board, finds every section beside the page, and goes back to the board', async ({
  page,
  server,
}) => {
  await letIn(page.context(), server);
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto(server.url);
  const settings = await openSettings(page);
  await guardOver(page);
  await settings.locator('[data-to-manage]').click();
  await expect(page).toHaveURL(/\/manage$/);
  const beside = page.getByRole('navigation', { name: 'Manage' });
  const links = beside.locator('[data-to]');
  await expect(links.first()).toBeVisible();
  for (const link of await links.all()) {
    await link.click();
    await expect(link).toHaveAttribute('aria-current', 'page');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText((await link.innerText()).trim());
    await expect(page.locator('[data-section]')).toBeVisible();
  }
  await expect(beside.getByRole('link', { name: 'The floor' })).toHaveAttribute('href', '/floor');
  await beside.getByRole('link', { name: 'The board' }).click();
  await expect(page).toHaveURL(`${server.url}/`);
});

test('[MNG1] on a phone the first page leads to each section, and the arrow back', async ({ page, server }) => {
  await letIn(page.context(), server);
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto(`${server.url}/manage`);
  const entries = page.locator('[data-start] a');
  await expect(page.getByRole('navigation', { name: 'Manage' })).toBeHidden();
  await expect(entries.first()).toBeVisible();
  for (let n = 0; n < (await entries.count()); n++) {
    await entries.nth(n).click();
    await expect(page.locator('[data-section]')).toBeVisible();
    await page.locator('[data-back]').click();
  }
  await page.goto(`${server.url}/manage#/people`);
  await expect(page.locator('[data-section=people]')).toBeVisible();
});

test('[MNG1] [PER1] whoever is no manager is told so, and led to their own page', async ({ page, server }) => {
  await addUser(server, { username: 'cook', role: 'kitchen' });
  const data = { username: 'cook', password: 'the password of cook' };
  await page.request.post(`${server.url}/api/v1/auth/login`, { data });
  await page.goto(`${server.url}/manage#/people`);
  await expect(page.getByText('This page is for managers')).toBeVisible();
  await page.getByRole('button', { name: 'To your page' }).click();
  await expect(page).toHaveURL(`${server.url}/`);
});
