import type { Browser, Locator, Page } from '@playwright/test';
import type { Language } from '../../../src-renderer/messages/language.ts';
import type { Api } from '../../harness/api.ts';
import type { ServerProcess } from '../../harness/server-process.ts';
import { expect, guardOver } from './board-fixture.ts';
import { cameraPhoto, giveStillLife } from './photo-hand.ts';
import { letIn } from './signed-in.ts';

/** Dishes of a house with two stations; what can be out, counted or chosen is there once. */
const dishes = [
  { sku: 'soup', name: 'Tomato soup', price: 6.5, category: 'Starters', allergens: ['celery'], prep_minutes: 5 },
  {
    ...{ sku: 'steak', name: 'Steak', price: 24, category: 'Mains', stations: ['grill'] },
    modifier_groups: [
      { name: 'Doneness', min: 1, max: 1, options: [{ name: 'rare' }, { name: 'medium' }, { name: 'well done' }] },
    ],
  },
  { sku: 'burger', name: 'Burger', price: 12.5, category: 'Mains' },
  { sku: 'brulee', name: 'Crème brûlée', price: 7, category: 'Sweets', stock_quantity: 4 },
];

type Office = { readonly page: Page; readonly ids: Readonly<Record<string, string>> };

/** The manager at the list of the menu. */
export async function openOffice(
  page: Page,
  server: ServerProcess,
  pos: Api,
  menu: readonly object[] = dishes,
): Promise<Office> {
  const ids: Record<string, string> = {};
  const stations = [
    { id: 'grill', name: 'Grill', categories: ['Mains'] },
    { id: 'cold', name: 'Cold kitchen', categories: ['Starters', 'Sweets'] },
  ];
  expect((await pos.call('PUT', '/stations', { items: stations })).status).toBe(200);
  for (const dish of menu) {
    const { status, json } = await pos.call('POST', '/products', dish);
    expect(status).toBe(201);
    ids[json.sku] = json.id;
  }
  await letIn(page.context(), server);
  await page.goto(`${server.url}/manage#/menu`);
  await expect(page.locator('[data-dish-row], [data-empty-menu]').first()).toBeVisible();
  return { page, ids };
}

export const row = (page: Page, sku: string): Locator => page.locator(`[data-dish-row="${sku}"]`);

export async function openDish(page: Page, sku: string): Promise<Locator> {
  await row(page, sku).getByRole('link').click();
  return formOf(page);
}

export async function formOf(page: Page): Promise<Locator> {
  const form = page.locator('[data-dish-form]');
  await expect(form).toBeVisible();
  return form;
}

/** A box of the form, by what it is called in the page's code: the same in every language. */
export const box = (page: Page, name: 'name' | 'price' | 'category' | 'sku' | 'minutes'): Locator =>
  page.locator(`input[name="dish-${name}"]`);

export const save = (page: Page): Promise<void> => page.locator('[data-save]').click();

export type OfficeLook = {
  readonly size: readonly [width: number, height: number];
  readonly touch: boolean;
  readonly theme: 'dark' | 'light';
  readonly language: Language;
};

type Restaurant = { readonly browser: Browser; readonly server: ServerProcess; readonly pos: Api };

const longName = {
  sku: 'long',
  name: 'Donaudampfschifffahrtsgesellschaftskapitänsfrühstück mit zwei Eiern und Speck vom Schwein',
  price: 1234.5,
  category: 'Aus der Küche unserer Großeltern, nur am Sonntag',
};

