import type { BoardAction } from './board-action.ts';
import { useHands } from './hands.ts';
import { KeyCap } from './key-cap.tsx';
import { strokesFor } from './key-map.ts';

/** The key that does the same as the button that it stands on; nothing where no key does. */
export function ActionKey({ action }: { readonly action: BoardAction }) {
  const [stroke] = strokesFor(useHands().keyMap, action);
  return stroke === undefined ? null : <KeyCap stroke={stroke} />;
}
