import type { MenuItemIn } from '#shared/protocol/product-requests.ts';

type Group = MenuItemIn['modifier_groups'][number];

/**
 * Groups in one cell of a table, as somebody types them: `Cooking (1-1): rare | medium; Extras (0-2): cheese +1.50 |
 * bacon +2`. Without brackets nothing need be chosen, and any number may. What cannot be read gives `undefined`.
 */
export function readGroups(cell: string): Group[] | undefined {
  const parts = cell.split(';').filter((part) => part.trim() !== '');
  const groups = parts.map(readGroup);
  return groups.every((group) => group !== undefined) ? groups : undefined;
}

/** By its signs one after the other: a single pattern for all of it would try each space with each other one. */
function readGroup(text: string): Group | undefined {
  const colon = text.indexOf(':');
  if (colon < 0) return undefined;
  const head = text.slice(0, colon).trim();
  const bounds = /\((\d{1,2})-(\d{0,2})\)$/.exec(head);
  const name = head.slice(0, bounds?.index).trim();
  if (name === '') return undefined;
  const [, min = '0', max = ''] = bounds ?? [];
  const options = text.slice(colon + 1).split('|');
  return {
    name,
    min: Number(min),
    max: max === '' ? null : Number(max),
    options: options.filter((option) => option.trim() !== '').map(readOption),
  };
}

/** A price stands behind the last plus. */
function readOption(text: string): Group['options'][number] {
  const match = /^(.*\S)\s*\+\s*(\d+(?:[.,]\d+)?)\s*$/s.exec(text);
  if (!match) return { name: text.trim(), price: 0 };
  return { name: (match[1] ?? '').trim(), price: Number(match[2]?.replace(',', '.')) };
}

/** The same back. Only what `readGroups` understands can be written: the signs above stand in no name then. */
export const writeGroups = (groups: readonly Group[]): string =>
  groups
    .map(({ name, min, max, options }) => `${name} (${min}-${max ?? ''}): ${options.map(writeOption).join(' | ')}`)
    .join('; ');

const writeOption = ({ name, price }: Group['options'][number]) => (price === 0 ? name : `${name} +${price}`);

/** Whether a cell can hold them without saying something else. */
export function fitsCell(groups: readonly Group[]): boolean {
  const cell = writeGroups(groups);
  // Neither a formula to a spreadsheet nor a list of JSON.
  return !/^[\s[=+\-@']/.test(cell) && JSON.stringify(readGroups(cell)) === JSON.stringify(groups);
}
