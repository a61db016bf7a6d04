import { test as base, type Page } from '@playwright/test';
import { makeCertificate } from '../../harness/certificate.ts';
import { createServerProcess, type ServerProcess } from '../../harness/server-process.ts';
import { createTempDir } from '../../harness/temp-dir.ts';
import { bumpOf, expect, guardOver, ticket } from './board-fixture.ts';

/** A kitchen with a certificate of its own, which this browser takes as a tablet's owner would. */
const test = base.extend<{ readonly server: ServerProcess }>({
  ignoreHTTPSErrors: true,
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names in the pattern
  server: async ({}, use) => {
    const folder = createTempDir();
    const { keyFile, certFile } = makeCertificate(folder.path);
    const server = await createServerProcess({ KDS_TLS_KEY: keyFile, KDS_TLS_CERT: certFile });
    await server.start();
    await use(server);
    await server.remove();
    folder.remove();
  },
});

async function signInAt(page: Page, server: ServerProcess): Promise<void> {
  await page.goto(server.url);
  await page.getByLabel('User name').fill('admin');
  await page.getByLabel('Password', { exact: true }).fill(server.password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.locator('[data-open-count]')).toBeVisible();
}

test('[TLS1] a board behind the restaurant’s own certificate is live, and all that it says goes encrypted', async ({
  page,
  context,
  server,
}) => {
  const plain: string[] = [];
  const sockets: string[] = [];
  page.on('request', (request) => request.url().startsWith('https:') || plain.push(request.url()));
  page.on('websocket', (socket) => sockets.push(socket.url()));
  await signInAt(page, server);
  await expect(page.locator('[data-freshness]')).toContainText('Live');
  expect(sockets.length).toBeGreaterThan(0);
  expect(sockets.filter((url) => !url.startsWith('wss:'))).toEqual([]);
  expect(plain).toEqual([]);
  const cookies = await context.cookies();
  expect(cookies).toEqual([expect.objectContaining({ secure: true, httpOnly: true, sameSite: 'Strict' })]);
});

test('[TLS1] orders, bumps and a kitchen that comes back are as without encryption', async ({ page, server }) => {
  await signInAt(page, server);
  const order = { type: 'dine_in', table_number: '5', items: [{ name: 'Soup', unit_price: 5, quantity: 1 }] };
  const headers = { origin: server.url };
  const made = await page.request.post(`${server.url}/api/v1/orders`, { data: order, headers });
  expect(made.status()).toBe(201);
  const card = ticket(page, 'T 5');
  await expect(card).toBeVisible();
  await server.kill('SIGKILL');
  await guardOver(page);
  await bumpOf(card).click();
  await expect(card).toHaveCount(0);
  await server.start();
  const { id } = await made.json();
  await expect
    .poll(async () => (await (await page.request.get(`${server.url}/api/v1/orders/${id}`)).json()).order_status)
    .toBe('completed');
  await page.reload();
  await expect(page.getByText('No open tickets')).toBeVisible();
});
