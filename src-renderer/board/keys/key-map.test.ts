import fc from 'fast-check';
import { expect, test } from 'vitest';
import { actionGroups, type BoardAction, isBoardAction } from './board-action.ts';
import { keyMapIn, keyMapText } from './kept-key-map.ts';
import { actionFor, sameKeyMap, slotKeyOf, strokesFor, withKey } from './key-map.ts';
import { keyPresets, presetNames } from './key-presets.ts';
import { lessonOf } from './learning.ts';
import { isPrefix, noPrefix, prefixPressed, slotMeant } from './slot-prefix.ts';

const { standard } = keyPresets;
const everyAction: readonly BoardAction[] = Object.values(actionGroups).flat();

test.each([
  ['Digit1', 'slot-1'],
  ['Digit0', 'slot-10'],
  ['Numpad7', 'slot-7'],
  ['Enter', 'bump'],
  ['Space', 'bump'],
  ['ControlLeft', 'bump'],
  ['ArrowRight', 'next'],
  ['ArrowUp', 'line-up'],
  ['i', 'line-done'],
  ['s', 'start'],
  ['h', 'hold'],
  ['Backspace', 'recall-last'],
  ['NumpadSubtract', 'recall-last'],
  ['r', 'recall-list'],
  ['a', 'counts'],
  ['+', 'counts'],
  ['NumpadAdd', 'counts'],
  ['PageDown', 'page-next'],
  ['PageUp', 'page-previous'],
  ['Home', 'page-first'],
  ['End', 'page-last'],
  ['NumpadDivide', 'page-round'],
  ['p', 'prioritise'],
  ['t', 'transfer'],
  ['F1', 'help'],
  ['F2', 'learn'],
] as const)('[KEY1] as it comes, %s is %s', (stroke, action) => {
  expect(actionFor(standard, [stroke])).toBe(action);
});

test('[KEY2] the standard map has a key for everything but the slots above ten, and 0 as another prefix', () => {
  const without = everyAction.filter((action) => strokesFor(standard, action).length === 0);
  expect(without).toEqual(['zero', ...Array.from({ length: 10 }, (_, index) => `slot-${index + 11}`)]);
});

test('[KEY2] the number pad needs no more than twenty keys beside the sheet keys of a keyboard', () => {
  const strokes = [...keyPresets['number-pad'].actions.keys()];
  expect(strokes.filter((stroke) => /^(Numpad|Arrow)/.test(stroke))).toHaveLength(20);
});

test.each(presetNames)('[KEY2] the preset %s has a key for everything but the slots above ten', (name) => {
  const without = everyAction.filter((action) => strokesFor(keyPresets[name], action).length === 0);
  // One key is the tenth's own, or comes before the digit of the tenth.
  const tenth = name === 'digits-bump' ? 'slot-10' : 'zero';
  expect(without).toEqual([tenth, ...Array.from({ length: 10 }, (_, index) => `slot-${index + 11}`)]);
});

test('[KEY2] with its twenty keys alone a bar selects, bumps, recalls, counts, and comes back to every page', () => {
  const pad = [...keyPresets['number-pad'].actions].filter(([stroke]) => /^(Numpad|Arrow)/.test(stroke));
  const actions = new Set(pad.map(([, action]) => action).filter((action) => !action.startsWith('slot-')));
  expect(actions).toEqual(
    new Set([
      ...['next', 'previous', 'line-down', 'line-up', 'bump', 'ten-more'],
      ...['recall-last', 'recall-list', 'counts', 'page-round'],
    ]),
  );
});

test.each(presetNames)('[KEY6] the preset %s survives being kept', (name) => {
  expect(sameKeyMap(keyMapIn(keyMapText(keyPresets[name])), keyPresets[name])).toBe(true);
});

