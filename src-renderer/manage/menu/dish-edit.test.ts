import { expect, test } from 'vitest';
import { menuItem } from '../../../test/harness/menu-item.ts';
import { emptyDish, freshKey, movedBy } from './dish-draft.ts';
import { decided, editOf, isChanged, meanwhile, newEdit } from './dish-edit.ts';
import { proposedSku } from './proposed-sku.ts';
import { readDraft } from './read-draft.ts';

const steak = menuItem('steak', {
  name: 'Steak',
  price: 2400,
  modifierGroups: [{ name: 'Doneness', min: 1, max: 1, options: [{ name: 'rare', price: 0 }] }],
});
const opened = editOf(steak, 'de');
const typed = (change: Partial<typeof emptyDish>) => ({ ...opened, draft: { ...opened.draft, ...change } });

test('[MNE5] a form that nobody has touched follows the menu', () => {
  const { edit, taken, disputed } = meanwhile(opened, { ...steak, price: 2600, version: 2 });
  expect([edit.draft.price, taken, disputed, isChanged(edit)]).toEqual(['26,00', ['price'], [], false]);
});

test('[MNE5] what was sold or went 86 meanwhile changes nothing of the form', () => {
  const sold = { ...steak, version: 9, available: false, stock: { counted: 4, countedAtMs: 1, sold: 4 } };
  expect(meanwhile(typed({ name: 'Rib eye' }), sold)).toMatchObject({ taken: [], disputed: [] });
});

test('[MNE5] what another has changed elsewhere is taken over, what both have changed is asked about', () => {
  const mine = typed({ price: '25,00' });
  const theirs = { ...steak, price: 2600, name: 'Sirloin' };
  const { edit, taken, disputed } = meanwhile(mine, theirs);
  expect([taken, disputed, edit.draft.name, edit.draft.price]).toEqual([['name'], ['price'], 'Sirloin', '25,00']);
  // It is asked about until somebody has said.
  expect(meanwhile(edit, theirs).disputed).toEqual(['price']);
  const kept = decided(edit, theirs, 'price', false);
  expect([meanwhile(kept, theirs).disputed, kept.draft.price, isChanged(kept)]).toEqual([[], '25,00', true]);
  const given = decided(edit, theirs, 'price', true);
  expect([given.draft.price, isChanged(given)]).toEqual(['26,00', false]);
});

test('[MNE5] two who have changed it to the same have nothing to settle', () => {
  const { edit, disputed } = meanwhile(typed({ price: '26,00' }), { ...steak, price: 2600 });
  expect([disputed, isChanged(edit)]).toEqual([[], false]);
});

test('[MNE5] the same in another writing is no change', () => {
  expect(isChanged(typed({ price: '24', name: 'Steak ' }))).toBe(false);
  expect(isChanged(typed({ price: '24.01' }))).toBe(true);
  expect(meanwhile(typed({ price: '26' }), { ...steak, price: 2600 }).disputed).toEqual([]);
});

test('[MNE2] a copy is new, and unsaved from the first moment', () => {
  expect(isChanged(newEdit(opened))).toBe(false);
  expect(isChanged(newEdit(opened, opened.draft))).toBe(true);
});

test('[MNE2] a sku is made of the name, and is one that no dish has', () => {
  const taken = new Set(['tomato-soup', 'dish-1']);
  const propose = (name: string) => proposedSku(name, (sku) => taken.has(sku));
  expect(propose('Crème brûlée!')).toBe('creme-brulee');
  expect(propose('Tomato soup')).toBe('tomato-soup-2');
  expect(propose('番茄汤')).toBe('dish-2');
  expect(propose('  ')).toBe('');
});

test('[MNE2] what is moved changes places with its neighbour, and nothing leaves the list', () => {
  expect(movedBy(['a', 'b', 'c'], 2, -1)).toEqual(['a', 'c', 'b']);
  expect(movedBy(['a', 'b', 'c'], 0, 1)).toEqual(['b', 'a', 'c']);
  expect(movedBy(['a', 'b'], 0, -1)).toEqual(['a', 'b']);
  expect(movedBy(['a', 'b'], 1, 1)).toEqual(['a', 'b']);
  expect(freshKey([{ key: 'n1' }])).toBe('n2');
});

const reading = { currency: 'EUR', skuTaken: (sku: string) => sku === 'burger' };
const troubles = (change: Partial<typeof emptyDish>) => {
  const read = readDraft(typed(change).draft, reading);
  return 'troubles' in read ? read.troubles : {};
};

test('[MNE3] what is right is told to the kitchen as it takes it', () => {
  expect(readDraft(typed({ prepMinutes: '12', price: '24,5' }).draft, reading)).toEqual({
    body: {
      name: 'Steak',
      sku: 'steak',
      price: 24.5,
      category: 'Mains',
      stations: [],
      allergens: [],
      prep_minutes: 12,
      modifier_groups: [{ name: 'Doneness', min: 1, max: 1, options: [{ name: 'rare', price: 0 }] }],
    },
  });
});

test('[MNE3] everything that is wrong is told at once, each at its place', () => {
  expect(readDraft(emptyDish, reading)).toEqual({
    troubles: { name: 'name', sku: 'sku', price: 'price', category: 'category' },
  });
  expect(troubles({ name: 'x'.repeat(201), sku: 'burger', prepMinutes: '1.5' })).toEqual({
    name: 'long',
    sku: 'skuTaken',
    prep_minutes: 'minutes',
  });
  expect(troubles({ prepMinutes: '601' })).toEqual({ prep_minutes: 'minutes' });
});

test('[MNE3] a group needs a name, an option, and limits that can be kept', () => {
  const option = { key: 'o0', name: 'rare', price: '' };
  const group = { key: 'g0', name: 'Doneness', min: '1', max: '', options: [option] };
  expect(troubles({ groups: [{ ...group, name: ' ', options: [] }] })).toEqual({
    'modifier_groups[0].name': 'group',
    'modifier_groups[0].options': 'noOption',
  });
  const more = [option, { key: 'o1', name: 'medium', price: '' }, { key: 'o2', name: 'well done', price: '1,5' }];
  expect(troubles({ groups: [group, { ...group, min: '3', max: '2', options: more }] })).toEqual({
    'modifier_groups[1].max': 'maxBelowMin',
  });
  expect(troubles({ groups: [{ ...group, min: '2' }] })).toEqual({ 'modifier_groups[0].min': 'fewerOptions' });
  expect(troubles({ groups: [{ ...group, min: 'one', max: '0' }] })).toEqual({
    'modifier_groups[0].min': 'min',
    'modifier_groups[0].max': 'max',
  });
  const twice = [option, { key: 'o1', name: ' RARE ', price: 'free' }];
  expect(troubles({ groups: [{ ...group, options: twice }] })).toEqual({
    'modifier_groups[0].options[1].name': 'optionTwice',
    'modifier_groups[0].options[1].price': 'price',
  });
});
