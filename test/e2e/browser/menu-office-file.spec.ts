import { expect, guardOver, test } from './board-fixture.ts';
import { openOffice } from './menu-office-hand.ts';

test.use({ viewport: { width: 1280, height: 800 } });

const broken = `sku,name,price,category,modifier_groups
soup,Soup,five,Starters,
steak,,24,Mains,
burger,Burger,12.50,Mains,no groups
burger,Burger,12.50,Mains,`;

const file = `sku;name;price;category;prep_minutes
soup;Crème de tomate;7,20;Starters;5
burger;Burger;12,50;Mains;
fries;Fries;3,50;Sides;4
`;

const picked = (text: string, encoding: BufferEncoding = 'utf8') => ({
  name: 'menu.csv',
  mimeType: 'text/csv',
  buffer: Buffer.from(text, encoding),
});

test('[MNE6] [IMP1] [IMP2] [IMP4] a broken file changes nothing and names its lines; what is shown of a good one is what is done', async ({
  page,
  server,
  pos,
}) => {
  test.slow();
  await openOffice(page, server, pos);
  const menu = async () =>
    (await pos.call('GET', '/products')).json.items
      .map(({ sku, name, price }: { sku: string; name: string; price: number }) => `${sku} ${name} ${price}`)
      .sort();
  const before = await menu();
  await page.locator('[data-to-file]').click();
  await page.locator('input[type="file"]').setInputFiles(picked(broken));
  const errors = page.locator('[data-line-errors]');
  await expect(errors.locator('[data-line]')).toHaveText([
    /^Line 2.*price must be an amount/,
    /^Line 3.*name is missing/,
    /^Line 4.*choices must be written/,
    /^Line 5.*stands in line 4 already/,
  ]);
  await expect(page.locator('[data-pasted]')).toHaveValue(broken);
  expect(await menu()).toEqual(before);

  // As an older spreadsheet writes it.
  await guardOver(page);
  await page.locator('input[type="file"]').setInputFiles(picked(file, 'latin1'));
  const preview = page.locator('[data-import-preview]');
  await expect(preview).toContainText('New: 1 · Changed: 1 · Off the menu: 0 · As before: 1');
  await page.locator('[data-remove-others]').click();
  await expect(preview).toHaveCount(0);
  await guardOver(page);
  await page.locator('[data-preview]').click();
  await expect(preview).toContainText('New: 1 · Changed: 1 · Off the menu: 2 · As before: 1');
  const listed = (name: string) =>
    preview.locator(`[data-listing="${name}"] [data-item]`).evaluateAll((all) => all.map((one) => one.dataset.item));
  expect(await listed('created')).toEqual(['fries']);
  expect((await listed('removed')).toSorted()).toEqual(['brulee', 'steak']);
  const soup = preview.locator('[data-item="soup"]');
  await expect(soup.locator('[data-field="price"]')).toContainText('$6.50 → $7.20');
  await expect(soup.locator('[data-field="name"]')).toContainText('Tomato soup → Crème de tomate');
  // The file has no column for what is in it: that stays.
  await expect(soup.locator('[data-field]')).toHaveCount(2);
  expect(await menu()).toEqual(before);

  // What was looked at is what is done: another text has to be looked at itself.
  const pasted = page.locator('[data-pasted]');
  const kept = await pasted.inputValue();
  await pasted.fill(`${kept}tea;Tea;3;Drinks;`);
  await expect(page.locator('[data-take]')).toHaveCount(0);
  await pasted.fill(kept);
  await expect(page.locator('[data-take]')).toBeVisible();

  // Somebody else changes the menu between the look and the deed.
  await pos.call('POST', '/products', { sku: 'tea', name: 'Tea', price: 3, category: 'Drinks' });
  await page.locator('[data-take]').click();
  await expect(page.locator('[data-overtaken]')).toBeVisible();
  await expect(preview).toContainText('Off the menu: 3');
  await guardOver(page);
  await page.locator('[data-take]').click();
  await expect(page.locator('[data-taken]')).toContainText('New: 1 · Changed: 1 · Off the menu: 3');
  expect(await menu()).toEqual(['burger Burger 12.5', 'fries Fries 3.5', 'soup Crème de tomate 7.2']);
});

test('[MNE6] [IMP3] the menu goes out as a table and comes in as it was; the example is a menu that can be brought in', async ({
  page,
  server,
  pos,
}) => {
  await openOffice(page, server, pos);
  await page.goto(`${server.url}/manage#/menu/file`);
  const fetched = async (selector: string) => {
    const download = page.waitForEvent('download');
    await page.locator(selector).click();
    const stream = await (await download).createReadStream();
    const pieces: Buffer[] = [];
    for await (const piece of stream) pieces.push(piece);
    return { name: (await download).suggestedFilename(), text: Buffer.concat(pieces).toString() };
  };
  const preview = page.locator('[data-import-preview]');
  for (const format of ['csv', 'json']) {
    const { name, text } = await fetched(`[data-export="${format}"]`);
    expect(name).toBe(`menu.${format}`);
    await page.locator('[data-pasted]').fill(text);
    await guardOver(page);
    await page.locator('[data-preview]').click();
    await expect(preview).toContainText('Nothing would change: 4 dishes');
  }
  const example = await fetched('[data-example]');
  expect(example.name).toBe('menu-example.csv');
  // Dropped, as from a folder.
  const data = await page.evaluateHandle((text) => {
    const transfer = new DataTransfer();
    transfer.items.add(new File([text], 'menu.csv'));
    return transfer;
  }, example.text);
  await guardOver(page);
  await page.dispatchEvent('[data-drop]', 'drop', { dataTransfer: data });
  await expect(preview).toContainText('New: 2 · Changed: 1');
});
