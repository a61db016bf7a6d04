import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import { test } from 'vitest';
import { findProgram } from '../run/machine.ts';

/** Prometheus' own judge of rules and figures: `KDS_PROMTOOL`, on the path, or where `.ci/run` keeps it. */
function findPromtool(env: NodeJS.ProcessEnv = process.env): string | undefined {
  const kept = join(env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'kitchen-pass');
  return env.KDS_PROMTOOL || findProgram(['promtool'], { PATH: [env.PATH, kept].filter(Boolean).join(delimiter) });
}

/** What only promtool can say is left out where there is none, and not called passed. */
export function testWithPromtool(title: string, judge: (promtool: string) => Promise<void>): void {
  const promtool = findPromtool();
  if (promtool) test(`${title}, says promtool`, () => judge(promtool));
  else test.skip(`${title} (left out: this machine has no promtool)`);
}

/** Rejects with what promtool says when it does not agree. */
export async function runPromtool(promtool: string, words: readonly string[], input = ''): Promise<string> {
  const running = promisify(execFile)(promtool, words, { timeout: 110_000 });
  running.child.stdin?.end(input);
  const { stdout, stderr } = await running;
  return stdout + stderr;
}

/** Whether these are expressions of PromQL; JSON is YAML, so no writer of YAML is needed. */
export async function checkExpressions(promtool: string, expressions: readonly string[]): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'kitchen-pass-test-'));
  const file = join(folder, 'rules.yml');
  const rules = expressions.map((expr, index) => ({ record: `checked:expression${index}`, expr }));
  writeFileSync(file, JSON.stringify({ groups: [{ name: 'checked', rules }] }));
  return runPromtool(promtool, ['check', 'rules', file]).finally(() => rmSync(folder, { recursive: true }));
}
