import { isListOf, isShape, isString } from '../../outbox/guard.ts';
import type { DishEdit } from './dish-edit.ts';

/**
 * What somebody has typed and not saved lies in this tab, for them alone: a reload, a crash, or an end of their session
 * takes none of it ([MNE4]).
 */
export interface KeptEdits {
  read(): DishEdit | undefined;
  keep(edit: DishEdit): void;
  drop(): void;
}

const isDraft = isShape({
  name: isString,
  sku: isString,
  price: isString,
  category: isString,
  stations: isListOf(isString),
  allergens: isListOf(isString),
  prepMinutes: isString,
  groups: isListOf(
    isShape({
      key: isString,
      name: isString,
      min: isString,
      max: isString,
      options: isListOf(isShape({ key: isString, name: isString, price: isString })),
    }),
  ),
});
const isEdit = isShape({ currency: isString, language: isString, base: isDraft, draft: isDraft });

/** `storage`: undefined where the browser gives none; then the page alone keeps it. */
export function createKeptEdits(
  storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'> | undefined,
  name: string,
): KeptEdits {
  const storedAs = `kitchen-pass.dish.${name}`;
  return {
    read: () => editIn(attempt(() => storage?.getItem(storedAs) ?? null)),
    keep: (edit) => attempt(() => storage?.setItem(storedAs, JSON.stringify(edit))),
    drop: () => attempt(() => storage?.removeItem(storedAs)),
  };
}

function editIn(text: string | null | undefined): DishEdit | undefined {
  const value = attempt(() => JSON.parse(text ?? 'null') as unknown);
  return isEdit(value) ? (value as DishEdit) : undefined;
}

/** A store may be full, or forbidden; what was typed stands on the page all the same. */
function attempt<Value>(run: () => Value): Value | undefined {
  try {
    return run();
  } catch {
    return undefined;
  }
}
