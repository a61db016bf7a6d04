/** A menu as a file has it, on its way to the kitchen. */
export type MenuFileText = {
  readonly format: 'csv' | 'json';
  readonly text: string;
  readonly remove_others: boolean;
};

type Named = { readonly sku: string; readonly name: string };

/** What would change; `fields` has what was and what would be. */
export type MenuPreview = {
  readonly created: readonly Named[];
  readonly changed: readonly (Named & {
    readonly fields: Readonly<Record<string, readonly [old: unknown, now: unknown]>>;
  })[];
  readonly removed: readonly Named[];
  readonly unchanged: number;
  /** Names the menu that it was compared with. */
  readonly basis: string;
};

/** What was done. */
export type MenuTaken = { readonly created: number; readonly changed: number; readonly removed: number };

/** JSON begins with a bracket of its own; anything else is a table. */
export const formatOf = (text: string): MenuFileText['format'] => (/^\ufeff?\s*[[{]/.test(text) ? 'json' : 'csv');

/** A body that is larger is refused before it is read ([BIG1]), and a browser may not hear why. */
const largestBody = 256 * 1024;

export const isTooLarge = (file: MenuFileText): boolean =>
  new TextEncoder().encode(JSON.stringify({ ...file, basis: ' '.repeat(64) })).length > largestBody;
