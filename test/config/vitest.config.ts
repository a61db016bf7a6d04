import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const root = fileURLToPath(new URL('../..', import.meta.url));
const long = process.env.KDS_TEST_LONG === '1';
const minute = 60_000;

const unit = {
  // No test is about time; a busy machine must not make one fail.
  // A property that fails in the long form must have the time to say with which seed.
  testTimeout: long ? 60 * minute : minute,
  unstubGlobals: true,
} as const;

/** Take a module away from everything that is loaded after them: each needs a process to itself. */
const apart = ['src-renderer/no-react.test.ts'];

/**
 * `unit`: beside the code, needs nothing. `integration`: real files, real sockets, the built server. `scenes`: bad
 * networks and crowds; in the long form one file after the other, because there their figures count.
 */
export default defineConfig({
  root,
  cacheDir: 'node_modules/.cache/vitest',
  test: {
    // What is waited for comes or does not; how soon is not what a test is about.
    expect: { poll: { timeout: 30_000 } },
    projects: [
      {
        extends: true,
        test: {
          ...unit,
          name: 'unit',
          include: ['src-*/**/*.test.{ts,tsx}', 'test/{harness,rig,run,simulate}/**/*.test.ts'],
          exclude: apart,
          maxWorkers: Math.min(4, availableParallelism()),
          // What is loaded once serves all files: half of the time went into loading the same modules again.
          isolate: false,
        },
      },
      { extends: true, test: { ...unit, name: 'unit-apart', include: apart } },
      {
        extends: true,
        test: {
          name: 'integration',
          include: ['test/{integration,checks,contract}/**/*.test.ts'],
          globalSetup: 'test/config/build-first.ts',
          pool: 'forks',
          maxWorkers: Math.min(4, availableParallelism() + 2),
          // As above: each file loads the whole server.
          isolate: false,
          testTimeout: long ? 60 * minute : 2 * minute,
          hookTimeout: minute,
        },
      },
      {
        extends: true,
        test: {
          name: 'scenes',
          include: ['test/scenes/**/*.test.ts'],
          globalSetup: 'test/config/build-first.ts',
          pool: 'forks',
          // Half of the time they wait for networks that are away.
          maxWorkers: long ? 1 : 2,
          fileParallelism: !long,
          maxConcurrency: 500,
          testTimeout: long ? 240 * minute : 5 * minute,
          hookTimeout: minute,
        },
      },
    ],
  },
});
