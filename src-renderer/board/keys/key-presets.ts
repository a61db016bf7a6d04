import type { BoardAction, NamedAction, SlotAction } from './board-action.ts';
import type { KeyMap } from './key-map.ts';
import type { Stroke } from './stroke.ts';

/**
 * Named after what is known of keyboards and bars: on Clover, Lightspeed and SD Cloud digits select, on Arryved they
 * bump, and 0 is a prefix; SD Cloud bumps by left Ctrl and recalls by the pad's minus; others are labelled bump, recall,
 * sum and page. What else a bar sends is learned key by key.
 */
export const presetNames = ['standard', 'digits-bump', 'number-pad'] as const;
export type PresetName = (typeof presetNames)[number];

type Keys = Partial<Readonly<Record<BoardAction, readonly Stroke[]>>>;

/** 1 to 9, then 0 for ten. */
const slots = (prefix: 'Digit' | 'Numpad'): readonly (readonly [SlotAction, Stroke])[] =>
  Array.from({ length: 10 }, (_, index) => [`slot-${index + 1}`, `${prefix}${(index + 1) % 10}`] as const);

const everywhere = {
  next: ['ArrowRight'],
  previous: ['ArrowLeft'],
  'line-down': ['ArrowDown'],
  'line-up': ['ArrowUp'],
  back: ['Escape'],
  help: ['F1', '?'],
  learn: ['F2'],
} as const satisfies Keys;

const standard: Readonly<Partial<Record<NamedAction, readonly Stroke[]>>> = {
  ...everywhere,
  bump: ['Enter', 'Space', 'ControlLeft', 'NumpadEnter'],
  'ten-more': ['.', 'NumpadDecimal'],
  undo: ['u', 'Ctrl+z'],
  'recall-last': ['Backspace', 'NumpadSubtract'],
  start: ['s'],
  hold: ['h'],
  fire: ['f'],
  prioritise: ['p'],
  transfer: ['t'],
  'line-done': ['i'],
  'recall-list': ['r'],
  'held-list': ['o'],
  'to-be-seen': ['n'],
  counts: ['a', '+', 'NumpadAdd'],
  'page-next': ['PageDown'],
  'page-previous': ['PageUp'],
  'page-first': ['Home'],
  'page-last': ['End'],
  'page-round': ['NumpadDivide'],
  'wipe-lock': ['w'],
};

/**
 * Twenty keys are enough: ten digits, the six others of a number pad, and four arrows, which also reach what a ticket's
 * sheet has. One key goes round the pages. What keys there are beside the pad do what they always do.
 */
const numberPad: typeof standard = {
  ...standard,
  bump: ['NumpadEnter', 'Enter', 'Space', 'ControlLeft'],
  'ten-more': ['NumpadDecimal'],
  'recall-last': ['NumpadSubtract', 'Backspace'],
  'recall-list': ['NumpadMultiply', 'r'],
  counts: ['NumpadAdd', 'a'],
};

function mapOf(keys: Keys, digits: readonly (readonly [SlotAction, Stroke])[], slotsBump: boolean): KeyMap {
  const named = Object.entries(keys) as [BoardAction, readonly Stroke[]][];
  const pairs = named.flatMap(([action, strokes]) => strokes.map((stroke) => [stroke, action] as const));
  return { actions: new Map([...pairs, ...digits.map(([slot, stroke]) => [stroke, slot] as const)]), slotsBump };
}

const bothRows = [...slots('Digit'), ...slots('Numpad')];
/** 0 comes before the digit of places 10 to 19. */
const zeroBefore: Keys = { ...standard, zero: ['Digit0', 'Numpad0'] };

export const keyPresets: Readonly<Record<PresetName, KeyMap>> = {
  standard: mapOf(standard, bothRows, false),
  'digits-bump': mapOf(
    zeroBefore,
    bothRows.filter(([slot]) => slot !== 'slot-10'),
    true,
  ),
  'number-pad': mapOf(numberPad, slots('Numpad'), false),
};
