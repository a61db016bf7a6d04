import type { Page } from '@playwright/test';
import { adminPassword } from '../../harness/server-in-a-box.ts';
import type { ServerProcess } from '../../harness/server-process.ts';

export const freshness = (board: Page) => board.locator('[data-freshness]');

/** A page whose WebSockets open and stay silent, as through a proxy that does not know them, until they are let through. */
export async function withoutWebSocket(board: Page): Promise<{ letThrough(): void }> {
  let isBlocked = true;
  await board.routeWebSocket(/\/ws\/orders\/live/, (socket) => {
    if (!isBlocked) socket.connectToServer();
  });
  return {
    letThrough: () => {
      isBlocked = false;
    },
  };
}

/** As a tablet comes, which is not the kitchen's own computer: there the board does without a network. */
export async function signInByName(page: Page, server: Pick<ServerProcess, 'port'>): Promise<void> {
  await page.goto(`http://kitchen-pass.local:${server.port}`);
  await page.getByLabel('User name').fill('admin');
  await page.getByLabel('Password', { exact: true }).fill(adminPassword);
  await page.getByRole('button', { name: 'Sign in' }).click();
}

export const wake = (board: Page) => board.evaluate(() => dispatchEvent(new Event('focus')));
