import { readFileSync } from 'node:fs';
import { failedWith, notEmpty, type Outcome } from './outcome.ts';
import type { ToolRun } from './tool.ts';

/** What vitest's JSON report tells us. */
type VitestReport = {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly numTodoTests: number;
};

/** What Playwright's JSON report tells us. */
type PlaywrightReport = {
  readonly stats: {
    readonly expected: number;
    readonly unexpected: number;
    readonly flaky: number;
    readonly skipped: number;
  };
};

/** Counts of a vitest run; a file that could not even be loaded has no tests and still counts as failed. */
export function vitestOutcome(file: string, run: ToolRun): Outcome {
  return outcomeOf(file, run, (report: VitestReport) => ({
    passed: report.numPassedTests,
    failed: report.numFailedTests,
    skipped: report.numPendingTests + report.numTodoTests,
  }));
}

/** Counts of a Playwright run; one that passed at the second try only has failed. */
export function playwrightOutcome(file: string, run: ToolRun): Outcome {
  return outcomeOf(file, run, ({ stats }: PlaywrightReport) => ({
    passed: stats.expected,
    failed: stats.unexpected + stats.flaky,
    skipped: stats.skipped,
  }));
}

type Counts = Pick<Outcome, 'passed' | 'failed' | 'skipped'>;

function outcomeOf<Report>(file: string, { ok, output }: ToolRun, count: (report: Report) => Counts): Outcome {
  const report = readReport<Report>(file);
  if (!report) return failedWith(`${output}\nthere is no report of this run`);
  const counts = count(report);
  const failed = ok ? counts.failed : Math.max(1, counts.failed);
  return notEmpty({ ...counts, failed, output });
}

function readReport<Report>(file: string): Report | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Report;
  } catch {
    return undefined;
  }
}
