import type { Step } from './step.ts';

/** The steps in their order, in rounds one after the other: neighbours that mostly wait are in one, side by side. */
export function roundsOf(steps: readonly Step[]): readonly (readonly Step[])[] {
  const rounds: Step[][] = [];
  for (const step of steps) {
    const before = rounds.at(-1);
    if (step.mostlyWaits && before?.every(({ mostlyWaits }) => mostlyWaits)) before.push(step);
    else rounds.push([step]);
  }
  return rounds;
}
