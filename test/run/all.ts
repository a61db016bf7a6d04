import { auditStep } from './audit.ts';
import { machineSteps } from './machine.ts';
import { closingLine, failedWith, type Outcome } from './outcome.ts';
import { roundsOf } from './rounds.ts';
import { buildStep, staticSteps } from './static-steps.ts';
import type { Step } from './step.ts';
import { suiteSteps } from './suite-steps.ts';

/**
 * `npm test`: everything, one after the other. `--static`: only what needs no running. `--long`: the long forms.
 * Words choose single steps: `npm test unit browser`.
 */
async function main(argv: readonly string[]): Promise<void> {
  const steps = chosenSteps(argv);
  const outcomes: Outcome[] = [];
  for (const round of roundsOf(steps)) outcomes.push(...(await Promise.all(round.map(runStep))));
  console.log(closingLine(outcomes));
  // No step at all is a mistyped name, and a run that shows nothing must not look like a good one.
  if (outcomes.length === 0 || outcomes.some((outcome) => outcome.failed > 0)) process.exitCode = 1;
}

function chosenSteps(argv: readonly string[]): readonly Step[] {
  if (argv.includes('--static')) return staticSteps;
  const long = argv.includes('--long');
  const steps = [...machineSteps, ...staticSteps, buildStep, ...suiteSteps({ long })];
  const names = argv.filter((word) => !word.startsWith('--'));
  // It asks the internet, which nothing else needs.
  if (names.length === 0) return long ? [...steps, auditStep] : steps;
  return [...steps, auditStep].filter((step) => names.includes(step.name));
}

async function runStep(step: Step): Promise<Outcome> {
  const startedAtMs = performance.now();
  const outcome = await step.run().catch((error: Error) => failedWith(error.stack ?? error.message));
  const seconds = ((performance.now() - startedAtMs) / 1000).toFixed(1);
  const mark = outcome.failed > 0 ? '✗' : '✓';
  console.log(`${mark} ${step.title}: ${summary(outcome)} (${seconds} s)`);
  if (outcome.failed > 0 && outcome.output) console.log(`\n${outcome.output}\n`);
  return outcome;
}

function summary({ passed, failed, skipped, note }: Outcome): string {
  const counts = [
    failed > 0 ? `${failed} failed` : '',
    passed > 0 ? `${passed} ok` : '',
    skipped > 0 ? `${skipped} left out` : '',
  ];
  return [counts.filter(Boolean).join(', '), note].filter(Boolean).join('; ');
}

await main(process.argv.slice(2));
