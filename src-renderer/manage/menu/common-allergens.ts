/** Those that a restaurant in the European Union has to name, and most that others have to. */
export const commonAllergens = [
  'gluten',
  'milk',
  'eggs',
  'nuts',
  'peanuts',
  'fish',
  'crustaceans',
  'molluscs',
  'soya',
  'celery',
  'mustard',
  'sesame',
  'sulphites',
  'lupin',
] as const;

const folded = (word: string) => word.trim().toLowerCase();

/** Each once, case aside: what is chosen, then what other dishes are marked with, so that all say it in the same word. */
export function offeredAllergens(...lists: readonly (readonly string[])[]): readonly string[] {
  const words = new Map<string, string>();
  for (const word of lists.flat()) if (!words.has(folded(word))) words.set(folded(word), word);
  return [...words.values()];
}

/** What is not there yet. */
export const addedTo = (chosen: readonly string[], more: readonly string[]): readonly string[] =>
  offeredAllergens(chosen, more);

export const withoutWord = (chosen: readonly string[], word: string): readonly string[] =>
  chosen.filter((one) => folded(one) !== folded(word));

export const hasWord = (chosen: readonly string[], word: string): boolean =>
  chosen.some((one) => folded(one) === folded(word));
