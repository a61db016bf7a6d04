import type { BoardAction } from './board-action.ts';
import type { Stroke } from './stroke.ts';

/** Which key does what on this screen. A key does one thing; one thing may have several keys. */
export type KeyMap = {
  readonly actions: ReadonlyMap<Stroke, BoardAction>;
  /** Slot keys bump at once instead of selecting. */
  readonly slotsBump: boolean;
};

/** The first of these names that does something. */
export function actionFor({ actions }: KeyMap, strokes: readonly Stroke[]): BoardAction | undefined {
  for (const stroke of strokes) {
    const action = actions.get(stroke);
    if (action) return action;
  }
  return undefined;
}

export const strokesFor = ({ actions }: KeyMap, action: BoardAction): readonly Stroke[] =>
  [...actions].flatMap(([stroke, does]) => (does === action ? [stroke] : []));

/** The key does this from now on, and nothing else ([KEY6]). */
export const withKey = (map: KeyMap, stroke: Stroke, action: BoardAction): KeyMap => ({
  ...map,
  actions: new Map([...withoutKey(map, stroke).actions, [stroke, action]]),
});

export const withoutKey = (map: KeyMap, stroke: Stroke): KeyMap => ({
  ...map,
  actions: new Map([...map.actions].filter(([other]) => other !== stroke)),
});

/** What the key did before and would do no more. */
export function takenFrom({ actions }: KeyMap, stroke: Stroke, action: BoardAction): BoardAction | undefined {
  const now = actions.get(stroke);
  return now === action ? undefined : now;
}

export function sameKeyMap(a: KeyMap, b: KeyMap): boolean {
  if (a.slotsBump !== b.slotsBump || a.actions.size !== b.actions.size) return false;
  return [...a.actions].every(([stroke, action]) => b.actions.get(stroke) === action);
}

/** What is pressed for a place: its digit; above ten, and where 0 is a prefix, the number itself ([KEY1]). */
export const slotKeyOf = (map: KeyMap, slot: number): number =>
  slot === 10 && strokesFor(map, 'zero').length === 0 ? 0 : slot;
