import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { signIn } from '../../harness/api.ts';
import { adminPassword, boardUrl, createHome, type DesktopHome, openDesktop } from './desktop-app.ts';

let home: DesktopHome;
test.beforeEach(() => {
  home = createHome();
});
test.afterEach(() => home.remove());

test('[WIN1] [WIN5] the menu goes out of the window as a file, and a dish that is not saved keeps no window open', async () => {
  const { app, page } = await openDesktop(home);
  const url = await boardUrl(page);
  const api = await signIn(url, adminPassword);
  await api.call('POST', '/products', { sku: 'soup', name: 'Soup', price: 5, category: 'Starters' });
  const path = join(home.path, 'menu.csv');
  // Nobody is there to answer the machine's own dialog.
  await app.evaluate(({ session }, file) => {
    session.defaultSession.on('will-download', (_event, item) => item.setSavePath(file));
  }, path);
  await page.goto(`${new URL(url).origin}/manage#/menu/file`);
  const saved = () => {
    try {
      return readFileSync(path, 'utf8');
    } catch {
      return '';
    }
  };
  await page.locator('[data-export="csv"]').click();
  await expect.poll(saved).toContain('soup,Soup,5,Starters');
  await page.locator('[data-example]').click();
  await expect.poll(saved).toContain('Tomato soup');

  await page.goto(`${new URL(url).origin}/manage#/menu/new`);
  await page.locator('input[name="dish-name"]').fill('Gazpacho');
  await page.locator('input[name="dish-name"]').press('x');
  // Asked by the page, answered by the window: the browser that drives this test would answer a question itself.
  const answered = app.evaluate(({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents;
    const asked = new Promise<boolean>((resolve) =>
      contents?.once('will-prevent-unload', (event) => resolve(event.defaultPrevented)),
    );
    contents?.reload();
    return asked;
  });
  expect(await answered).toBe(true);
  const gone = once(app.process(), 'close');
  await app.evaluate(({ app: program }) => program.quit()).catch(() => undefined);
  expect((await gone)[0]).toBe(0);
});
