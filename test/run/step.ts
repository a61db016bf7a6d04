import type { Outcome } from './outcome.ts';

/** One part of the run; steps go one after the other, because a machine with two cores has few to spare. */
export type Step = {
  /** Short word to ask for it alone: `npm test unit`. */
  readonly name: string;
  readonly title: string;
  /** It leaves most of the machine to another step that mostly waits, too. */
  readonly mostlyWaits?: boolean;
  run(): Promise<Outcome>;
};
