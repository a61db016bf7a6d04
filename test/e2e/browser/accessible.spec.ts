import type { Page } from '@playwright/test';
import type { Language } from '../../../src-renderer/messages/language.ts';
import { closeCodes } from '../../../src-shared/protocol/close-codes.ts';
import { scale } from '../../harness/scale.ts';
import { adminPassword } from '../../harness/server-in-a-box.ts';
import type { ServerProcess } from '../../harness/server-process.ts';
import { addUser } from '../../harness/user.ts';
import { judge } from './accessible-hand.ts';
import { expect, guardOver, ticket, tickets } from './board-fixture.ts';
import { bringEveryState } from './every-state.ts';
import { dish, openSheet, test } from './station-fixture.ts';

const looks = scale<readonly (readonly [theme: string, language: Language])[]>({
  short: [['dark', 'en']],
  long: [
    ['dark', 'en'],
    ['light', 'en'],
    ['dark', 'ar'],
  ],
});

const unreachable: Partial<Readonly<Record<Language, string>>> = {
  en: 'The kitchen computer cannot be reached',
  ar: 'تعذّر الوصول إلى حاسوب المطبخ',
};

/** Chosen as a screen keeps it, so that also pages without settings have it. */
async function look(page: Page, theme: string, language: string): Promise<void> {
  await page.evaluate(
    ([one, other]) => {
      localStorage.setItem('kitchen-pass.theme', one);
      localStorage.setItem('kitchen-pass.language', other);
    },
    [theme, language] as const,
  );
  await page.reload();
}

/** What each key opens, in every language. */
const opens = {
  r: '[data-recall-list] [data-recall]',
  a: '[data-all-day]',
  o: 'dialog[open] [data-fire]',
  w: '[data-wipe-lock]',
  F1: '[data-help]',
  F2: '[data-learn]',
  t: 'dialog[open] section',
  p: '[data-prioritised]',
} as const;

async function signInAs(page: Page, server: ServerProcess, username: string): Promise<void> {
  const data = { username, password: username === 'admin' ? adminPassword : `the password of ${username}` };
  await page.request.post(`${server.url}/api/v1/auth/login`, { data });
}

