import { execFileSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';

const root = resolve(import.meta.dirname, '../..');

/** All files of the repository, also those that are not committed yet, but nothing that git ignores. */
const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '-z'], { cwd: root })
  .toString()
  .split('\0')
  .filter((file) => file !== '' && statSync(join(root, file), { throwIfNoEntry: false })?.isFile());

const textFiles = files.filter((file) => !/\.(png|ico|icns|woff2|wav|ogg|mp3)$/.test(file));
const read = (file: string) => readFileSync(join(root, file), 'utf8');

/** One place for everything: whoever needs another name here decides so on this page. */
const topLevel = [
  '.ci',
  '.editorconfig',
  '.gitattributes',
  '.gitignore',
  '.npmrc',
  'LICENSE',
  'README.md',
  'biome.json',
  'docs',
  'electron-builder.yml',
  'electron.vite.config.ts',
  'knip.json',
  'package-lock.json',
  'package.json',
  'src-main',
  'src-renderer',
  'src-shared',
  'test',
  'tsconfig.base.json',
  'tsconfig.json',
];

test('the repository has files to look at', () => {
  expect(textFiles.length).toBeGreaterThan(50);
});

test('the top level holds the agreed names only', () => {
  const names = new Set(files.map((file) => file.split('/', 1)[0] ?? ''));
  expect([...names].filter((name) => !topLevel.includes(name))).toEqual([]);
});

test('no file knows the machine it was written on, or where packages were fetched', () => {
  const strange = /(?<![\w.*}\])])\/(?:work|root|home\/\w+)\/|registry\.(?:npmjs|yarnpkg)\b|"resolved":/;
  expect(textFiles.filter((file) => strange.test(read(file)) && !isThisFile(file))).toEqual([]);
});

const isThisFile = (file: string) => file === 'test/checks/repository.test.ts';

test('no source file has grown past one noun', () => {
  const long = textFiles
    .filter((file) => /^(src-[^/]+|test)\/.*\.(ts|tsx|css)$/.test(file))
    .map((file) => ({ file, lines: read(file).split('\n').length - 1 }))
    .filter(({ lines }) => lines > 300);
  expect(long).toEqual([]);
});

test('nothing is left for later in words that nobody will read', () => {
  const words = ['TO' + 'DO', 'FIX' + 'ME', 'X' + 'XX'];
  const marked = textFiles.filter((file) => words.some((word) => new RegExp(`\\b${word}\\b`).test(read(file))));
  expect(marked).toEqual([]);
});

test('folders have names that say what is in them', () => {
  const vague = /\/(lib|libs|utils?|common|helpers?|misc)\//;
  expect(files.filter((file) => vague.test(file))).toEqual([]);
});
