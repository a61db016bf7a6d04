import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { MenuItemIn } from '#shared/protocol/product-requests.ts';
import { toWireProduct } from '#shared/protocol/wire-product.ts';
import { menuItem } from '../../../test/harness/menu-item.ts';
import { readMenuFile, toMenuItem } from './menu-file.ts';
import { writeTable } from './menu-table.ts';
import { readGroups, writeGroups } from './modifier-cell.ts';

const itemsIn = (text: string) => {
  const file = readMenuFile(text, 'csv');
  if ('errors' in file) throw new Error(JSON.stringify(file.errors));
  return file.items.map(({ line: _, untold: __, ...item }) => item);
};
const errorsIn = (text: string, format: 'csv' | 'json' = 'csv') => {
  const file = readMenuFile(text, format);
  return 'errors' in file ? file.errors : [];
};

const soup = { sku: 'soup', name: 'Soup', price: 5.5, category: 'Starters' };
const plain = { stations: [], allergens: [], modifier_groups: [] };

test('[IMP2] a table is read however a spreadsheet writes it', () => {
  const expected = [{ ...soup, ...plain, prep_minutes: 7 }];
  for (const text of [
    'sku,name,price,category,prep_minutes\nsoup,Soup,5.5,Starters,7\n',
    '\ufeffSKU;Name;Price;Category;Prep minutes\r\nsoup;Soup;5,50;Starters;7\r\n\r\n',
    'category\tprice\tname\tsku\tprep-minutes\nStarters\t5.50\t"Soup"\tsoup\t7',
  ])
    expect(itemsIn(text)).toEqual(expected);
});

test('[IMP2] cells of many values, and modifiers as somebody types them', () => {
  const text = `sku,name,price,category,stations,allergens,modifier_groups
steak,"Steak, ""large""",24,Mains,grill | fry,milk / nuts,Cooking (1-1): rare | medium; Extras (0-2): egg +1.50 | salad`;
  expect(itemsIn(text)).toEqual([
    {
      sku: 'steak',
      name: 'Steak, "large"',
      price: 24,
      category: 'Mains',
      stations: ['grill', 'fry'],
      allergens: ['milk', 'nuts'],
      modifier_groups: [
        { name: 'Cooking', min: 1, max: 1, options: [option('rare'), option('medium')] },
        { name: 'Extras', min: 0, max: 2, options: [option('egg', 1.5), option('salad')] },
      ],
    },
  ]);
});

const option = (name: string, price = 0) => ({ name, price });

test('[IMP2] what is wrong is told with its line, all of it at once', () => {
  const text = `sku,name,price,category,modifier_groups
soup,Soup,five,Starters,
,Bread,2,Sides,
"salad","Two
lines",4,Sides,no groups
soup,Soup again,5,Starters,`;
  const errors = errorsIn(text);
  expect(errors.map(({ line, path }) => `${line} ${path}`)).toEqual(['2 price', '3 sku', '4 modifier_groups', '6 sku']);
  expect(errors.at(-1)?.reason).toBe('stands in line 2 already');
});

test.each([
  ['', 'the file is empty'],
  ['sku,name,price\nsoup,Soup,5', 'the column “category” is missing'],
  ['sku,name,price,category,colour\n', 'there is no column “colour”'],
  ['sku,name,price,category,sku\n', 'twice'],
  ['sku,name,price,category\n', 'there is no dish in it'],
  ['sku,name,price,category\nsoup,"Soup,5,Starters', 'Quote'],
])('[IMP2] a file that cannot be read says why: %j', (text, reason) => {
  expect(errorsIn(text)[0]?.reason).toContain(reason);
});

test('[IMP2] a row that is too long is told by its line', () => {
  expect(errorsIn('sku,name,price,category\nsoup,Soup,5,Starters\ncake,Cake,5,Sweets,1,2\n')[0]?.line).toBe(3);
});

