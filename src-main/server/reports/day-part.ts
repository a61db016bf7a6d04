/** By the hour on the wall clock from which it goes, in the order of a business day. */
const dayParts = { breakfast: 4, lunch: 11, afternoon: 15, dinner: 17, late: 22 } as const;

const names: readonly string[] = Object.keys(dayParts);

/** After midnight it is still late. */
export const dayPart = (hour: number): string =>
  Object.entries(dayParts).findLast(([, from]) => hour >= from)?.[0] ?? 'late';

export const inOrderOfDay = <Row extends { readonly day_part: string }>(rows: readonly Row[]): readonly Row[] =>
  rows.toSorted((a, b) => names.indexOf(a.day_part) - names.indexOf(b.day_part));
