import type { Text } from '../../messages/text.ts';
import { type BoardAction, type NamedAction, slotOf } from './board-action.ts';

/** What the key does, in a word or two. */
export function actionName(action: BoardAction, t: Text): string {
  const slot = slotOf(action);
  return slot === undefined ? t(`keys.action.${action as NamedAction}`) : t('keys.slot', { slot: String(slot) });
}