test('[KEY6] whatever has come into the storage, there is a map, and of what makes sense nothing is lost', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
      const map = keyMapIn(text);
      expect(map.actions.size).toBeGreaterThan(0);
      for (const action of map.actions.values()) expect(isBoardAction(action)).toBe(true);
    }),
  );
  const mixed = JSON.stringify({ keys: [['x', 'bump'], ['y', 'explode'], 7, ['', 'bump'], ['z']], slotsBump: 'yes' });
  expect([...keyMapIn(mixed).actions]).toEqual([['x', 'bump']]);
  expect(keyMapIn(mixed).slotsBump).toBe(false);
});

test('[KEY6] a learned key does one thing, and says what it did before', () => {
  const lesson = lessonOf(standard, 'bump', ['r']);
  expect(lesson?.heard).toEqual({ stroke: 'r', does: 'bump', didBefore: 'recall-list' });
  expect(actionFor(lesson!.map, ['r'])).toBe('bump');
  expect(strokesFor(lesson!.map, 'recall-list')).toEqual([]);
  expect(lessonOf(standard, 'bump', ['Enter'])?.heard.didBefore).toBeUndefined();
});

test('[KEY6] any sequence of lessons leaves every key with one action, the last one', () => {
  const lessons = fc.array(fc.tuple(fc.constantFrom('q', 'r', 'x', 'F9', 'Numpad1'), fc.constantFrom(...everyAction)));
  fc.assert(
    fc.property(lessons, (all) => {
      const map = all.reduce((now, [stroke, action]) => withKey(now, stroke, action), standard);
      for (const [stroke, action] of new Map(all)) {
        expect(actionFor(map, [stroke])).toBe(action);
        expect(everyAction.filter((one) => strokesFor(map, one).includes(stroke))).toEqual([action]);
      }
    }),
  );
});

test('[KEY6] the tester changes nothing, and Escape is never learned', () => {
  expect(lessonOf(standard, null, ['r'])).toEqual({
    map: standard,
    heard: { stroke: 'r', does: 'recall-list', didBefore: undefined },
  });
  expect(lessonOf(standard, null, ['q'])?.heard.does).toBeUndefined();
  expect(lessonOf(standard, 'bump', ['Escape'])?.map).toBe(standard);
  expect(lessonOf(standard, 'bump', [])).toBeUndefined();
});

test('[KEY3] the most exact name of a key counts first', () => {
  const map = withKey(standard, 'ق', 'help');
  expect(actionFor(map, ['ق', 'r'])).toBe('help');
  expect(actionFor(standard, ['ق', 'r'])).toBe('recall-list');
});

test('[KEY1] the prefix makes 4 to 14, twice to 24, thrice to 4 again; who waits has changed their mind', () => {
  const once = prefixPressed(noPrefix, 0);
  const twice = prefixPressed(once, 500);
  expect(slotMeant('slot-4', noPrefix, 0)).toBe(4);
  expect(slotMeant('slot-4', once, 500)).toBe(14);
  expect(slotMeant('slot-10', once, 500)).toBe(20);
  expect(slotMeant('slot-4', twice, 900)).toBe(24);
  expect(slotMeant('slot-4', prefixPressed(twice, 900), 1000)).toBe(4);
  expect(slotMeant('slot-4', once, 60_000)).toBe(4);
  expect(slotMeant('slot-14', once, 500)).toBe(14);
});

test('[KEY1] where digits bump, 0 comes before the digit of places 10 to 19, and bumps nothing by itself', () => {
  const map = keyPresets['digits-bump'];
  const zero = actionFor(map, ['Digit0']);
  expect(zero).toBe('zero');
  if (zero === undefined) return;
  expect(isPrefix(zero, noPrefix, 0)).toBe(true);
  const once = prefixPressed(noPrefix, 0);
  expect(isPrefix(zero, once, 400)).toBe(false);
  expect(slotMeant(zero, once, 400)).toBe(10);
  expect(slotMeant('slot-3', once, 400)).toBe(13);
  expect([slotKeyOf(map, 10), slotKeyOf(standard, 10), slotKeyOf(map, 13)]).toEqual([10, 0, 13]);
});
