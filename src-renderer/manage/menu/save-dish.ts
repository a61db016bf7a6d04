import type { Product } from '#shared/domain/product.ts';
import type { Answer } from '../../link/ask.ts';
import { changedIn, type DishEdit, meanwhile } from './dish-edit.ts';
import type { MenuApi } from './menu-api.ts';
import { type DishBody, wireFields } from './read-draft.ts';

/** A dish that is counted has a new version with every order. */
const mostTries = 5;

/**
 * Only what was changed here is told, and only to the version that was seen. Where that is no more, the dish is looked at
 * again: sold, or changed by others elsewhere, it is told once more; changed in the same place, nothing is ([MNE5]).
 */
export async function saveChange(
  api: Pick<MenuApi, 'change' | 'item'>,
  product: Product,
  edit: DishEdit,
  body: DishBody,
): Promise<Answer<Product>> {
  const change = changedOf(edit, body);
  let seen = product;
  for (let tries = 1; ; tries++) {
    const answer = await api.change(product.id, change, seen.version);
    if (answer.kind !== 'refused' || answer.objection.code !== 'version_mismatch' || tries === mostTries) return answer;
    const now = await api.item(product.id);
    if (now.kind !== 'ok') return now;
    if (meanwhile(edit, now.value).disputed.length > 0) return answer;
    seen = now.value;
  }
}

function changedOf(edit: DishEdit, body: DishBody): Partial<DishBody> {
  const names = changedIn(edit).map((field) => wireFields[field]);
  return Object.fromEntries(names.map((name) => [name, body[name]]));
}
