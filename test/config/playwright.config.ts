import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { defineConfig } from '@playwright/test';
import type { Screen } from '../e2e/browser/board-fixture.ts';
import { chromiumOptions } from './chromium-options.ts';

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** Pictures for people take minutes and judge nothing: they belong to the long form. */
const isLong = process.env.KDS_TEST_LONG === '1';

/** A run empties its folder of pictures and traces first; a common one would lose those of the run before. */
const project = (name: string, folder = name) => ({
  name,
  testDir: at(`../e2e/${folder}`),
  testMatch: '*.spec.ts',
  testIgnore: isLong ? [] : ['*looks.spec.ts'],
  outputDir: at(`../../artefacts/playwright-${name}`),
});

/** These bring their own sizes, or are about the link and the stores, which know none. */
const ofNoSize = [
  ...['*looks', 'hit-areas', 'people-fit', 'grid-sizes', 'accessible'],
  ...['a-day', 'black-hole', 'blocked-link', 'guest-network', 'many-tabs', 'scenes', 'real-orders', 'cooked-orders'],
  ...['outbox', 'outbox-person', 'outbox-store'],
].map((name) => `${name}.spec.ts`);

/**
 * The board on another screen than the wall's, a part of the long form. What is about one size by itself (`@wall`) is
 * left out.
 */
const elsewhere = (name: string, use: object) => ({
  ...project(name, 'browser'),
  testIgnore: ofNoSize,
  grepInvert: /@wall/,
  use,
});

const otherScreens = [
  elsewhere('browser-tablet', { viewport: { width: 1280, height: 800 }, hasTouch: true }),
  elsewhere('browser-portrait', { viewport: { width: 1080, height: 1920 } }),
  elsewhere('browser-light', { theme: 'light' }),
];

/** `browser`: the board as a tablet sees it. `desktop`: the real Electron window. Both drive the built program. */
export default defineConfig<Screen>({
  globalSetup: at('build-first.ts'),
  forbidOnly: Boolean(process.env.CI),
  fullyParallel: false,
  // A page, its server and the test wait for each other most of the time: three tests keep a processor busy.
  workers: Math.min(6, 3 * availableParallelism()),
  timeout: 60_000,
  expect: { timeout: 10_000 },
  use: {
    viewport: { width: 1920, height: 1080 },
    screenshot: 'only-on-failure',
    trace: 'off',
    launchOptions: chromiumOptions('no-user-gesture-required'),
  },
  projects: [project('browser'), ...(isLong ? otherScreens : []), { ...project('desktop'), workers: 1 }],
});
