import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { createTempDir } from './temp-dir.ts';

/**
 * The repository's own lint and type settings around a few planted files: what would be said if somebody wrote them.
 * Lies in a temporary folder, so that nothing planted can ever stay behind in the real one.
 */
export type MiniRepository = {
  /** Complaints of the linter by file; files without any are not in it. */
  lint(): Promise<ReadonlyMap<string, readonly string[]>>;
  /** Complaints of the compiler by file. */
  compile(): Promise<ReadonlyMap<string, readonly string[]>>;
  remove(): void;
};

const root = resolve(import.meta.dirname, '../..');
const settings = [
  'biome.json',
  '.gitignore',
  'package.json',
  'tsconfig.base.json',
  'test/config/no-clock-in-shared.grit',
  'src-shared/tsconfig.json',
  'src-main/tsconfig.json',
  'src-renderer/tsconfig.json',
];

export function createMiniRepository(files: Readonly<Record<string, string>>): MiniRepository {
  const folder = createTempDir();
  for (const file of settings) cpSync(join(root, file), join(folder.path, file));
  linkPackages(folder.path);
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder.path, path)), { recursive: true });
    writeFileSync(join(folder.path, path), text);
  }
  return {
    lint: () => lint(folder.path),
    compile: () => compile(folder.path),
    remove: folder.remove,
  };
}

/** Each package by itself, so that what the compiler caches stays in the temporary folder. */
function linkPackages(folder: string): void {
  const packages = join(root, 'node_modules');
  mkdirSync(join(folder, 'node_modules'));
  for (const name of readdirSync(packages)) {
    if (name !== '.cache') symlinkSync(join(packages, name), join(folder, 'node_modules', name));
  }
}

type Diagnostic = { readonly category: string; readonly location: { readonly path: string } };

async function lint(folder: string): Promise<Map<string, string[]>> {
  const output = await run(folder, '@biomejs/biome/bin/biome', [
    'lint',
    '--reporter=json',
    '--max-diagnostics=none',
    '.',
  ]);
  const { diagnostics } = JSON.parse(output) as { diagnostics: Diagnostic[] };
  return grouped(diagnostics.map(({ location, category }) => [location.path, category]));
}

async function compile(folder: string): Promise<Map<string, string[]>> {
  const roots = ['src-shared', 'src-main', 'src-renderer'];
  const output = await run(folder, 'typescript/bin/tsc', ['-b', '--pretty', 'false', ...roots]);
  const lines = output.matchAll(/^([\w./-]+)\(\d+,\d+\): error (TS\d+): .*$/gm);
  return grouped([...lines].map(([, path = '', code = '']) => [path, code]));
}

function grouped(pairs: readonly (readonly [string, string])[]): Map<string, string[]> {
  const groups = new Map<string, string[]>();
  for (const [path, what] of pairs) groups.set(path, [...(groups.get(path) ?? []), what]);
  return groups;
}

/** Complaints make these tools exit with an error; what they print is the answer either way. */
function run(folder: string, script: string, args: readonly string[]): Promise<string> {
  const command = [join(root, 'node_modules', script), ...args];
  return new Promise((done) => {
    execFile(process.execPath, command, { cwd: folder, maxBuffer: 64 << 20 }, (_error, stdout) => done(stdout));
  });
}