for (const [theme, language] of looks) {
  const words = `${theme}, ${language}`;

  test(`[LOK1] [LOK2] the board, its tickets and what they open: nothing serious, ${words}`, async ({
    kitchen,
    pos,
    screenOf,
  }) => {
    test.slow();
    await pos.call('PATCH', '/settings', { acknowledge_allergens: true });
    const station = await screenOf('grill');
    await look(station, theme, language);
    await expect(station.locator('[data-open-count="0"]')).toBeVisible();
    await judge(station, 'empty board');
    await bringEveryState(kitchen, pos);
    for (const screen of [station, await screenOf('pass')]) {
      await look(screen, theme, language);
      await expect(tickets(screen).first()).toBeVisible();
      await judge(screen, 'tickets');
      await openSheet(screen, 'T 1', 'burger');
      await judge(screen, 'ticket sheet');
      await screen.keyboard.press('Escape');
    }
    await guardOver(station);
    await dish(tickets(station).first(), 'burger').getByRole('button').first().click();
    await judge(station, 'undo and notices');
  });

  test(`[LOK1] [LOK2] what keys open: nothing serious, ${words}`, async ({ kitchen, pos, screenOf }) => {
    test.slow();
    await bringEveryState(kitchen, pos);
    const page = await screenOf('grill');
    await look(page, theme, language);
    await expect(tickets(page).first()).toBeVisible();
    for (const [key, what] of Object.entries(opens)) {
      await page.keyboard.press('2');
      await guardOver(page);
      await page.keyboard.press(key);
      await expect(page.locator(what).first(), key).toBeVisible();
      await judge(page, `after ${key}`);
      await page.reload();
      await expect(tickets(page).first()).toBeVisible();
      await guardOver(page);
    }
  });

  test(`[LOK1] [LOK2] settings, delivery and questions: nothing serious, ${words}`, async ({
    kitchen,
    pos,
    screenOf,
  }) => {
    test.slow();
    await bringEveryState(kitchen, pos);
    const page = await screenOf('grill');
    await look(page, theme, language);
    await expect(tickets(page).first()).toBeVisible();
    await guardOver(page);
    await page.locator('[data-settings]').click();
    await expect(page.getByRole('dialog')).toBeVisible();
    await judge(page, 'settings');
    await page.keyboard.press('Escape');
    await guardOver(page);
    await page.locator('[data-chip]').click();
    await expect(page.getByRole('dialog')).toBeVisible();
    await judge(page, 'delivery');
    await page.keyboard.press('Escape');
    await guardOver(page);
    await dish(ticket(page, 'T 2'), 'platter').getByRole('button').first().click();
    await expect(page.locator('[data-void-question]')).toBeVisible();
    await judge(page, 'question about a void');
    await page.goto(page.url().replace('grill', 'pass'));
    await expect(tickets(page).first()).toBeVisible();
    await guardOver(page);
    await page.locator('[data-step="ask"]').first().click();
    await expect(page.locator('[data-step="sure"]')).toBeVisible();
    await judge(page, 'question at the pass');
    await page.goto(page.url().replace('pass', 'nowhere'));
    await expect(page.getByRole('alert')).toContainText('nowhere');
    await judge(page, 'a station that is gone');
  });

  test(`[LOK1] [LOK2] sign-in, and a board that is lost, stopped or broken: nothing serious, ${words}`, async ({
    page,
    pos,
    server,
  }) => {
    test.slow();
    for (let nth = 0; nth < 3; nth++) await pos.order({});
    await page.goto(server.url);
    await look(page, theme, language);
    await expect(page.locator('input[type="password"]')).toBeVisible();
    await judge(page, 'sign-in');
    await addUser(server, { username: 'new', role: 'kitchen', isTemporary: true });
    await page.locator('input[name="username"]').fill('new');
    await page.locator('input[type="password"]').fill('the password of new');
    await page.keyboard.press('Enter');
    await expect(page.locator('input[autocomplete="new-password"]')).toBeVisible();
    await judge(page, 'password offer');
    await signInAs(page, server, 'admin');
    await page.route('**/api/v1/auth/me', (route) => route.abort());
    await page.goto(server.url);
    await expect(page.locator('h2')).toHaveText(unreachable[language] ?? '');
    await judge(page, 'unreachable');
    await page.unroute('**/api/v1/auth/me');
    await page.clock.install();
    await page.goto(server.url);
    await expect(tickets(page)).toHaveCount(3);
    await server.kill('SIGKILL');
    for (const ms of [17_000, 25_000]) {
      await page.clock.fastForward(ms);
      await judge(page, `${ms} ms later`);
    }
    await server.start();
    await page.routeWebSocket(/orders\/live/, (socket) => socket.close({ code: closeCodes.notAllowed }));
    await page.goto(server.url);
    await expect(page.locator('h2 ~ button')).toBeVisible();
    await judge(page, 'stopped');
    await page.addInitScript(() => {
      Object.assign(Intl, {
        DateTimeFormat: () => {
          throw new Error('broken');
        },
      });
      // It would help itself after these five seconds, while it is looked at.
      const after = globalThis.setTimeout;
      Object.assign(globalThis, {
        setTimeout: (run: () => void, ms?: number) => (ms === 5000 ? 0 : after(run, ms)),
      });
    });
    await page.goto(server.url);
    await expect(page.locator('h2 ~ button')).toBeVisible();
    await judge(page, 'broken');
  });

  test(`[LOK1] [LOK2] the board for guests, its door and its settings: nothing serious, ${words}`, async ({
    page,
    pos,
    server,
  }) => {
    await addUser(server, { username: 'guests', role: 'display' });
    await page.goto(`${server.url}/ready`);
    await look(page, theme, language);
    await expect(page.locator('input[type="password"]')).toBeVisible();
    await judge(page, 'sign-in');
    await signInAs(page, server, 'guests');
    const [first] = [await pos.order({}), await pos.order({}), await pos.order({})];
    await pos.call('PATCH', `/orders/${first.json.id}/status`, { status: 'ready' });
    await page.clock.install();
    await page.goto(`${server.url}/ready`);
    await expect(page.locator('[data-order]')).toHaveCount(3);
    await judge(page, 'numbers');
    await page.locator('[data-settings]').click();
    await expect(page.getByRole('dialog')).toBeVisible();
    await judge(page, 'settings');
    await page.keyboard.press('Escape');
    await server.kill('SIGKILL');
    for (const [ms, state] of [
      [17_000, 'waiting'],
      [25_000, 'lost'],
    ] as const) {
      await page.clock.runFor(ms);
      await expect(page.locator(`[data-freshness="${state}"]`)).toBeVisible();
      await judge(page, state);
    }
  });
}
