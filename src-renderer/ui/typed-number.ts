import { westernFigures } from '#shared/domain/western-figures.ts';

/** Arabic figures as well; undefined for anything else than a whole number between the two. */
export function wholeIn(typed: string, least: number, most: number): number | undefined {
  const text = westernFigures(typed.trim());
  const number = Number(text);
  return /^\d{1,7}$/.test(text) && number >= least && number <= most ? number : undefined;
}
