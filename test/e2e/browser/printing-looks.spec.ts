import type { Page } from '@playwright/test';
import type { Language } from '../../../src-renderer/messages/language.ts';
import { openPrinter } from '../../harness/printer-sink.ts';
import { expect, guardOver, test } from './board-fixture.ts';
import { letIn } from './signed-in.ts';

type Look = {
  readonly size: readonly [width: number, height: number];
  readonly theme: 'dark' | 'light';
  readonly language: Language;
};

const looks: Readonly<Record<string, Look>> = {
  desk: { size: [1440, 900], theme: 'light', language: 'en' },
  'desk-dark': { size: [1440, 900], theme: 'dark', language: 'de' },
  tablet: { size: [1024, 768], theme: 'light', language: 'fr' },
  phone: { size: [360, 740], theme: 'dark', language: 'ar' },
  'phone-light': { size: [360, 740], theme: 'light', language: 'zh' },
};

/** Pictures for people to look at, in `artefacts/printing`: every state of a printer, and where slips are asked for. */
for (const [name, { size, theme, language }] of Object.entries(looks)) {
  test(`printing can be looked at: ${name}`, async ({ browser, server, pos }) => {
    test.slow();
    const printer = await openPrinter();
    const [width, height] = size;
    const context = await browser.newContext({ viewport: { width, height } });
    await context.addInitScript(
      (kept) => {
        for (const [key, value] of Object.entries(kept)) localStorage.setItem(`kitchen-pass.${key}`, value);
      },
      { theme, language },
    );
    const page = await context.newPage();
    await letIn(context, server);
    const see = async (what: string) => {
      await page.evaluate(() => document.fonts.ready);
      expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
      await page.screenshot({ path: `artefacts/printing/${what}-${name}.png`, animations: 'disabled' });
    };
    await page.goto(`${server.url}/manage#/printers`);
    await expect(page.locator('[data-section=printers] [data-backup]')).toBeVisible();
    await see('none');
    await openForm(page);
    await see('form');
    await page.locator('[data-preview]').scrollIntoViewIfNeeded();
    await see('preview');
    await page.locator('[data-printer-form] button[type=submit]').click();
    await expect(page.locator('[aria-invalid]').first()).toBeVisible();
    await see('wrong');

    const wish = { host: '127.0.0.1', port: printer.port, stations: ['kitchen'], guest: true };
    const { id } = (await pos.call('POST', '/printers', { ...wish, name: 'Pass' })).json;
    await pos.call('POST', `/printers/${id}/test`);
    const lost = {
      ...wish,
      name: 'Getränketheke im großen Saal neben der Treppe',
      port: 9100 + ((printer.port + 50) % 100),
    };
    const { id: lostId } = (await pos.call('POST', '/printers', lost)).json;
    await pos.call('POST', `/printers/${lostId}/test`);
    const order = { type: 'dine_in', table_number: '4', items: [{ name: 'Soup', unit_price: 6 }] };
    const placed = (await pos.order(order)).json;
    await pos.call('POST', `/orders/${placed.id}/print`, { slip: 'kitchen' });
    await page.reload();
    await expect(page.locator('[data-trouble]')).toBeVisible();
    await page.locator('[data-row]').first().scrollIntoViewIfNeeded();
    await see('list');

    await page.goto(server.url);
    await expect(page.getByRole('alert').filter({ hasText: 'Getränketheke' })).toBeVisible();
    await guardOver(page);
    await page.locator('[data-ticket] [data-more]').first().click();
    await expect(page.locator('[data-print]')).toBeVisible();
    await guardOver(page);
    await page.locator('[data-print]').click();
    await expect(page.locator('[data-print-sent]')).toBeVisible();
    await see('board-sheet');
    await page.goto(`${server.url}/floor#/order/${placed.id}`);
    await page.locator('[data-act=print]').click();
    await expect(page.locator('[data-slip=guest]')).toBeVisible();
    await guardOver(page);
    await page.locator('[data-slip=guest]').click();
    await expect(page.locator('[data-print-sent]')).toBeVisible();
    await see('floor-sheet');
    await pos.call('PATCH', '/settings', { backup_print_seconds: 10 });
    await page.goto('about:blank');
    await pos.order({ ...order, table_number: '5' });
    await expect.poll(() => printer.slips().some((slip) => slip.includes('BACKUP')), { timeout: 30_000 }).toBe(true);
    await page.goto(server.url);
    await expect(page.locator('[data-ticket]').nth(1)).toBeVisible();
    await see('board-printed');
    await context.close();
    await printer.close();
  });
}

async function openForm(page: Page): Promise<void> {
  await guardOver(page);
  await page.locator('[data-section=printers] [aria-expanded]').first().click();
  await expect(page.locator('[data-printer-form]')).toBeVisible();
  await guardOver(page);
}
