import type { BoardAction } from './board-action.ts';
import { actionFor, type KeyMap, takenFrom, withKey } from './key-map.ts';
import type { Stroke } from './stroke.ts';

/** What the learn screen has just heard. */
export type Heard = {
  readonly stroke: Stroke;
  /** What that key does now. */
  readonly does: BoardAction | undefined;
  /** What it did until now and does no more. */
  readonly didBefore: BoardAction | undefined;
};

export type Lesson = { readonly map: KeyMap; readonly heard: Heard };

/** These keep their meaning in every sheet: whoever has lost the way gets out with them. */
const keptFree: ReadonlySet<Stroke> = new Set(['Escape']);

/** A key was pressed while `wanted` waited for one, or while nothing did ([KEY6]). */
export function lessonOf(map: KeyMap, wanted: BoardAction | null, strokes: readonly Stroke[]): Lesson | undefined {
  const [stroke] = strokes;
  if (stroke === undefined) return undefined;
  if (wanted === null || keptFree.has(stroke)) {
    return { map, heard: { stroke, does: actionFor(map, strokes), didBefore: undefined } };
  }
  const didBefore = takenFrom(map, stroke, wanted);
  return { map: withKey(map, stroke, wanted), heard: { stroke, does: wanted, didBefore } };
}