test('[IMP2] JSON is a list of dishes, or what the export gives', () => {
  const list = readMenuFile(JSON.stringify([soup]), 'json');
  expect(list).toEqual(readMenuFile(JSON.stringify({ items: [soup] }), 'json'));
  expect(list).toMatchObject({ items: [{ ...soup, line: 1 }] });
  expect(errorsIn('{', 'json')).toMatchObject([{ reason: 'this is no JSON' }]);
  expect(errorsIn('3', 'json')).toMatchObject([{ reason: 'needs a list of dishes' }]);
  expect(errorsIn('[null, 3, [], "soup"]', 'json').map(({ line }) => line)).toEqual([1, 2, 3, 4]);
  expect(errorsIn(JSON.stringify([soup, { ...soup, sku: 'x', colour: 1 }]), 'json')).toMatchObject([
    { line: 2, reason: 'unknown field colour' },
  ]);
});

test('[IMP3] what goes out as a table comes in the same, also what a spreadsheet would take for a formula', () => {
  const name = fc.oneof(
    fc.string({ minLength: 1, maxLength: 20, unit: 'grapheme' }),
    fc.constantFrom('=1+2', '+49 soup', '-5 degrees', '@home', 'a, "b"; c', 'two\nlines', "it's", "'=x"),
  );
  const usable = name.filter((text) => text.trim() !== '' && !/\0|\p{Surrogate}/u.test(text));
  const words = fc.array(fc.oneof(usable, fc.constantFrom('milk/lactose', 'a | b', '[x]', 'E 120: red; blue', '=1')), {
    maxLength: 3,
  });
  const option = fc.record({
    name: fc.oneof(usable, fc.constantFrom('egg +2', 'a|b', 'x; y: z')),
    price: fc.nat({ max: 999 }),
  });
  const group = fc.record({
    name: fc.oneof(usable, fc.constantFrom('Side (1-2)', 'a;b', 'c:d')),
    min: fc.constant(0),
    max: fc.option(fc.integer({ min: 1, max: 9 }), { nil: null }),
    options: fc.uniqueArray(option, {
      minLength: 1,
      maxLength: 3,
      selector: ({ name: one }) => one.trim().toLowerCase(),
    }),
  });
  const product = fc
    .record({
      ...{ sku: usable, name: usable, category: usable, price: fc.integer({ min: 0, max: 99_999 }), allergens: words },
      modifierGroups: fc.array(group, { maxLength: 2 }),
      prepMinutes: fc.option(fc.integer({ min: 1, max: 90 }), { nil: null }),
    })
    .map((change) => menuItem(change.sku, change));
  fc.assert(
    fc.property(fc.uniqueArray(product, { minLength: 1, maxLength: 5, selector: ({ sku }) => sku }), (products) => {
      const wire = products.map(toWireProduct);
      expect(itemsIn(writeTable(wire))).toEqual(wire.map(toMenuItem));
    }),
  );
  const [, row] = writeTable([toWireProduct(menuItem('x', { name: '=HYPERLINK("http://example.com")' }))]).split('\n');
  expect(row).toContain(`"'=HYPERLINK`);
});

test('[IMP3] groups that fit a cell come back as they were', () => {
  const groups: MenuItemIn['modifier_groups'] = [
    { name: 'Cooking', min: 1, max: 1, options: [option('rare'), option('well done')] },
    { name: 'Extras', min: 0, max: null, options: [option('egg', 1.5), option('C+ juice')] },
  ];
  expect(readGroups(writeGroups(groups))).toEqual(groups);
});

test('[IMP2] a cell that is mostly space is read as soon as any other', () => {
  for (const cell of [
    `a${' '.repeat(10_000)}b`,
    `a${' '.repeat(10_000)}(1-1`,
    ' ('.repeat(10_000),
    `a: ${'+ '.repeat(10_000)}1`,
  ])
    expect(readGroups(cell)?.[0]?.min).toBe(cell.startsWith('a:') ? 0 : undefined);
});

test('[IMP4] a file says which of the columns that may be missing it has', () => {
  const untoldIn = (text: string, format: 'csv' | 'json') => {
    const file = readMenuFile(text, format);
    return 'items' in file ? file.items.map(({ untold }) => untold) : [];
  };
  expect(untoldIn('sku,name,price,category,allergens\nsoup,Soup,5,Starters,\n', 'csv')).toEqual([
    ['stations', 'prep_minutes', 'modifier_groups'],
  ]);
  expect(
    untoldIn(
      JSON.stringify([
        { ...soup, stations: [] },
        { ...soup, sku: 'b', ...plain, prep_minutes: null },
      ]),
      'json',
    ),
  ).toEqual([['allergens', 'prep_minutes', 'modifier_groups'], []]);
});
