import { expect, test } from 'vitest';
import { createKeyReader } from './key-reader.ts';
import { type KeyPress, strokesOf } from './stroke.ts';

const press = (key: string, code: string, change: Partial<KeyPress> = {}): KeyPress => ({
  key,
  code,
  ctrlKey: false,
  altKey: false,
  shiftKey: false,
  metaKey: false,
  isAltGraph: false,
  ...change,
});

test.each([
  ['a letter', press('r', 'KeyR'), ['r']],
  ['the same letter under Caps Lock', press('R', 'KeyR'), ['r']],
  ['A on a French keyboard, where Q is elsewhere', press('a', 'KeyQ'), ['a']],
  ['a digit', press('4', 'Digit4'), ['Digit4']],
  ['the bare digit key of a French keyboard', press("'", 'Digit4'), ['Digit4']],
  ['the same with Shift', press('4', 'Digit4', { shiftKey: true }), ['Digit4']],
  ['a digit of a bar that names no code', press('4', ''), ['Digit4']],
  ['the number pad', press('4', 'Numpad4'), ['Numpad4']],
  ['the number pad without NumLock', press('ArrowLeft', 'Numpad4'), ['Numpad4']],
  ['plus on an American keyboard', press('+', 'Equal', { shiftKey: true }), ['+']],
  ['plus on a German keyboard', press('+', 'BracketRight'), ['+']],
  ['space', press(' ', 'Space'), ['Space']],
  ['the enter key of the number pad', press('Enter', 'NumpadEnter'), ['NumpadEnter']],
  ['a letter with Shift, as some bars send it', press('R', 'KeyR', { shiftKey: true }), ['Shift+r']],
  ['a letter with Ctrl', press('z', 'KeyZ', { ctrlKey: true }), ['Ctrl+z']],
  ['a sign of AltGr', press('@', 'KeyQ', { ctrlKey: true, altKey: true, isAltGraph: true }), ['@']],
  ['R on an Arabic keyboard', press('ق', 'KeyR'), ['ق', 'r']],
  ['R on a Russian keyboard', press('к', 'KeyR'), ['к', 'r']],
])('[KEY3] %s', (_what, event, strokes) => {
  expect(strokesOf(event)).toEqual(strokes);
});

test.each(['Shift', 'Alt', 'AltGraph', 'Meta', 'CapsLock', 'Dead', 'Process', 'Tab'])(
  '[KEY3] %s is no key of the board',
  (key) => {
    expect(strokesOf(press(key, key))).toEqual([]);
  },
);

test('[KEY3] what the system takes with its own key is left to it', () => {
  expect(strokesOf(press('r', 'KeyR', { metaKey: true }))).toEqual([]);
});

const ctrl = press('Control', 'ControlLeft', { ctrlKey: true });
const letGo = press('Control', 'ControlLeft');
const down = (event: KeyPress, repeat = false) => ({ ...event, repeat });

test('[KEY5] Ctrl alone counts when it is let go', () => {
  const reader = createKeyReader();
  expect(reader.down(down(ctrl)).strokes).toEqual([]);
  expect(reader.up(letGo).strokes).toEqual(['ControlLeft']);
  expect(reader.up(letGo).strokes).toEqual([]);
});

test('[KEY5] Ctrl does not count after another key, or a tap, in between', () => {
  const reader = createKeyReader();
  reader.down(down(ctrl));
  reader.down(down(press('r', 'KeyR', { ctrlKey: true })));
  reader.up(press('r', 'KeyR', { ctrlKey: true }));
  expect(reader.up(letGo).strokes).toEqual([]);
  reader.down(down(ctrl));
  reader.forget();
  expect(reader.up(letGo).strokes).toEqual([]);
});

test('[KEY4] a key held down says so', () => {
  const reader = createKeyReader();
  expect(reader.down(down(press('r', 'KeyR'))).isHeld).toBe(false);
  expect(reader.down(down(press('r', 'KeyR'), true)).isHeld).toBe(true);
});

test('[KEY5] Ctrl held for long counts once', () => {
  const reader = createKeyReader();
  reader.down(down(ctrl));
  for (let repeat = 0; repeat < 10; repeat++) expect(reader.down(down(ctrl, true)).strokes).toEqual([]);
  expect(reader.up(letGo).strokes).toEqual(['ControlLeft']);
});
