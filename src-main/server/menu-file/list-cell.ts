/** A cell that holds what its signs cannot say: the same as JSON ([IMP3]). `undefined` for any other. */
export function readJsonList(cell: string): unknown[] | undefined {
  if (!cell.startsWith('[')) return undefined;
  try {
    const value: unknown = JSON.parse(cell);
    return Array.isArray(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** Words with bars between them, where that reads back as the same words. */
export function writeList(words: readonly string[], read: (cell: string) => readonly string[]): string {
  const cell = words.join(' | ');
  const isSame = JSON.stringify(read(cell)) === JSON.stringify(words) && !/^[\s[=+\-@]/.test(cell);
  return isSame ? cell : JSON.stringify(words);
}
