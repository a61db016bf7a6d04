import { ClockAlert, Hourglass, type LucideIcon } from 'lucide-react';
import type { AgeBand } from '../store/age-band.ts';

/** What an age looks like wherever a ticket shows it; a word and the figure stand beside ([AGE1]). */
export const ageColours: Readonly<Record<AgeBand, string>> = {
  new: 'bg-band-new text-on-band-new',
  warn: 'bg-band-warn text-on-band-warn',
  late: 'bg-band-late text-on-band-late',
};

/** At the pass it does not matter any more how old it is: it can go. */
export const readyColours = 'bg-done-solid text-on-done-solid';

export const ageIcons: Readonly<Record<AgeBand, LucideIcon | undefined>> = {
  new: undefined,
  warn: Hourglass,
  late: ClockAlert,
};
