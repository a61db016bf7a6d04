import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { figuresSince, forgetFigures } from '../rig/figures.ts';
import { withDisplay } from './display.ts';
import { electronRuntime } from './electron-runtime.ts';
import { type Outcome, skippedBecause } from './outcome.ts';
import type { Step } from './step.ts';
import { playwrightOutcome, vitestOutcome } from './suite-report.ts';
import { artefacts, runTool } from './tool.ts';

const minute = 60_000;

/** The suites, cheapest first but for those that run side by side. `limitMs` of the long forms is hours: they run before an issue is called done. */
export function suiteSteps({ long }: { readonly long: boolean }): readonly Step[] {
  const limitMs = (long ? 240 : 20) * minute;
  const env = long ? { KDS_TEST_LONG: '1' } : {};
  const suite: SuiteRun = { limitMs, env };
  return [
    { name: 'unit', title: 'unit tests', run: () => vitest('unit', suite, 'unit-apart') },
    { name: 'integration', title: 'integration tests', run: () => withFigures(() => vitest('integration', suite)) },
    { name: 'browser', title: 'the board in a browser', run: () => withFigures(() => playwright('browser', suite)) },
    ...(long ? otherScreens.map((name) => elsewhere(name, suite)) : []),
    {
      name: 'scenes',
      title: 'bad networks and crowds',
      // In the long form their figures count.
      mostlyWaits: !long,
      run: () => withFigures(() => vitest('scenes', suite)),
    },
    { name: 'desktop', title: 'the desktop window', mostlyWaits: !long, run: () => desktop(suite) },
  ];
}

/** What of the board knows a size, on other screens than the dark wall's. */
const otherScreens = ['tablet', 'portrait', 'light'] as const;

const elsewhere = (name: (typeof otherScreens)[number], suite: SuiteRun): Step => ({
  name: `browser-${name}`,
  title: `the board in a browser: ${name}`,
  run: () => playwright(`browser-${name}`, suite),
});

type SuiteRun = { readonly limitMs: number; readonly env: NodeJS.ProcessEnv };

async function vitest(project: string, suite: SuiteRun, ...more: readonly string[]): Promise<Outcome> {
  const report = freshReport(project);
  const projects = [project, ...more].map((name) => `--project=${name}`);
  const command = ['run', '--no-color', '--config=test/config/vitest.config.ts', ...projects] as const;
  const reporters = ['--reporter=minimal', '--reporter=json', `--outputFile.json=${report}`];
  return vitestOutcome(report, await runTool(['vitest', ...command, ...reporters], { ...suite, log: project }));
}

let areFiguresNew = false;

/** With the figures that its scenes wrote; the first suite of a run clears away those of the run before. */
async function withFigures(run: () => Promise<Outcome>): Promise<Outcome> {
  if (!areFiguresNew) forgetFigures();
  areFiguresNew = true;
  const sinceMs = Date.now();
  const outcome = await run();
  console.log(figuresSince(sinceMs));
  return outcome;
}

async function playwright(project: string, { limitMs, env }: SuiteRun): Promise<Outcome> {
  const report = freshReport(project);
  const run = await runTool(
    ['playwright', 'test', '--config=test/config/playwright.config.ts', `--project=${project}`, '--reporter=list,json'],
    { limitMs, env: { ...env, PLAYWRIGHT_JSON_OUTPUT_FILE: report }, log: project },
  );
  return playwrightOutcome(report, run);
}

/** Needs an Electron runtime, which not every machine can have, and a display, which can be made. */
async function desktop({ limitMs, env }: SuiteRun): Promise<Outcome> {
  const runtime = await electronRuntime(process.env);
  if ('missing' in runtime) return skippedBecause(`skipped: ${runtime.missing}`);
  return withDisplay(process.env, (display) =>
    playwright('desktop', { limitMs, env: { ...env, ...runtime.env, ...display } }),
  );
}

/** An old report must never speak for a run that died before it could write its own. */
function freshReport(project: string): string {
  const file = join(artefacts, `${project}.json`);
  rmSync(file, { force: true });
  return file;
}
