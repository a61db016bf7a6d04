import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createDesktopLog, rotate } from './log.ts';

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

test('a log file that has grown is moved on, and the oldest goes', () => {
  const file = join(folder, 'x.log');
  for (const text of ['first', 'second', 'third', 'fourth']) {
    writeFileSync(file, text);
    rotate(file, { largestBytes: 3, kept: 2 });
  }
  expect(readdirSync(folder).sort()).toEqual(['x.log.1', 'x.log.2']);
  expect(readFileSync(`${file}.1`, 'utf8')).toBe('fourth');
  expect(readFileSync(`${file}.2`, 'utf8')).toBe('third');
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
