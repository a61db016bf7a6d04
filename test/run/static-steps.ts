import { ensureBuilt } from '../../src-main/launch/ensure-built.ts';
import { failedWith, type Outcome, passed } from './outcome.ts';
import type { Step } from './step.ts';
import { root, runTool } from './tool.ts';

const limitMs = 5 * 60_000;

/** What can be said of the code without running it. */
export const staticSteps: readonly Step[] = [
  {
    name: 'lint',
    title: 'format, lint and import rules',
    run: () => check('lint', ['biome', 'ci', '--colors=off', '--error-on-warnings', '--max-diagnostics=50', '.']),
  },
  { name: 'types', title: 'types', run: () => check('types', ['tsc', '-b']) },
  { name: 'unused', title: 'unused code', run: () => check('unused', ['knip', '--no-progress']) },
];

/** The built program; everything that starts it comes after this. */
export const buildStep: Step = {
  name: 'build',
  title: 'the program builds',
  run: async () => {
    await ensureBuilt(root);
    return passed;
  },
};

async function check(log: string, command: readonly [string, ...string[]]): Promise<Outcome> {
  const { ok, output } = await runTool(command, { limitMs, log });
  return ok ? passed : failedWith(output);
}
