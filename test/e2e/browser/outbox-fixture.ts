import type { APIResponse, BrowserContext, Page, Request, Route } from '@playwright/test';
import type { Api } from '../../harness/api.ts';
import { scale } from '../../harness/scale.ts';
import { adminPassword } from '../../harness/server-in-a-box.ts';
import type { ServerProcess } from '../../harness/server-process.ts';
import { expect, guardOver, test } from './board-fixture.ts';

/** As a tablet reaches the kitchen: by name over plain HTTP, which is no secure context; and as the host itself does. */
export const addresses = {
  'the name': (server: ServerProcess) => `http://kitchen-pass.local:${server.port}`,
  'the number': (server: ServerProcess) => server.url,
};

type Given = {
  readonly server: ServerProcess;
  readonly pos: Api;
  readonly context: BrowserContext;
  readonly page: Page;
  /** Where the page finds the kitchen. */
  readonly url: string;
};

/** The short form has the one without a secure context, which can do less: what works there works at the other. */
const tried = scale<readonly (keyof typeof addresses)[]>({ short: ['the name'], long: ['the name', 'the number'] });

/** The same test at each of the addresses. */
export function testAtBoth(title: string, play: (given: Given) => Promise<void>): void {
  for (const name of tried) {
    test(`${title} (at ${name})`, ({ server, pos, context, page }) =>
      play({ server, pos, context, page, url: addresses[name](server) }));
  }
}

/** Another tab, or another day, of the same browser; signs in when nobody is. */
export const openTab = async (context: BrowserContext, url: string): Promise<Page> =>
  openIn(await context.newPage(), url);

export async function openIn(page: Page, url: string): Promise<Page> {
  await page.goto(url);
  const username = page.getByLabel('User name');
  const board = page.locator('[data-open-count]');
  await expect(username.or(board)).toBeVisible();
  if (await username.isVisible()) await signInByHand(page);
  await expect(board).toBeVisible();
  // What the page finds in its outbox moves the tickets; a tap would not count just then.
  await guardOver(page);
  return page;
}

export async function signInByHand(page: Page): Promise<void> {
  await page.getByLabel('User name').fill('admin');
  await page.getByLabel('Password', { exact: true }).fill(adminPassword);
  await page.getByRole('button', { name: 'Sign in' }).click();
}

/** What the kitchen answers to a request of the page. Only the browser knows the kitchen's name, so the number is asked. */
export async function answerTo(route: Route, server: ServerProcess): Promise<APIResponse> {
  const request = route.request();
  const { host } = new URL(request.url());
  const headers = { ...(await request.allHeaders()), host };
  return route.fetch({ url: request.url().replace(host, new URL(server.url).host), headers });
}

export const chip = (page: Page) => page.locator('[data-chip]');

/** Opens the list of what this screen has sent and has yet to send. */
export async function openPanel(page: Page) {
  await chip(page).click();
  const panel = page.getByRole('dialog', { name: 'Changes from this screen' });
  await expect(panel).toBeVisible();
  return panel;
}

export const commandsOnly = '**/api/v1/orders/*/**';

/** The kitchen is there, but commands do not reach it. */
export async function holdCommands(target: Page | BrowserContext): Promise<void> {
  await target.route(commandsOnly, (route) => (route.request().method() === 'GET' ? route.continue() : route.abort()));
}

export const release = (target: Page | BrowserContext) => target.unroute(commandsOnly);

/** Every command that a browser sends from now on. */
export function commandsOf(context: BrowserContext): Request[] {
  const sent: Request[] = [];
  context.on('request', (request) => {
    if (request.headers()['idempotency-key']) sent.push(request);
  });
  return sent;
}

export const keyOf = (request: Request) => request.headers()['idempotency-key'];

/** What lies in the browser's database, as it lies there. */
export function rowsIn(page: Page): Promise<any[]> {
  return page.evaluate(
    () =>
      new Promise<any[]>((resolve, reject) => {
        const opening = indexedDB.open('kitchen-pass');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const reading = opening.result.transaction('commands').objectStore('commands').getAll();
          reading.onsuccess = () => {
            opening.result.close();
            resolve(reading.result);
          };
        };
      }),
  );
}

/** Puts something there that the page did not. */
export function plant(page: Page, row: unknown): Promise<void> {
  return page.evaluate(
    (value) =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('kitchen-pass');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const transaction = opening.result.transaction('commands', 'readwrite');
          transaction.objectStore('commands').add(value);
          transaction.onabort = () => reject(transaction.error);
          transaction.oncomplete = () => {
            opening.result.close();
            resolve();
          };
        };
      }),
    row,
  );
}
