import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

export const root = resolve(import.meta.dirname, '../..');
export const artefacts = join(root, 'artefacts');

export type ToolRun = { readonly ok: boolean; readonly output: string };
export type ToolOptions = {
  readonly env?: NodeJS.ProcessEnv;
  /** After so many milliseconds the tool is ended and counts as failed. */
  readonly limitMs: number;
  /** Names the log in `artefacts/`. */
  readonly log: string;
};

/** Runs a package's command line tool under this very Node, keeps what it printed, and never hangs for ever. */
export async function runTool(command: readonly [string, ...string[]], options: ToolOptions): Promise<ToolRun> {
  const [name, ...args] = command;
  return runScript(scriptOf(name), args, options);
}

export async function runScript(script: string, args: readonly string[], options: ToolOptions): Promise<ToolRun> {
  const child = spawn(process.execPath, [script, ...args], {
    cwd: root,
    env: { ...process.env, ...plain, ...options.env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const chunks: Buffer[] = [];
  child.stdout.on('data', (chunk) => chunks.push(chunk));
  child.stderr.on('data', (chunk) => chunks.push(chunk));
  const limit = setTimeout(() => {
    chunks.push(Buffer.from(`\nstill not done after ${Math.round(options.limitMs / 1000)} s: ended\n`));
    child.kill('SIGKILL');
    // What it started may still hold these, and would keep us waiting for their end.
    child.stdout.destroy();
    child.stderr.destroy();
  }, options.limitMs);
  const code = await new Promise<number | null>((done) => {
    child.on('error', (error) => chunks.push(Buffer.from(String(error))));
    child.on('close', done);
  });
  clearTimeout(limit);
  const output = Buffer.concat(chunks).toString().trim();
  mkdirSync(artefacts, { recursive: true });
  writeFileSync(join(artefacts, `${options.log}.log`), `${output}\n`);
  return { ok: code === 0, output };
}

/** What is kept in a log has no colours. */
const plain = { FORCE_COLOR: undefined };

/** Package of each tool; the shell's `.bin` links are not the same on every system. */
const packages: Readonly<Record<string, string>> = {
  biome: '@biomejs/biome',
  knip: 'knip',
  playwright: '@playwright/test',
  tsc: 'typescript',
  vitest: 'vitest',
};

function scriptOf(tool: string): string {
  const manifest = join(root, 'node_modules', packages[tool] ?? tool, 'package.json');
  const { bin } = JSON.parse(readFileSync(manifest, 'utf8')) as { bin: string | Record<string, string> };
  const script = typeof bin === 'string' ? bin : bin[tool];
  if (!script) throw new Error(`${manifest} has no command ${tool}`);
  return join(dirname(manifest), script);
}
