import type { DishDraft, Writing } from './dish-draft.ts';

/** What each part of the form gets. */
export type FormPart = {
  readonly draft: DishDraft;
  readonly writing: Writing;
  readonly set: (change: Partial<DishDraft>) => void;
  /** What is wrong at a place of the dish, in the screen's language. */
  readonly errorAt: (path: string) => string | undefined;
};
