import type { Page } from '@playwright/test';
import { languages } from '../../../src-renderer/messages/language.ts';
import type { Api } from '../../harness/api.ts';
import { scale } from '../../harness/scale.ts';
import { drawn, expect, openBoard, order, test, tickets } from './board-fixture.ts';
import { setStations } from './stations-hand.ts';

/** Everything that a header has to say, from little to much. */
async function everyHeader(pos: Api): Promise<void> {
  const items = [{ name: 'Soup', unit_price: 9.5, quantity: 1 }];
  await pos.order({ type: 'dine_in', table_number: '1', covers: 4, items });
  await pos.order({ type: 'takeaway', customer_name: 'Ines', items });
  await pos.order({ type: 'delivery', customer_name: 'Konstantin', priority: 'high', items });
  await pos.order({ type: 'takeaway', promised_at: new Date(Date.now() + 8 * 60_000).toISOString(), items });
  await pos.order({ type: 'dine_in', table_number: 'Terrace 12', covers: 12, items });
  const again = await order(pos, '2', ['Soup']);
  await pos.call('POST', `/orders/${again.id}/bump`, {});
  await pos.call('POST', `/orders/${again.id}/recall`, {});
}

/** The kitchen's clock, as its frames tell it: so much later, tickets are as old. */
async function makeOlder(page: Page, byMs: () => number): Promise<void> {
  const later = (time: string) => new Date(Date.parse(time) + byMs()).toISOString();
  await page.routeWebSocket(/orders\/live/, (socket) => {
    const kitchen = socket.connectToServer();
    const serverTime = /(?<="server_time":")([^"]+)/g;
    kitchen.onMessage((frame) => socket.send(String(frame).replaceAll(serverTime, later)));
  });
}

/** How high the head of each ticket is, and where its large button begins. */
const heights = async (page: Page) => {
  await drawn(page);
  return page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('[data-ticket]:not([aria-hidden="true"])')].map((card) => {
      const { top } = card.getBoundingClientRect();
      const head = [...card.querySelectorAll('[data-head]')].map((part) => part.getBoundingClientRect().height);
      const bump = card.querySelector('[data-bump]')?.getBoundingClientRect().top ?? 0;
      return `${card.dataset.ticket}: ${head.map(Math.round)}, ${Math.round(bump - top)}`;
    }),
  );
};

/** What makes the same tickets, all seven minutes old, new, slow and late. */
const limits = {
  new: { warn_minutes: 30, late_minutes: 60 },
  warn: { warn_minutes: 5, late_minutes: 60 },
  late: { warn_minutes: 1, late_minutes: 2 },
};

const screens = [
  { width: 1280, height: 720, textSize: 24, grid: 'columns' },
  { width: 1366, height: 768, textSize: 40, grid: 'columns' },
  { width: 1920, height: 1080, textSize: 32, grid: 'columns' },
  { width: 1920, height: 1080, textSize: 32, grid: 15 },
  { width: 1920, height: 1080, textSize: 64, grid: 'columns' },
  { width: 390, height: 844, textSize: 32, grid: 'columns' },
];

async function show(
  page: Page,
  language: string,
  { width, height, ...choice }: (typeof screens)[number],
): Promise<void> {
  await page.setViewportSize({ width, height });
  await page.evaluate(
    ([spoken, chosen]) => {
      localStorage.setItem('kitchen-pass.language', spoken);
      localStorage.setItem('kitchen-pass.screen', chosen);
    },
    [language, JSON.stringify(choice)] as const,
  );
  await page.reload();
  await expect(tickets(page).first()).toBeVisible();
}

/** The short form has the longest words, and those from right to left. */
const spoken = scale<readonly string[]>({ short: ['de', 'ar'], long: Object.keys(languages) });

for (const language of spoken) {
  test(`[AGE3] a ticket that becomes slow or late is as high as it was, in ${language}`, async ({
    page,
    pos,
    server,
  }) => {
    await everyHeader(pos);
    await makeOlder(page, () => 7 * 60_000);
    await openBoard(page, server);
    for (const screen of screens) {
      await show(page, language, screen);
      const seen: Record<string, string[]> = {};
      for (const [band, setting] of Object.entries(limits)) {
        await pos.call('PATCH', '/settings', setting);
        await expect(tickets(page).first().locator(`header[data-band="${band}"]`)).toBeVisible();
        seen[band] = await heights(page);
      }
      expect(seen.new?.length).toBeGreaterThan(1);
      expect.soft(seen.warn, JSON.stringify(screen)).toEqual(seen.new);
      expect.soft(seen.late, JSON.stringify(screen)).toEqual(seen.new);
    }
  });
}

for (const language of spoken) {
  test(`[AGE3] nor does what gets cold at the pass become higher, in ${language}`, async ({ page, pos, server }) => {
    let olderMs = 0;
    await setStations(pos, [
      { id: 'grill', name: 'Grill', items: ['Soup'] },
      { id: 'pass', name: 'Pass', kind: 'expo' },
    ]);
    const { id } = await order(pos, '1', ['Soup']);
    await pos.call('POST', `/orders/${id}/bump`, { station: 'grill' });
    await makeOlder(page, () => olderMs);
    await openBoard(page, server);
    const is = (readiness: string) => expect(page.locator(`header [data-readiness="${readiness}"]`)).toBeVisible();
    for (const screen of screens.filter((_, index) => index % 2 === 0)) {
      olderMs = 0;
      await show(page, language, screen);
      await is('going');
      const before = await heights(page);
      olderMs = 4 * 60_000;
      await page.reload();
      await is('cooling');
      expect.soft(await heights(page), JSON.stringify(screen)).toEqual(before);
    }
  });
}
