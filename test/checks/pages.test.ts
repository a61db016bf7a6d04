import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const assets = join(import.meta.dirname, '../../out/renderer/assets');
const scripts = readdirSync(assets).filter((name) => name.endsWith('.js'));

test('the pages do not carry the judge of the server’s doors: a tablet must not load what it never asks', () => {
  expect(scripts.length).toBeGreaterThan(2);
  const heavy = scripts.filter((name) => readFileSync(join(assets, name), 'utf8').includes('ZodError'));
  expect(heavy).toEqual([]);
});
