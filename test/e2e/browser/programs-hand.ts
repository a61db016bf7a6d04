import type { Locator, Page } from '@playwright/test';
import Database from 'better-sqlite3';
import type { Api } from '../../harness/api.ts';
import { databaseIn, type ServerProcess } from '../../harness/server-process.ts';
import { expect } from './board-fixture.ts';
import { letIn } from './signed-in.ts';

/** The manager's page, where programs are looked after. */
export async function openPrograms(page: Page, server: ServerProcess): Promise<Locator> {
  await letIn(page.context(), server);
  await page.goto(`${server.url}/manage#/programs`);
  const section = page.locator('[data-section=programs]');
  await expect(section).toBeVisible();
  return section;
}

/** Events that were given up, which would take more than a day: what waits for the next try is made to have had its last. */
export async function giveUp(server: ServerProcess, pos: Api, events = 1): Promise<void> {
  const count = async (state: 'waiting' | 'failed') => (await pos.call('GET', '/webhooks')).json.items[0][state];
  await expect.poll(() => count('waiting')).toBe(events);
  const db = new Database(databaseIn(server.dataDir));
  // Between two tries the row may be on its way; it comes back, and is taken then.
  await expect
    .poll(async () => {
      db.exec('UPDATE webhook_failures SET next_at = NULL, tries = 8');
      return (await count('failed')) === events;
    })
    .toBe(true);
  db.close();
}
