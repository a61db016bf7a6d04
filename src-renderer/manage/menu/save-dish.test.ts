import { expect, test } from 'vitest';
import type { Product } from '#shared/domain/product.ts';
import { menuItem } from '../../../test/harness/menu-item.ts';
import type { Answer } from '../../link/ask.ts';
import { editOf } from './dish-edit.ts';
import { type DishBody, readDraft } from './read-draft.ts';
import { saveChange } from './save-dish.ts';

const steak = menuItem('steak', { name: 'Steak', price: 2400 });
const opened = editOf(steak, 'en');
const edit = { ...opened, draft: { ...opened.draft, price: '25' } };
const read = readDraft(edit.draft, { currency: 'EUR', skuTaken: () => false });
const body = 'body' in read ? read.body : undefined;

/** A kitchen in which the dish is as `now` says. */
function kitchen(now: () => Product) {
  const told: Partial<DishBody>[] = [];
  const mismatch = { code: 'version_mismatch', title: '', detail: '' };
  return {
    told,
    item: async (): Promise<Answer<Product>> => ({ kind: 'ok', value: now() }),
    change: async (_id: string, change: Partial<DishBody>, version: number): Promise<Answer<Product>> => {
      if (version !== now().version) return { kind: 'refused', objection: mismatch, fields: [], retryMs: null };
      told.push(change);
      return { kind: 'ok', value: now() };
    },
  };
}
const save = (api: ReturnType<typeof kitchen>) => saveChange(api, steak, edit, body as DishBody);

test('[MNE5] only what was changed is told', async () => {
  const api = kitchen(() => steak);
  expect((await save(api)).kind).toBe('ok');
  expect(api.told).toEqual([{ price: 25 }]);
});

test('[MNE5] one that was sold meanwhile is saved all the same, and so is another field', async () => {
  const api = kitchen(() => ({ ...steak, version: 7, available: false, name: 'Sirloin' }));
  expect((await save(api)).kind).toBe('ok');
  expect(api.told).toEqual([{ price: 25 }]);
});

test('[MNE5] what another has changed in the same place is not overwritten', async () => {
  const api = kitchen(() => ({ ...steak, version: 2, price: 2600 }));
  expect(await save(api)).toMatchObject({ kind: 'refused', objection: { code: 'version_mismatch' } });
  expect(api.told).toEqual([]);
});

test('[MNE5] a dish that is sold all the time is given up after a few tries', async () => {
  let version = 1;
  const api = kitchen(() => ({ ...steak, version: ++version }));
  expect(await save(api)).toMatchObject({ kind: 'refused', objection: { code: 'version_mismatch' } });
});

test('a dish that cannot be asked about leaves the question open', async () => {
  const api = { ...kitchen(() => ({ ...steak, version: 2 })), item: async () => ({ kind: 'unreachable' }) as const };
  expect(await save(api)).toEqual({ kind: 'unreachable' });
});
