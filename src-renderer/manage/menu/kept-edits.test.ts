import { expect, test } from 'vitest';
import { emptyDish } from './dish-draft.ts';
import { newEdit } from './dish-edit.ts';
import { createKeptEdits } from './kept-edits.ts';

function memory() {
  const texts = new Map<string, string>();
  return {
    getItem: (name: string) => texts.get(name) ?? null,
    setItem: (name: string, text: string) => void texts.set(name, text),
    removeItem: (name: string) => void texts.delete(name),
  };
}
const option = { key: 'o0', name: 'rare', price: '' };
const groups = [{ key: 'g0', name: 'Doneness', min: '1', max: '1', options: [option] }];
const edit = newEdit({ currency: 'EUR', language: 'de' }, { ...emptyDish, name: 'Steak', groups });

test('[MNE4] what was typed is found again, by who has typed it, for that dish alone', () => {
  const storage = memory();
  createKeptEdits(storage, 'anna/new').keep(edit);
  expect(createKeptEdits(storage, 'anna/new').read()).toEqual(edit);
  expect(createKeptEdits(storage, 'ben/new').read()).toBeUndefined();
  createKeptEdits(storage, 'anna/new').drop();
  expect(createKeptEdits(storage, 'anna/new').read()).toBeUndefined();
});

test.each(['', '{', 'null', '[]', '{"draft":{}}', JSON.stringify({ ...edit, draft: { ...edit.draft, groups: [1] } })])(
  '[MNE4] rubbish that lies there is nothing: %s',
  (text) => {
    const storage = { ...memory(), getItem: () => text };
    expect(createKeptEdits(storage, 'anna/new').read()).toBeUndefined();
  },
);

test('[MNE4] a browser that keeps nothing is no trouble', () => {
  const refuses = () => {
    throw new Error('full');
  };
  for (const storage of [undefined, { getItem: refuses, setItem: refuses, removeItem: refuses }]) {
    const kept = createKeptEdits(storage, 'anna/new');
    kept.keep(edit);
    kept.drop();
    expect(kept.read()).toBeUndefined();
  }
});
