import { CircleCheckBig, ClockAlert, Hourglass, type LucideIcon, Snowflake } from 'lucide-react';
import type { AgeBand } from '../store/age-band.ts';
import type { Readiness } from './use-ready.ts';

/** What an age looks like wherever a ticket shows it; a word and the figure stand beside ([AGE1]). */
export const ageColours: Readonly<Record<AgeBand, string>> = {
  new: 'bg-band-new text-on-band-new',
  warn: 'bg-band-warn text-on-band-warn',
  late: 'bg-band-late text-on-band-late',
};

/** At the pass it does not matter any more how old it is, but for how long it has stood there ([PAS4]). */
export const readyColours: Readonly<Record<Readiness, string>> = {
  going: 'bg-done-solid text-on-done-solid',
  cooling: ageColours.warn,
};

export const readyIcons: Readonly<Record<Readiness, LucideIcon>> = { going: CircleCheckBig, cooling: Snowflake };

export const readyWords = { going: 'ticket.readyToGo', cooling: 'ticket.cooling' } as const satisfies Record<
  Readiness,
  string
>;

export const ageIcons: Readonly<Record<AgeBand, LucideIcon | undefined>> = {
  new: undefined,
  warn: Hourglass,
  late: ClockAlert,
};
