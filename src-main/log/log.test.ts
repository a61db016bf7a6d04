import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createDesktopLog, rotate } from './log.ts';

const turn = promisify(setImmediate);

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kitchen-pass-log-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

test('the desktop logs JSON lines with the name of the part', () => {
  createDesktopLog({ level: 'info', dataDir: folder }).child({ name: 'window' }).info({ port: 1 }, 'opened');
  const line = JSON.parse(readFileSync(join(folder, 'logs', 'kitchen-pass.log'), 'utf8'));
  expect(line).toMatchObject({ level: 30, name: 'window', port: 1, msg: 'opened' });
});

test('a folder that cannot be written to does not keep the program from starting', () => {
  writeFileSync(join(folder, 'logs'), 'a file where the folder should be');
  const log = createDesktopLog({ level: 'silent', dataDir: folder });
  expect(() => log.info('still there')).not.toThrow();
  expect(readdirSync(folder)).toEqual(['logs']);
});

test('[LOG2] a log file that has grown is moved on, and the oldest goes', () => {
  const file = join(folder, 'x.log');
  for (const text of ['first', 'second', 'third', 'fourth']) {
    writeFileSync(file, text);
    rotate(file, { largestBytes: 3, kept: 2 });
  }
  expect(readdirSync(folder).sort()).toEqual(['x.log.1', 'x.log.2']);
  expect(readFileSync(`${file}.1`, 'utf8')).toBe('fourth');
  expect(readFileSync(`${file}.2`, 'utf8')).toBe('third');
});

test('[LOG2] a log is moved on while the program runs, loses no line by that, and all of it stays within its size', async () => {
  const rotation = { largestBytes: 4000, kept: 3 };
  const log = createDesktopLog({ level: 'info', dataDir: folder, rotation });
  const numbers = (file: string) =>
    readFileSync(join(folder, 'logs', file), 'utf8')
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line).n);
  for (let n = 1; n <= 1000; n++) {
    log.info({ n }, 'a line of the log');
    const files = readdirSync(join(folder, 'logs'));
    const bytes = files.reduce((sum, file) => sum + statSync(join(folder, 'logs', file)).size, 0);
    expect(bytes).toBeLessThan(rotation.largestBytes * (1 + rotation.kept) + 4 * 200);
    // The file from before is closed in the next turn.
    await turn();
  }
  const older = ['kitchen-pass.log.3', 'kitchen-pass.log.2', 'kitchen-pass.log.1'];
  expect(readdirSync(join(folder, 'logs')).sort()).toEqual(['kitchen-pass.log', ...older.toReversed()]);
  const kept = [...older, 'kitchen-pass.log'].flatMap(numbers);
  expect(kept.length).toBeGreaterThan(100);
  expect(kept).toEqual(Array.from({ length: kept.length }, (_, index) => 1000 - kept.length + 1 + index));
  if (process.platform !== 'win32')
    for (const file of older) expect(statSync(join(folder, 'logs', file)).mode & 0o777).toBe(0o600);
});

test('[LOG2] a log that cannot be moved on is written on, and throws at nobody', () => {
  mkdirSync(join(folder, 'logs', 'kitchen-pass.log.1'), { recursive: true });
  writeFileSync(join(folder, 'logs', 'kitchen-pass.log.1', 'in the way'), '');
  const log = createDesktopLog({ level: 'info', dataDir: folder, rotation: { largestBytes: 100, kept: 1 } });
  for (let n = 1; n <= 50; n++) expect(() => log.info({ n }, 'a line')).not.toThrow();
  expect(readFileSync(join(folder, 'logs', 'kitchen-pass.log'), 'utf8')).toContain('"n":50');
});

test('a small log file is written on', () => {
  const file = join(folder, 'x.log');
  writeFileSync(file, 'abc');
  rotate(file, { largestBytes: 3, kept: 2 });
  expect(readdirSync(folder)).toEqual(['x.log']);
});

test.skipIf(!existsSync('/dev/full'))('a full disk loses lines and throws at nobody', () => {
  mkdirSync(join(folder, 'logs'));
  symlinkSync('/dev/full', join(folder, 'logs', 'kitchen-pass.log'));
  const log = createDesktopLog({ level: 'info', dataDir: folder });
  for (let line = 0; line < 3; line++) {
    expect(() => log.error({ err: new Error('x') }, 'an order could not be stored')).not.toThrow();
    expect(() => log.fatal('still there')).not.toThrow();
  }
});
