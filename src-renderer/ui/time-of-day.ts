/**
 * `18:05` on the restaurant's wall clock, whatever zone the device was set to; in every language the same, as kitchens
 * read it ([LNG1], [TOD1]). Null, or a zone that this browser does not know: the device's own.
 */
export const timeOfDay = (atMs: number, timeZone: string | null): string => clockOf(timeZone).format(atMs);

/** Building a format costs a hundred times more than using it. */
const clocks = new Map<string | null, Intl.DateTimeFormat>();

function clockOf(timeZone: string | null): Intl.DateTimeFormat {
  const known = clocks.get(timeZone);
  if (known) return known;
  const made = build(timeZone);
  clocks.set(timeZone, made);
  return made;
}

function build(timeZone: string | null): Intl.DateTimeFormat {
  const look = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
  try {
    return new Intl.DateTimeFormat('en-GB', timeZone === null ? look : { ...look, timeZone });
  } catch {
    return new Intl.DateTimeFormat('en-GB', look);
  }
}
