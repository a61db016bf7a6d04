import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { failedWith, type Outcome, passed } from './outcome.ts';
import type { Step } from './step.ts';

/** First of these programs that the machine has, as a path. */
export function findProgram(names: readonly string[], env: NodeJS.ProcessEnv = process.env): string | undefined {
  const folders = (env.PATH ?? '').split(delimiter).filter(Boolean);
  const places = names.flatMap((name) => folders.map((folder) => join(folder, name)));
  return places.find(isExecutable);
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

const chromiums = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/** A whole Chromium, as on a tablet; `KDS_CHROMIUM` names another. */
export function findChromium(env: NodeJS.ProcessEnv = process.env): string | undefined {
  return env.KDS_CHROMIUM || findProgram(chromiums, env);
}

/**
 * What `npm test` drives: the same Chromium without a browser's own windows around the page, where the machine has it.
 * It takes a quarter less of the machine for every test. The long form drives the whole one.
 */
export function findPageChromium(env: NodeJS.ProcessEnv = process.env): string | undefined {
  const bare = env.KDS_TEST_LONG ? [] : ['chromium-headless-shell'];
  return env.KDS_CHROMIUM || findProgram([...bare, ...chromiums], env);
}

type Need = { readonly name: string; readonly aptPackage: string; readonly found: () => boolean; readonly for: string };

const needs: readonly Need[] = [
  { name: 'Chromium', aptPackage: 'chromium', found: () => findChromium() !== undefined, for: 'the browser tests' },
  { name: 'a display or Xvfb', aptPackage: 'xvfb', found: canShow, for: 'the desktop tests' },
  {
    name: 'redis-server',
    aptPackage: 'redis-server',
    found: () => findProgram(['redis-server']) !== undefined,
    for: 'the tests of linked terminals',
  },
  ...['curl', 'jq'].map((name) => ({
    name,
    aptPackage: name,
    found: () => findProgram([name]) !== undefined,
    for: 'the examples of the manual for tills',
  })),
];

/** Other systems always have a display. */
function canShow(): boolean {
  if (process.platform !== 'linux') return true;
  return Boolean(process.env.DISPLAY) || findProgram(['Xvfb']) !== undefined;
}

/** Says what is missing before anything fails for want of it. */
export const machineSteps: readonly Step[] = needs.map((need) => ({
  name: 'machine',
  title: `this machine has ${need.name}`,
  run: async () => (need.found() ? passed : lacks(need)),
}));

function lacks({ name, aptPackage, for: purpose }: Need): Outcome {
  return failedWith(
    `This machine has no ${name.replace(/^a /, '')}, which ${purpose} need: apt-get install ${aptPackage}`,
  );
}
