import { afterAll, beforeAll, expect, test } from 'vitest';
import { createMiniRepository, type MiniRepository } from '../harness/mini-repository.ts';

const uses = (name: string, module: string) => `import { ${name} } from '${module}';\n\nexport const used = ${name};\n`;
const usesType = (name: string, module: string) =>
  `import type { ${name} } from '${module}';\n\nexport type Used = ${name};\n`;
const lintRule = 'lint/style/noRestrictedImports';

/** What a wrong import looks like, and where it would be right. */
const packages: readonly { readonly module: string; readonly owners: readonly string[] }[] = [
  {
    module: 'electron',
    owners: ['src-main/main.ts', 'src-main/app/window.ts', 'src-main/ipc/calls.ts', 'src-main/preload/bridge.ts'],
  },
  { module: 'ws', owners: ['src-main/server/transport/planted.ts'] },
  { module: 'better-sqlite3', owners: ['src-main/server/store/planted.ts'] },
  // Nobody links terminals yet; whoever does gets src-main/server/fanout/redis for it.
  { module: 'ioredis', owners: [] },
];

const places = [
  'src-shared/domain/planted.ts',
  'src-main/config/planted.ts',
  'src-main/server/planted.ts',
  'src-main/server/auth/planted.ts',
  'src-main/server/core/planted.ts',
  'src-main/server/fanout/planted.ts',
  'src-main/server/fanout/redis/planted.ts',
  'src-main/server/store/planted.ts',
  'src-main/server/transport/planted.ts',
  'src-main/main.ts',
  'src-main/app/window.ts',
  'src-main/ipc/calls.ts',
  'src-main/preload/bridge.ts',
  'src-renderer/link/planted.ts',
  'src-renderer/board/planted.ts',
  'src-renderer/ui/planted.ts',
];

/** Imports between our own folders: from, of, and whether the linter lets it pass. */
const arrows: readonly (readonly [string, string, 'refused' | 'taken'])[] = [
  ['src-shared/domain/a.ts', '../../src-main/server/ports.ts', 'refused'],
  ['src-shared/domain/b.ts', '../../src-renderer/link/live-link.ts', 'refused'],
  ['src-shared/domain/c.ts', 'node:fs', 'refused'],
  ['src-shared/domain/d.ts', './order.ts', 'taken'],
  ['src-main/app/e.ts', '../../src-renderer/link/live-link.ts', 'refused'],
  ['src-main/app/f.ts', '../../test/harness/api.ts', 'refused'],
  ['src-main/app/g.ts', '#shared/domain/order.ts', 'taken'],
  ['src-main/server/core/h.ts', '../store/open-database.ts', 'refused'],
  ['src-main/server/core/i.ts', '../transport/guard.ts', 'refused'],
  ['src-main/server/core/j.ts', '../ports.ts', 'taken'],
  ['src-main/server/store/k.ts', '../core/execute.ts', 'refused'],
  ['src-main/server/fanout/l.ts', '../store/open-database.ts', 'refused'],
  ['src-main/server/transport/m.ts', '../store/open-database.ts', 'refused'],
  ['src-main/server/transport/n.ts', '../core/order-desk.ts', 'taken'],
  ['src-renderer/board/o.ts', '../../src-main/server/ports.ts', 'refused'],
  ['src-renderer/board/p.ts', 'node:path', 'refused'],
  ['src-renderer/board/q.ts', '../store/screen-state.ts', 'taken'],
  ['src-renderer/link/r.ts', 'react', 'refused'],
  ['src-renderer/link/s.ts', 'zustand', 'refused'],
  ['src-renderer/store/t.ts', 'react', 'refused'],
  ['src-renderer/store/u.ts', 'zustand', 'refused'],
  ['src-renderer/store/v.ts', 'zustand/vanilla', 'taken'],
  ['src-renderer/store/w.ts', '../board/board.tsx', 'refused'],
  ['src-renderer/ui/x.ts', '../store/screen-state.ts', 'refused'],
  ['src-renderer/board/y.ts', 'react', 'taken'],
];

const clocks = ['Date.now()', 'Math.random()', 'performance.now()'];

let repository: MiniRepository;
let complaints: ReadonlyMap<string, readonly string[]>;

