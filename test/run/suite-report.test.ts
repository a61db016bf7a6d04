import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { playwrightOutcome, vitestOutcome } from './suite-report.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kitchen-pass-test-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function report(content: unknown): string {
  const file = join(folder, 'report.json');
  writeFileSync(file, JSON.stringify(content));
  return file;
}

const vitestCounts = { numPassedTests: 5, numFailedTests: 0, numPendingTests: 1, numTodoTests: 0 };
const ok = { ok: true, output: '' };
const broken = { ok: false, output: 'a file could not be loaded' };

test('counts of vitest', () => {
  expect(vitestOutcome(report(vitestCounts), ok)).toMatchObject({ passed: 5, failed: 0, skipped: 1 });
});

test('a file that could not be loaded is a failure, though none of its tests has failed', () => {
  expect(vitestOutcome(report(vitestCounts), broken)).toMatchObject({ passed: 5, failed: 1 });
});

test('counts of Playwright; what passed at the second try only has failed', () => {
  const stats = { expected: 4, unexpected: 1, flaky: 1, skipped: 2 };
  expect(playwrightOutcome(report({ stats }), broken)).toMatchObject({ passed: 4, failed: 2, skipped: 2 });
});

test('a run without a report, or with half a one, has failed', () => {
  expect(vitestOutcome(join(folder, 'none.json'), ok)).toMatchObject({ failed: 1 });
  writeFileSync(join(folder, 'half.json'), '{"numPassed');
  expect(vitestOutcome(join(folder, 'half.json'), ok)).toMatchObject({ failed: 1 });
});

test('a project in which nothing ran has failed', () => {
  const stats = { expected: 0, unexpected: 0, flaky: 0, skipped: 0 };
  expect(playwrightOutcome(report({ stats }), ok)).toMatchObject({ passed: 0, failed: 1 });
});
