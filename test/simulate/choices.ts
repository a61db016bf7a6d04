/**
 * `[Tomatillo Salsa, [Black Beans, Rice]]` → `['Tomatillo Salsa', 'Black Beans', 'Rice']`: a kitchen reads one list, not
 * groups. `NULL` and nothing mean none. `undefined` when the brackets do not match, so that a cut line is noticed.
 */
export function parseChoices(text: string): string[] | undefined {
  const trimmed = text.trim();
  if (trimmed === 'NULL' || !bracketsMatch(trimmed)) return trimmed === 'NULL' ? [] : undefined;
  return trimmed
    .split(/[[\],]/)
    .map((name) => name.trim())
    .filter((name) => name !== '');
}

function bracketsMatch(text: string): boolean {
  let depth = 0;
  for (const character of text) {
    if (character === '[') depth += 1;
    if (character === ']') depth -= 1;
    if (depth < 0) return false;
  }
  return depth === 0;
}