/** Every planted file gets a name of its own, so that one run of the linter judges them all. */
const plantedAt = (place: string, module: string) => place.replace(/\.ts$/, `-${module}.ts`);
const ownedPlace = (place: string, module: string) => (place === 'src-main/main.ts' ? place : plantedAt(place, module));

beforeAll(async () => {
  const files: Record<string, string> = {};
  for (const { module } of packages) {
    for (const place of places) {
      if (place !== 'src-main/main.ts') files[plantedAt(place, module)] = uses('thing', module);
    }
  }
  files['src-main/main.ts'] = uses('app', 'electron');
  for (const [from, module] of arrows) files[from] = usesType('Thing', module);
  for (const [index, call] of clocks.entries()) {
    const text = `export const now = () => ${call};\n`;
    files[`src-shared/domain/clock-${index}.ts`] = text;
    files[`src-shared/domain/clock-${index}.test.ts`] = text;
    files[`src-main/config/clock-${index}.ts`] = text;
  }
  repository = createMiniRepository(files);
  complaints = await repository.lint();
});
afterAll(() => repository.remove());

const said = (file: string) => complaints.get(file) ?? [];

test.each(packages)('$module is refused everywhere but in the folders that own it', ({ module, owners }) => {
  const others = places.filter((place) => place !== 'src-main/main.ts');
  const isOwner = (place: string) => owners.includes(place);
  const wronglyTaken = others.filter((place) => !isOwner(place) && !said(plantedAt(place, module)).includes(lintRule));
  const wronglyRefused = owners.filter((place) => said(ownedPlace(place, module)).includes(lintRule));
  expect({ wronglyTaken, wronglyRefused }).toEqual({ wronglyTaken: [], wronglyRefused: [] });
});

test.each(arrows)('%s importing %s is %s', (from, _module, verdict) => {
  expect(said(from).includes(lintRule) ? 'refused' : 'taken').toBe(verdict);
});

test.each(clocks.map((call, index) => [call, index] as const))('%s is refused in src-shared alone', (_call, index) => {
  expect(said(`src-shared/domain/clock-${index}.ts`)).toContain('plugin');
  expect(said(`src-shared/domain/clock-${index}.test.ts`)).not.toContain('plugin');
  expect(said(`src-main/config/clock-${index}.ts`)).not.toContain('plugin');
});

test('a wrong import does not even compile', async () => {
  const shared = 'export type Order = { readonly id: string };\n';
  const planted = createMiniRepository({
    'src-shared/domain/order.ts': shared,
    'src-shared/domain/node.ts': uses('readFileSync', 'node:fs'),
    'src-shared/domain/page.ts': 'export const title = () => document.title;\n',
    'src-shared/domain/process.ts': 'export const folder = () => process.cwd();\n',
    'src-shared/domain/timer.ts': 'export const later = (work: () => void) => setTimeout(work, 1);\n',
    'src-shared/domain/right.ts': usesType('Order', './order.ts'),
    'src-main/ports.ts': 'export type Ports = { readonly now: number };\n',
    'src-main/page.ts': 'export const title = () => document.title;\n',
    'src-main/screen.ts': usesType('Screen', '../src-renderer/screen.ts'),
    'src-main/right.ts': `${uses('readFileSync', 'node:fs')}${usesType('Order', '#shared/domain/order.ts').replace('Used', 'Mine')}`,
    'src-renderer/screen.ts': 'export type Screen = { readonly width: number };\n',
    'src-renderer/server.ts': usesType('Ports', '../src-main/ports.ts'),
    'src-renderer/node.ts': uses('readFileSync', 'node:fs'),
    'src-renderer/right.ts': usesType('Order', '#shared/domain/order.ts'),
  });
  const refused = await planted.compile().finally(planted.remove);
  expect([...refused.keys()].toSorted()).toEqual([
    'src-main/page.ts',
    'src-main/screen.ts',
    'src-renderer/node.ts',
    'src-renderer/server.ts',
    'src-shared/domain/node.ts',
    'src-shared/domain/page.ts',
    'src-shared/domain/process.ts',
    'src-shared/domain/timer.ts',
  ]);
});
