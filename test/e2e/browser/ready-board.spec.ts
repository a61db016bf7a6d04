import type { Page } from '@playwright/test';
import { type Api, signIn } from '../../harness/api.ts';
import { adminPassword } from '../../harness/server-in-a-box.ts';
import type { ServerProcess } from '../../harness/server-process.ts';
import { addUser } from '../../harness/user.ts';
import { expect, test } from './board-fixture.ts';
import { played, watchSound } from './sound-watch.ts';

const column = (page: Page, name: 'Preparing' | 'Ready') =>
  page.locator('section').filter({ has: page.getByRole('heading', { name, exact: true }) });
const numbersIn = (page: Page, name: 'Preparing' | 'Ready') =>
  column(page, name)
    .locator('[data-order]')
    .evaluateAll((all) => all.map((one) => one.getAttribute('data-order')));

/** As somebody with role `display`, who signs in on the page itself. */
async function openGuestBoard(page: Page, server: ServerProcess): Promise<void> {
  await addUser(server, { username: 'guests', role: 'display' });
  await page.goto(`${server.url}/ready`);
  await page.getByLabel('User name').fill('guests');
  await page.getByLabel('Password').fill('the password of guests');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByRole('heading', { name: 'Your orders' })).toBeVisible();
}

const work = (pos: Api, id: string, status: string) => pos.call('PATCH', `/orders/${id}/status`, { status });

async function take(pos: Api, count: number): Promise<{ id: string; number: string }[]> {
  const taken = [];
  for (let index = 0; index < count; index++) {
    const answer = await pos.order(index % 2 ? { type: 'delivery' } : {});
    expect(answer.status).toBe(201);
    taken.push(answer.json);
  }
  return taken;
}

test('[RDY2] [RDY5] [RDY7] a number is preparing, ready with a bell and a light, and gone', async ({
  page,
  pos,
  server,
}) => {
  await watchSound(page);
  await openGuestBoard(page, server);
  await expect(page.locator('[data-sound="locked"]')).toHaveCount(0);
  await expect(page.getByText('Nothing is being prepared')).toBeVisible();
  const [first, second] = await take(pos, 2);
  await expect.poll(() => numbersIn(page, 'Preparing')).toEqual([first?.number, second?.number]);
  for (const one of [first, second]) {
    await work(pos, one?.id ?? '', 'ready');
    await expect.poll(async () => (await numbersIn(page, 'Ready'))[0]).toBe(one?.number);
  }
  await expect.poll(() => numbersIn(page, 'Ready')).toEqual([second?.number, first?.number]);
  await expect(column(page, 'Ready').locator('[data-news="true"]')).toHaveCount(2);
  await expect.poll(async () => new Set(await played(page))).toEqual(new Set(['ready']));

  const rings = (await played(page)).length;
  expect(rings).toBeLessThanOrEqual(2);
  await page.reload();
  await expect.poll(() => numbersIn(page, 'Ready')).toEqual([second?.number, first?.number]);
  expect(await played(page)).toEqual([]);
  await work(pos, first?.id ?? '', 'completed');
  await expect.poll(() => numbersIn(page, 'Ready')).toEqual([second?.number]);
});

test('[RDY1] guests see numbers only: no name, dish or table', async ({ page, pos, server }) => {
  const frames: string[] = [];
  page.on('websocket', (socket) => socket.on('framereceived', ({ payload }) => frames.push(String(payload))));
  await openGuestBoard(page, server);
  await pos.order({
    customer_name: 'Zuleika',
    notes: 'ring twice',
    items: [{ name: 'Gnocchi', unit_price: 7, quantity: 1 }],
  });
  await pos.order({ type: 'dine_in', table_number: '77' });
  await expect.poll(() => numbersIn(page, 'Preparing')).toHaveLength(1);
  await expect(page.locator('main')).not.toContainText(/Zuleika|Gnocchi|77|twice/);
  expect(frames.length).toBeGreaterThan(1);
  expect(frames.join('\n')).not.toMatch(/Zuleika|Gnocchi|"77"|twice|table/);
});

test('[RDY6] more than fit are on pages that turn by themselves, with a page mark', async ({ page, pos, server }) => {
  await page.clock.install();
  await page.setViewportSize({ width: 1280, height: 800 });
  await openGuestBoard(page, server);
  const taken = await take(pos, 30);
  const all = column(page, 'Preparing');
  await expect(all.locator('[data-page]')).toHaveText(/^\d of \d$/);
  const seen = new Set<string | null>();
  for (let turn = 0; turn < 12; turn++) {
    for (const number of await numbersIn(page, 'Preparing')) seen.add(number);
    await page.clock.runFor(8000);
  }
  expect([...seen].toSorted()).toEqual(taken.map(({ number }) => number).toSorted());
});

