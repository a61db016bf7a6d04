/** What came of a part of the run. A check that is no test suite counts as one test. */
export type Outcome = {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  /** Shown when something failed. */
  readonly output?: string;
  /** Shown always: what was left out and why. */
  readonly note?: string;
};

export const passed: Outcome = { passed: 1, failed: 0, skipped: 0 };
export const failedWith = (output: string): Outcome => ({ passed: 0, failed: 1, skipped: 0, output });
export const skippedBecause = (note: string): Outcome => ({ passed: 0, failed: 0, skipped: 1, note });

/** A suite that finds no test has a wrong path or a typing error in its name; passing would hide all it should show. */
export function notEmpty(outcome: Outcome): Outcome {
  if (outcome.passed + outcome.failed + outcome.skipped > 0) return outcome;
  return { ...failedWith(`${outcome.output ?? ''}\nno test was found, which cannot be right`) };
}

/** The closing line of a run; machines read it. */
export function closingLine(outcomes: readonly Outcome[]): string {
  const sum = (pick: (outcome: Outcome) => number) => outcomes.reduce((total, outcome) => total + pick(outcome), 0);
  return `${sum((each) => each.passed)} passed, ${sum((each) => each.failed)} failed, ${sum((each) => each.skipped)} skipped`;
}
