import { type BoardAction, isBoardAction } from './board-action.ts';
import type { KeyMap } from './key-map.ts';
import { keyPresets } from './key-presets.ts';
import type { Stroke } from './stroke.ts';

const storedAs = 'kitchen-pass.keys';

/** Per screen: each has its own bar. What cannot be read is as if nothing were kept. */
export function readKeyMap(): KeyMap {
  try {
    return keyMapIn(localStorage.getItem(storedAs));
  } catch {
    return keyPresets.standard;
  }
}

export function keepKeyMap(map: KeyMap): void {
  try {
    localStorage.setItem(storedAs, keyMapText(map));
  } catch {
    // It holds until the page is reloaded; that is all a locked storage allows.
  }
}

export const keyMapText = ({ actions, slotsBump }: KeyMap): string => JSON.stringify({ keys: [...actions], slotsBump });

/** Entries that make no sense are left out; a text that makes none is the standard map ([KEY6]). */
export function keyMapIn(text: string | null): KeyMap {
  const kept = parsed(text);
  if (typeof kept !== 'object' || kept === null || !('keys' in kept) || !Array.isArray(kept.keys)) {
    return keyPresets.standard;
  }
  const pairs = kept.keys.filter(isPair).slice(0, mostKeys);
  if (pairs.length === 0) return keyPresets.standard;
  return { actions: new Map(pairs), slotsBump: 'slotsBump' in kept && kept.slotsBump === true };
}

/** More than any keyboard has. */
const mostKeys = 500;
const longestStroke = 40;

function isPair(entry: unknown): entry is readonly [Stroke, BoardAction] {
  if (!Array.isArray(entry)) return false;
  const [stroke, action] = entry;
  return typeof stroke === 'string' && stroke !== '' && stroke.length <= longestStroke && isBoardAction(action);
}

function parsed(text: string | null): unknown {
  try {
    return JSON.parse(text ?? 'null');
  } catch {
    return null;
  }
}
