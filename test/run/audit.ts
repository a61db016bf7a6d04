import { existsSync, realpathSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { findProgram } from './machine.ts';
import { failedWith, type Outcome, passed, skippedBecause } from './outcome.ts';
import type { Step } from './step.ts';
import { runScript } from './tool.ts';

const limitMs = 2 * 60_000;

/** Of what is shipped any fault that is known, of what it is built and tested with a high one. */
const questions = [
  { what: 'shipped', flags: ['--omit=dev'], levels: ['info', 'low', 'moderate', 'high', 'critical'] },
  { what: 'used to build and test it', flags: [], levels: ['high', 'critical'] },
] as const;

/** Asks the registry about every package of the lock file. Where it cannot be asked, that is said and nothing is shown. */
export const auditStep: Step = {
  name: 'audit',
  title: 'no package with a known fault',
  run: () => audit({}),
};

export async function audit(env: NodeJS.ProcessEnv): Promise<Outcome> {
  const npm = npmScript();
  if (!npm) return skippedBecause('not asked: there is no npm to ask with');
  for (const { what, flags, levels } of questions) {
    const words = ['audit', '--json', '--fetch-retries=0', ...flags];
    const { output } = await runScript(npm, words, { env, limitMs, log: 'audit' });
    const found = faultsIn(output, levels);
    if (typeof found === 'string') return skippedBecause(`not asked: ${found}`);
    if (found.length > 0) return failedWith(`Known faults in what is ${what}:\n${found.join('\n')}`);
  }
  return passed;
}

/** The very npm that has started us, else the machine's. */
function npmScript(): string | undefined {
  const started = process.env.npm_execpath ?? findProgram(['npm']);
  const script = started && join(dirname(realpathSync(started)), 'npm-cli.js');
  return script && existsSync(script) ? script : undefined;
}

type Report = {
  readonly message?: string;
  readonly vulnerabilities?: Readonly<
    Record<string, { readonly severity: string; readonly via: readonly (string | { readonly title: string })[] }>
  >;
};

/** One line for each; text when there is no report, and why. */
function faultsIn(output: string, levels: readonly string[]): readonly string[] | string {
  const { message, vulnerabilities } = reportIn(output);
  if (!vulnerabilities) return message ?? 'npm gave no report';
  return Object.entries(vulnerabilities)
    .filter(([, { severity }]) => levels.includes(severity))
    .map(([name, { severity, via }]) => `${name}, ${severity}: ${via.map(titleOf).join('; ')}`);
}

const titleOf = (via: string | { readonly title: string }) => (typeof via === 'string' ? via : via.title);

function reportIn(output: string): Report {
  try {
    return JSON.parse(output.slice(output.indexOf('{'), output.lastIndexOf('}') + 1));
  } catch {
    return {};
  }
}