/** Every page of the menu, in every state that somebody may meet; in any language. */
export async function tourOfOffice(
  { browser, server, pos }: Restaurant,
  { size: [width, height], touch, theme, language }: OfficeLook,
  seePage: (page: Page, name: string) => Promise<void>,
): Promise<void> {
  const context = await browser.newContext({ viewport: { width, height }, hasTouch: touch });
  await context.addInitScript(
    (kept) => {
      for (const [key, value] of Object.entries(kept)) localStorage.setItem(`kitchen-pass.${key}`, value);
    },
    { theme, language },
  );
  const page = await context.newPage();
  page.on('dialog', (dialog) => dialog.accept());
  const see = async (name: string) => {
    await guardOver(page);
    await seePage(page, name);
  };
  await openOffice(page, server, pos, []);
  await see('empty');
  await page.goto('about:blank');
  const { ids } = await openOffice(page, server, pos, [...dishes, longName]);
  await giveStillLife(page, pos, [ids.burger, ids.brulee]);
  await page.locator('[data-dish-row="burger"] [data-out="take-off"]').click();
  await page.locator('[data-dish-row="burger"] [data-out="put-back"]').waitFor();
  await page.locator('[data-dish-row="brulee"] [data-count]').click();
  await see('list');
  await page.locator('input[type="search"]').fill('pizza');
  await see('nothing-found');
  await page.locator('input[type="search"]').fill('');
  await seeDish(page, pos, ids.steak ?? '', see);
  await seeFile(page, server, see);
  await context.close();
}

async function seeDish(page: Page, pos: Api, id: string, see: (name: string) => Promise<void>): Promise<void> {
  await page.locator('[data-dish-row="steak"] a').click();
  await formOf(page);
  await see('dish');
  await seePhoto(page, see);
  await page.locator('[data-remove]').click();
  await page.locator('[data-question]').scrollIntoViewIfNeeded();
  await see('remove');
  await box(page, 'price').fill('x');
  await page.locator('[data-add-group]').click();
  await save(page);
  await expect(page.locator('[aria-invalid]')).toHaveCount(3);
  await see('errors');
  await page.locator('[data-group-card]').last().scrollIntoViewIfNeeded();
  await see('group-errors');
  await pos.call('PATCH', `/products/${id}`, { price: 26, name: 'Rib eye' });
  await page.locator('[data-dispute]').scrollIntoViewIfNeeded();
  await see('dispute');
  await page.locator('[data-back]').click();
  await page.locator('[data-leave-question]').waitFor();
  await see('leave');
  await page.locator('[data-leave]').click();
  await page.locator('[data-dish-row="steak"]').waitFor();
}

async function seePhoto(page: Page, see: (name: string) => Promise<void>): Promise<void> {
  const input = page.locator('input[type="file"]');
  await input.setInputFiles({ name: 'IMG_1.HEIC', mimeType: '', buffer: Buffer.from('ftypheic') });
  await page.locator('[data-photo-drop]').scrollIntoViewIfNeeded();
  await see('photo-refused');
  await input.setInputFiles({ name: 'dish.jpg', mimeType: 'image/jpeg', buffer: await cameraPhoto(page) });
  await page.locator('[data-photo-chosen]').scrollIntoViewIfNeeded();
  await see('photo-chosen');
  await page.locator('[data-photo-give]').click();
  await page.locator('[data-photo-remove]').scrollIntoViewIfNeeded();
  await see('photo');
}

const broken = 'sku,name,price,category\nsoup,Soup,five,Starters\nsteak,,24,Mains\n';
const good = 'sku,name,price,category\nsoup,Tomato soup,7,Starters\nfries,Fries,3.5,Sides\n';

async function seeFile(page: Page, server: ServerProcess, see: (name: string) => Promise<void>): Promise<void> {
  await page.goto(`${server.url}/manage#/menu/file`);
  await page.locator('[data-pasted]').fill(broken);
  await guardOver(page);
  await page.locator('[data-preview]').click();
  await page.locator('[data-line-errors]').scrollIntoViewIfNeeded();
  await see('line-errors');
  await page.locator('[data-pasted]').fill(good);
  await page.locator('[data-remove-others]').click();
  await guardOver(page);
  await page.locator('[data-preview]').click();
  await page.locator('[data-import-preview]').scrollIntoViewIfNeeded();
  await see('preview');
  await guardOver(page);
  await page.locator('[data-take]').click();
  await page.locator('[data-taken]').scrollIntoViewIfNeeded();
  await see('taken');
}
