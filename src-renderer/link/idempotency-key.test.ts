import { expect, test } from 'vitest';
import { createKey } from './idempotency-key.ts';

test('[OBX1] keys are made without randomUUID, which pages over plain HTTP do not have', () => {
  const source = { getRandomValues: crypto.getRandomValues.bind(crypto) } as Pick<Crypto, 'getRandomValues'>;
  const keys = new Set(Array.from({ length: 1000 }, () => createKey(source)));
  expect(keys.size).toBe(1000);
  for (const key of keys) expect(key).toMatch(/^[0-9a-f]{32}$/);
});
