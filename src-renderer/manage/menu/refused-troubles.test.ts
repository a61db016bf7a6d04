import { expect, test } from 'vitest';
import { refusedTroubles } from './refused-troubles.ts';

const refusal = (code: string, fields: readonly { path: string; reason: string }[] = []) =>
  ({ kind: 'refused', objection: { code, title: '', detail: '' }, fields, retryMs: null }) as const;

test('[MNE3] what the kitchen refuses stands at its box', () => {
  expect(refusedTroubles(refusal('sku_taken'))).toEqual({ sku: 'skuTaken' });
  const fields = [
    { path: 'price', reason: 'more decimals than JPY has' },
    { path: 'modifier_groups[0].options[1].price', reason: 'more decimals than JPY has' },
    { path: 'name', reason: 'has characters that cannot be stored' },
  ];
  expect(refusedTroubles(refusal('invalid', fields))).toEqual({
    price: 'decimals',
    'modifier_groups[0].options[1].price': 'decimals',
    name: 'refused',
  });
});

test('[MNE3] what is no box’s is told by itself', () => {
  expect(refusedTroubles(null)).toEqual({});
  expect(refusedTroubles({ kind: 'unreachable' })).toEqual({});
  expect(refusedTroubles(refusal('version_mismatch'))).toEqual({});
});
