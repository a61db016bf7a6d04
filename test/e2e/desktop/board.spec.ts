import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { expect, test } from '@playwright/test';
import { signIn } from '../../harness/api.ts';
import {
  adminPassword,
  boardUrl,
  createHome,
  type DesktopHome,
  executablePath,
  openDesktop,
  programArgs,
} from './desktop-app.ts';

let home: DesktopHome;
test.beforeEach(() => {
  home = createHome();
});
test.afterEach(() => home.remove());

test('the window shows the board of its own server, and an order that a till posts', async () => {
  const { app, page } = await openDesktop(home);
  const url = await boardUrl(page);
  await expect(page.getByText('No open tickets')).toBeVisible();
  const api = await signIn(url, adminPassword);
  const items = [{ name: 'Falafel wrap', unit_price: 9.5, quantity: 2, notes: 'no onion' }];
  await api.order({ type: 'dine_in', table_number: '12', items });
  await expect(page.getByText('Falafel wrap')).toBeVisible();
  await expect(page.getByText('no onion')).toBeVisible();
  await page.screenshot({ path: 'artefacts/desktop/board.png' });
  await app.close();
});

test('[CHM9] the window may ring before anybody has touched it', async () => {
  const { app, page } = await openDesktop(home);
  await boardUrl(page);
  await expect(page.getByText('No open tickets')).toBeVisible();
  await expect(page.locator('[data-sound="locked"]')).toHaveCount(0);
  const state = await page.evaluate(async () => {
    const audio = new AudioContext();
    await Promise.race([audio.resume(), new Promise((resolve) => setTimeout(resolve, 5000))]);
    return audio.state;
  });
  expect(state).toBe('running');
  await app.close();
});

test('[WIN1] a page in the window is as powerless as in any browser', async () => {
  const { app, page } = await openDesktop(home);
  const url = await boardUrl(page);
  await expect(page.getByText('No open tickets')).toBeVisible();
  const found = await page.evaluate(() => ({
    node: ['process', 'require', 'module', 'Buffer', 'global'].filter((name) => name in window),
    bridge: 'kitchenPass' in window,
    cookie: document.cookie,
    opened: window.open('https://example.com/') !== null,
  }));
  expect(found).toEqual({ node: [], bridge: false, cookie: '', opened: false });
  expect(app.windows()).toHaveLength(1);
  const permissions = ['notifications', 'geolocation', 'microphone', 'camera', 'midi'] as PermissionName[];
  const states = await page.evaluate(
    (names) => Promise.all(names.map(async (name) => (await navigator.permissions.query({ name })).state)),
    permissions,
  );
  expect(states).toEqual(permissions.map(() => 'denied'));
  expect(await page.evaluate(() => Notification.requestPermission())).toBe('denied');
  for (const elsewhere of ['https://example.com/', 'app://kitchen-pass/failure.html', 'file:///']) {
    const shown = await app.evaluate(async ({ BrowserWindow }, address) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents;
      const asked = new Promise<boolean>((resolve) => {
        contents?.once('will-frame-navigate', (event) => setImmediate(() => resolve(event.defaultPrevented)));
      });
      await contents?.executeJavaScript(`location.href = ${JSON.stringify(address)}; 0`);
      return { refused: address.startsWith('file:') || (await asked), url: contents?.getURL() };
    }, elsewhere);
    expect(shown).toEqual({ refused: true, url: `${url}/` });
  }
  await app.close();
});

test('[WIN2] the window is signed in by a cookie that no script can read', async () => {
  const { app, page } = await openDesktop(home);
  const url = await boardUrl(page);
  const cookies = await app.evaluate(
    ({ session }, address) => session.defaultSession.cookies.get({ url: address }),
    url,
  );
  expect(cookies).toEqual([expect.objectContaining({ httpOnly: true, sameSite: 'strict', path: '/' })]);
  expect((await page.evaluate(() => fetch('/api/v1/auth/me').then((answer) => answer.json()))).role).toBe('manager');
  await app.close();
});

test('[WIN1] what decides about a page is set as it must be', async () => {
  const { app, page } = await openDesktop(home);
  await boardUrl(page);
  const preferences = await app.evaluate(({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents as unknown as {
      getLastWebPreferences(): Record<string, unknown>;
    };
    return contents.getLastWebPreferences();
  });
  expect(preferences).toMatchObject({
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    webSecurity: true,
    webviewTag: false,
  });
  await app.close();
});

test('[APP1] app:// serves the start page and its assets, under a policy, and nothing else', async () => {
  const { app, page } = await openDesktop(home);
  await boardUrl(page);
  const answers = await app.evaluate(
    ({ net }, paths) =>
      Promise.all(
        paths.map(async (path) => {
          const answer = await net.fetch(`app://kitchen-pass/${path}`);
          return [path, answer.status, answer.headers.get('content-security-policy')?.slice(0, 18) ?? ''];
        }),
      ),
    [
      'failure.html',
      'index.html',
      '',
      '../main/main.js',
      '%2e%2e/main/main.js',
      '..%2fmain%2fmain.js',
      '/etc/passwd',
      'assets/',
    ],
  );
  expect(answers).toEqual([
    ['failure.html', 200, "default-src 'none'"],
    ['index.html', 404, ''],
    ['', 404, ''],
    ['../main/main.js', 404, ''],
    ['%2e%2e/main/main.js', 404, ''],
    ['..%2fmain%2fmain.js', 404, ''],
    ['/etc/passwd', 404, ''],
    ['assets/', 404, ''],
  ]);
  await app.close();
});

test('[WIN3] a second start shows the first window and ends with 0', async () => {
  const { app, page } = await openDesktop(home);
  await boardUrl(page);
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.hide());
  const second = spawn(executablePath(), programArgs, { env: home.env, stdio: 'ignore' });
  const [code] = await once(second, 'close');
  expect(code).toBe(0);
  const visible = () =>
    app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().map((each) => each.isVisible()));
  await expect.poll(visible).toEqual([true]);
  await app.close();
});

test('[WIN4] a page that crashes comes back with its tickets', async () => {
  const { app, page } = await openDesktop(home);
  const url = await boardUrl(page);
  await (await signIn(url, adminPassword)).order();
  await expect(page.getByText('Burger')).toBeVisible();
  // The test's own line to the page dies with it, so the main process is asked what the window shows.
  await app.evaluate(({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents;
    const loaded = new Promise<void>((resolve) => contents?.once('did-finish-load', () => resolve()));
    contents?.forcefullyCrashRenderer();
    return loaded;
  });
  const seen = () =>
    app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript('document.body.innerText'),
    );
  await expect.poll(seen).toContain('Burger');
  await app.close();
});

for (const [way, end] of [
  ['quit', 'app.quit'],
  ['the last window closed', 'window.close'],
  ['SIGTERM', 'signal'],
] as const) {
  test(`[WIN5] ${way} stops the server, frees port and folder, and ends with 0`, async () => {
    const { app, page } = await openDesktop(home);
    const port = Number(new URL(await boardUrl(page)).port);
    const process = app.process();
    const gone = once(process, 'close');
    if (end === 'signal') process.kill('SIGTERM');
    else if (end === 'app.quit') await app.evaluate(({ app: program }) => program.quit()).catch(() => undefined);
    else await page.close();
    expect((await gone)[0]).toBe(0);
    const listener = createServer().listen(port, '127.0.0.1');
    await once(listener, 'listening');
    listener.close();
    const again = await openDesktop(home);
    await expect(again.page.getByText('No open tickets')).toBeVisible({ timeout: 5000 });
    await again.app.close();
  });
}
