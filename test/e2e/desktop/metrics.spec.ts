import { expect, test } from '@playwright/test';
import { signIn } from '../../harness/api.ts';
import { parseScrape } from '../../harness/scrape.ts';
import { adminPassword, boardUrl, createHome, openDesktop } from './desktop-app.ts';

test("[MET2] [MET3] the desktop's own server counts, and its window reports when it is left", async () => {
  const home = createHome();
  try {
    const { app, page } = await openDesktop(home);
    const url = await boardUrl(page);
    await expect(page.getByText('No open tickets')).toBeVisible();
    const api = await signIn(url, adminPassword);
    const value = async (name: string, labels: Record<string, string> = {}) =>
      parseScrape((await api.call('GET', '/metrics')).text).value(`kitchen_pass_${name}`, labels);
    for (let made = 0; made < 3; made++) await api.order();
    await expect(page.getByText('3 open tickets')).toBeVisible();
    expect(await value('commands_total', { outcome: 'stored' })).toBe(3);
    expect(await value('connections', { transport: 'websocket' })).toBe(1);
    expect(await value('event_loop_delay_seconds_count')).toBeGreaterThan(0);

    await page.reload();
    // One when it is put away and one when it is left: what they count is told once.
    await expect.poll(() => value('screen_events_due_total')).toBe(3);
    await expect.poll(() => value('screen_events_shown_total')).toBe(3);
    await expect.poll(() => value('screen_reports_total', { result: 'counted' })).toBe(2);
    await app.close();
  } finally {
    home.remove();
  }
});
