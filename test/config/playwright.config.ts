import { fileURLToPath } from 'node:url';
import { defineConfig } from '@playwright/test';
import { chromiumOptions } from './chromium-options.ts';

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** Pictures for people take minutes and judge nothing: they belong to the long form. */
const isLong = process.env.KDS_TEST_LONG === '1';

/** A run empties its folder of pictures and traces first; a common one would lose those of the run before. */
const project = (name: string) => ({
  name,
  testDir: at(`../e2e/${name}`),
  testMatch: '*.spec.ts',
  testIgnore: isLong ? [] : ['*looks.spec.ts'],
  outputDir: at(`../../artefacts/playwright-${name}`),
});

/** `browser`: the board as a tablet sees it. `desktop`: the real Electron window. Both drive the built program. */
export default defineConfig({
  globalSetup: at('build-first.ts'),
  forbidOnly: Boolean(process.env.CI),
  fullyParallel: false,
  workers: 2,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  use: {
    viewport: { width: 1920, height: 1080 },
    screenshot: 'only-on-failure',
    trace: 'off',
    launchOptions: chromiumOptions('no-user-gesture-required'),
  },
  projects: [project('browser'), { ...project('desktop'), workers: 1 }],
});