test('[FRS1] without news of the kitchen guests are sent to the counter, and the board dims', async ({
  page,
  pos,
  server,
}) => {
  await page.clock.install();
  await openGuestBoard(page, server);
  await take(pos, 1);
  await expect.poll(() => numbersIn(page, 'Preparing')).toHaveLength(1);
  await server.kill('SIGKILL');
  await page.clock.runFor(17_000);
  await expect(page.getByRole('alert')).toContainText('Waiting for the kitchen…');
  await page.clock.runFor(25_000);
  await expect(page.getByRole('alert')).toContainText('Please ask at the counter');
  await expect(page.locator('main[data-lost="true"]')).toBeVisible();
});

test('[RDY7] a board that never had news of the kitchen says so, and never that there is nothing', async ({
  page,
  server,
}) => {
  await page.clock.install();
  await page.routeWebSocket('**/ws/ready*', () => undefined);
  await page.route(/\/(events|sync)\/ready/, () => undefined);
  await openGuestBoard(page, server);
  await expect(column(page, 'Ready')).toBeVisible();
  await expect(page.getByText(/^Nothing is/)).toHaveCount(0);
  await page.clock.runFor(17_000);
  await expect(page.getByRole('alert')).toContainText('Waiting for the kitchen…');
  await page.clock.runFor(25_000);
  await expect(page.getByRole('alert')).toContainText('Please ask at the counter');
  await expect(page.getByText(/^Nothing is/)).toHaveCount(0);
});

test('a manager’s device may show it, too, and /ready/ leads there', async ({ page, server }) => {
  await page.request.post(`${server.url}/api/v1/auth/login`, { data: { username: 'admin', password: adminPassword } });
  await page.goto(`${server.url}/ready/`);
  await expect(page).toHaveURL(`${server.url}/ready`);
  await expect(page.getByRole('heading', { name: 'Preparing' })).toBeVisible();
});

const screens = {
  wall: { width: 1920, height: 1080 },
  standing: { width: 1080, height: 1920 },
  tablet: { width: 1280, height: 800 },
  phone: { width: 390, height: 844 },
};

/** Pictures for people to look at, in `artefacts/ready`. */
test('the board for guests can be looked at, on four screens, in both themes and from right to left', async ({
  page,
  server,
}) => {
  const pos = await signIn(server.url, adminPassword);
  const taken = await take(pos, 14);
  for (const { id } of taken.slice(0, 5)) await work(pos, id, 'ready');
  await openGuestBoard(page, server);
  for (const [screen, viewport] of Object.entries(screens)) {
    await page.setViewportSize(viewport);
    for (const theme of ['light', 'dark']) {
      await page.evaluate((name) => document.documentElement.setAttribute('data-theme', name), theme);
      await page.evaluate(() => document.fonts.ready);
      await page.screenshot({ path: `artefacts/ready/${screen}-${theme}.png`, animations: 'disabled' });
    }
  }
  await page.setViewportSize(screens.wall);
  await page.locator('[data-settings]').click();
  await page.screenshot({ path: 'artefacts/ready/settings.png' });
  await page.getByRole('button', { name: 'العربية' }).click();
  await page.keyboard.press('Escape');
  await page.screenshot({ path: 'artefacts/ready/wall-ar.png', animations: 'disabled' });
});

test('[RDY8] a board whose code has failed sends guests to the counter, and comes back by itself', async ({
  page,
  pos,
  server,
}) => {
  await openGuestBoard(page, server);
  await take(pos, 1);
  await expect.poll(() => numbersIn(page, 'Preparing')).toHaveLength(1);
  await page.evaluate(() =>
    Object.defineProperty(Intl.DateTimeFormat.prototype, 'format', {
      get: () => {
        throw new Error('broken');
      },
    }),
  );
  await expect(page.getByText('Please ask at the counter')).toBeVisible();
  await expect.poll(() => numbersIn(page, 'Preparing').catch(() => []), { timeout: 20_000 }).toHaveLength(1);
});

test('[SES2] a refusal of the sign-in of the guests’ board says what it is', async ({ page, server }) => {
  await page.route('**/api/v1/auth/login', (route) =>
    route.fulfill({ status: 403, json: { code: 'not_allowed', title: 'No', detail: 'Not from this network.' } }),
  );
  await page.goto(`${server.url}/ready`);
  await page.getByLabel('User name').fill('guests');
  await page.getByLabel('Password').fill('the right one');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByRole('alert')).toHaveText('Not from this network.');
});
