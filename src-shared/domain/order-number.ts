/** `A42`: the terminal's letter and the order's place in its business day ([NUM1]). */
export function shortNumber(terminal: string, dayNumber: number): string {
  return `${terminal}${dayNumber}`;
}

/**
 * `ORD-261121180503-A42`: UTC second of `atMs`, terminal and day number; unique because the last two are within a day,
 * and `atMs` lies in it ([NUM2]).
 */
export function longNumber(terminal: string, dayNumber: number, atMs: number): string {
  const stamp = new Date(atMs).toISOString().replaceAll(/[-:T]/g, '').slice(2, 14);
  return `ORD-${stamp}-${shortNumber(terminal, dayNumber)}`;
}
