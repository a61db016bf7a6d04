import { expect, test } from 'vitest';
import { createKeptTyped } from './kept-typed.ts';

const before = { name: '', isNew: false, stations: [] as readonly string[], paper: 80 };

function storeWith(text: string | null = null) {
  const all = new Map<string, string>(text === null ? [] : [['kitchen-pass.typed.u/printer', text]]);
  return {
    all,
    getItem: (key: string) => all.get(key) ?? null,
    setItem: (key: string, value: string) => void all.set(key, value),
    removeItem: (key: string) => void all.delete(key),
  };
}

test('[STE6] what was typed is there again, until it is dropped or stands as before', () => {
  const store = storeWith();
  const kept = createKeptTyped(store, 'u/printer', before);
  expect(kept.read()).toEqual({});
  kept.keep({ name: 'Bar', stations: ['bar'] });
  expect(createKeptTyped(store, 'u/printer', before).read()).toEqual({ name: 'Bar', stations: ['bar'] });
  expect(createKeptTyped(store, 'other/printer', before).read()).toEqual({});
  kept.keep({});
  expect(store.all.size).toBe(0);
  kept.keep({ paper: 58 });
  kept.drop();
  expect(kept.read()).toEqual({});
});

test('[STE6] rubbish in the store, or none, is nothing typed', () => {
  for (const text of ['{', 'null', '7', '{"name":7,"isNew":"x","stations":[1],"paper":"80","other":"x"}'])
    expect(createKeptTyped(storeWith(text), 'u/printer', before).read()).toEqual({});
  const none = createKeptTyped(undefined, 'u/printer', before);
  none.keep({ name: 'Bar' });
  expect(none.read()).toEqual({});
});
