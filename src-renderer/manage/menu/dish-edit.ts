import type { Product } from '#shared/domain/product.ts';
import { type DishDraft, type DishField, differing, draftOf, emptyDish, type Writing } from './dish-draft.ts';

/** A dish while somebody changes it. Lies on the device until it is saved or thrown away ([MNE4]). */
export type DishEdit = Writing & {
  /** As it stood on the menu when it was last looked at; of a new one nothing. */
  readonly base: DishDraft;
  readonly draft: DishDraft;
};

/** What the menu says meanwhile: taken over where nobody has typed anything here, asked about elsewhere. */
export type Meanwhile = {
  readonly edit: DishEdit;
  /** Fields that are now as somebody else has made them. */
  readonly taken: readonly DishField[];
  /** Fields that both have changed, and not to the same. */
  readonly disputed: readonly DishField[];
};

/** What was changed here and is not saved. */
export const changedIn = (edit: DishEdit): readonly DishField[] => differing(edit.base, edit.draft, edit);

export const isChanged = (edit: DishEdit): boolean => changedIn(edit).length > 0;

export const editOf = (product: Product, language: string): DishEdit => {
  const writing = { currency: product.currency, language };
  const base = draftOf(product, writing);
  return { ...writing, base, draft: base };
};

/** Of a copy all but the sku, which the kitchen knows a dish by. */
export function newEdit(writing: Writing, copied?: DishDraft): DishEdit {
  return { ...writing, base: emptyDish, draft: copied ?? emptyDish };
}

/** Compares the form with the menu of this moment ([MNE5]). */
export function meanwhile(edit: DishEdit, product: Product): Meanwhile {
  const theirs = draftOf(product, edit);
  const mine = new Set(changedIn(edit));
  const changed = differing(edit.base, theirs, edit);
  const agreed = new Set(differing(edit.draft, theirs, edit));
  const disputed = changed.filter((field) => mine.has(field) && agreed.has(field));
  const taken = changed.filter((field) => !mine.has(field));
  const settled = changed.filter((field) => !disputed.includes(field));
  return { edit: settled.reduce((next, field) => settle(next, theirs, field, taken), edit), taken, disputed };
}

const settle = (edit: DishEdit, theirs: DishDraft, field: DishField, taken: readonly DishField[]): DishEdit => ({
  ...edit,
  base: { ...edit.base, [field]: theirs[field] },
  draft: taken.includes(field) ? { ...edit.draft, [field]: theirs[field] } : edit.draft,
});

/** Somebody has looked at what the other one has made of a field, and says which holds. */
export function decided(edit: DishEdit, product: Product, field: DishField, isTheirs: boolean): DishEdit {
  return settle(edit, draftOf(product, edit), field, isTheirs ? [field] : []);
}
