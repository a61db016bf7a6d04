import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect } from './board-fixture.ts';

/** Dimmed on purpose: what stands there may be old, and nobody is to rely on it ([FRS1]). It is judged apart. */
const dimmed = 'main[data-lost="true"]';
const contrast = ['color-contrast', 'color-contrast-enhanced'];
type Options = Parameters<AxeBuilder['options']>[0];

/** Of a rule that holds one place is told: all are checked, but a thousand that are right are read by nobody. */
const briefly: Options = { resultTypes: ['violations'] };
const enhanced: Options = { ...briefly, rules: { 'color-contrast-enhanced': { enabled: true } } };

/**
 * In the page itself, which has no frames: else each judgement opens another page for its end, a third of its time.
 * It writes into its options.
 */
const axe = (page: Page) => new AxeBuilder({ page }).setLegacyMode().options({ ...briefly });

/** Once for everything or, where something is dimmed, once for the rest of the rules and once for what is not dimmed. */
async function analyse(page: Page) {
  if ((await page.locator(dimmed).count()) === 0) return [await axe(page).options(enhanced).analyze()];
  const whole = await axe(page).disableRules(contrast).analyze();
  return [whole, await axe(page).exclude(dimmed).withRules(contrast).analyze()];
}

/** Nothing serious, and text as legible as a kitchen needs it: 7 to 1. */
export async function judge(page: Page, name: string): Promise<void> {
  await page.evaluate(() => document.fonts.ready);
  await page.evaluate(() => Promise.allSettled(document.getAnimations().map(({ finished }) => finished)));
  const results = await analyse(page);
  const passes = results.flatMap((result) => result.passes);
  expect(passes.length, `${name}: rules that applied`).toBeGreaterThan(5);
  // Of Arabic letters axe sees none; the same colours are judged where there are others.
  const shown = page.locator('dialog[open]').last().or(page.locator('body:not(:has(dialog[open]))'));
  if (/[a-z]{2}/i.test(await shown.innerText()))
    expect(
      passes.map(({ id }) => id),
      `${name}: contrast was looked at`,
    ).toContain('color-contrast-enhanced');
  const found = results
    .flatMap((result) => result.violations)
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => `${id} at ${target}: ${failureSummary}`));
  expect.soft(found, name).toEqual([]);
}
