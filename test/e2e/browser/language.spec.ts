import { languages } from '../../../src-renderer/messages/language.ts';
import { expect, guardOver, openBoard, order, test, ticket, tickets } from './board-fixture.ts';
import { moveTo, press } from './keys-hand.ts';
import { choose, openSettings, signOut } from './settings-hand.ts';

/** What the board and the door say in each language. */
const words = {
  en: { open: '2 open tickets', bump: 'Bump', signIn: 'Sign in' },
  es: { open: '2 comandas abiertas', bump: 'Sacar', signIn: 'Entrar' },
  fr: { open: '2 bons en cours', bump: 'Envoyer', signIn: 'Se connecter' },
  de: { open: '2 offene Bons', bump: 'Abhaken', signIn: 'Anmelden' },
  zh: { open: '2 张未完成', bump: '出餐', signIn: '登录' },
  ar: { open: 'طلبان مفتوحان', bump: 'إنهاء', signIn: 'تسجيل الدخول' },
} as const;
type Code = keyof typeof words;
const codes = Object.keys(words) as Code[];

test('[LNG2] each language is spoken at once, over a reload, and at the door', async ({ board, pos }) => {
  test.slow();
  await order(pos, '4', ['Soup']);
  await order(pos, '5', ['Salad']);
  await expect(tickets(board)).toHaveCount(2);
  const stays = await board.evaluateHandle(() => document.querySelector('[data-open-count]'));
  for (const code of codes) {
    await choose(board, languages[code].name);
    await expect(board.locator('[data-open-count]')).toHaveText(words[code].open);
    await expect(ticket(board, 'T 4').locator('[data-bump]')).toContainText(words[code].bump);
    await expect(board.locator('html')).toHaveAttribute('lang', code);
    await expect(board.locator('html')).toHaveAttribute('dir', languages[code].direction);
    await expect(board.locator('h1')).toHaveText('Kitchen Pass');
    expect(await stays.evaluate((element) => element?.isConnected)).toBe(true);
    await board.screenshot({ path: `artefacts/language/board-${code}.png`, animations: 'disabled' });
  }
  await board.reload();
  await expect(board.locator('[data-open-count]')).toHaveText(words.ar.open);
  await choose(board, 'English');
  await signOut(board);
  for (const code of codes) {
    await choose(board, languages[code].name);
    await expect(board.getByRole('heading', { level: 1 })).toHaveText(words[code].signIn);
    await board.screenshot({ path: `artefacts/language/door-${code}.png`, animations: 'disabled' });
  }
});

test('[LNG2] two screens speak two languages, and each hears what the other does', async ({
  board,
  pos,
  server,
  browser,
}) => {
  const other = await browser.newPage({ locale: 'ar-EG', baseURL: server.url });
  await order(pos, '4', ['Soup']);
  await openBoard(other, server);
  await expect(ticket(other, 'T 4').locator('[data-bump]')).toContainText(words.ar.bump);
  await expect(ticket(board, 'T 4').locator('[data-bump]')).toContainText(words.en.bump);
  await guardOver(other);
  await ticket(other, 'T 4').locator('[data-bump]').click();
  await expect(ticket(board, 'T 4')).toBeHidden();
  await expect(board.locator('html')).toHaveAttribute('dir', 'ltr');
  await other.close();
});

test('[LNG2] what is being typed at the door is still there in another language', async ({ page, server }) => {
  await page.goto(server.url);
  await page.getByLabel('User name').fill('adm');
  await choose(page, '中文');
  await expect(page.getByLabel('用户名')).toHaveValue('adm');
});

test('[LNG1] a wrong password is told in the screen’s language', async ({ browser, server }) => {
  const page = await browser.newPage({ locale: 'de-AT' });
  await page.goto(server.url);
  await page.getByLabel('Benutzername').fill('admin');
  await page.getByLabel('Passwort', { exact: true }).fill('not it');
  await page.getByRole('button', { name: 'Anmelden' }).click();
  await expect(page.getByRole('alert')).toHaveText('Benutzername oder Passwort ist falsch');
  await page.close();
});

test('[LNG3] from right to left: the oldest ticket is at the right, its timer reads from left to right', async ({
  board,
  pos,
}) => {
  for (let table = 1; table <= 9; table++) await order(pos, String(table), ['Soup', 'Salad', 'Fish']);
  await expect(board.locator('[data-open-count="9"]')).toBeVisible();
  await choose(board, 'العربية');
  const boxes = await Promise.all([tickets(board).first(), tickets(board).last()].map((one) => one.boundingBox()));
  const [first, last] = boxes.map((box) => box?.x ?? Number.NaN);
  expect(first).toBeGreaterThan(last ?? Number.NaN);
  const timer = ticket(board, 'T 1').getByText(/^\d+:\d\d$/);
  await expect(timer).toHaveCSS('direction', 'ltr');
  await expect(ticket(board, 'T 1').getByText('Soup')).toHaveCSS('text-align', 'right');
  await board.keyboard.press('1');
  await expect(ticket(board, 'T 1').locator('[data-bump]')).toBeFocused();
  await board.keyboard.press('ArrowLeft');
  await expect(ticket(board, 'T 2').locator('[data-bump]')).toBeFocused();
  await board.keyboard.press('ArrowRight');
  await expect(ticket(board, 'T 1').locator('[data-bump]')).toBeFocused();
});

test('[LNG2] the sheet is worked by keys alone and gives the focus back', async ({ board }) => {
  await moveTo(board, 'Tab', board.locator('[data-settings]'));
  await press(board, 'Enter');
  const sheet = board.getByRole('dialog', { name: 'Settings of this screen' });
  await moveTo(board, 'ArrowDown', sheet.getByRole('button', { name: 'Deutsch' }));
  await press(board, 'Enter');
  await expect(board.getByRole('dialog', { name: 'Einstellungen dieses Bildschirms' })).toBeVisible();
  await board.keyboard.press('Escape');
  await expect(board.locator('[data-settings]')).toBeFocused();
});

test('[LNG2] a browser that locks its storage is spoken to all the same', async ({ browser, server }) => {
  const page = await browser.newPage();
  await page.addInitScript(() => {
    Object.defineProperty(window, 'localStorage', {
      get: () => {
        throw new DOMException('locked', 'SecurityError');
      },
    });
  });
  await openBoard(page, server);
  await choose(page, 'Français');
  await expect(page.getByText('Aucun bon en cours')).toBeVisible();
  await openSettings(page);
  await page.close();
});
