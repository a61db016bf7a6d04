import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createTempDir, type TempDir } from '../harness/temp-dir.ts';
import { audit } from './audit.ts';

let registry: Server | undefined;
/** npm keeps what it was told of a fault. */
let cache: TempDir;
beforeEach(() => {
  cache = createTempDir();
});
afterEach(() => {
  registry?.close();
  cache.remove();
});

/** npm itself asks it; what it knows of is these. */
async function registryThatKnows(faults: object, status = 200): Promise<NodeJS.ProcessEnv> {
  registry = createServer((request, response) => {
    request.resume().on('end', () => {
      const isQuestion = request.method === 'POST';
      response.writeHead(isQuestion ? status : 404, { 'content-type': 'application/json' });
      response.end(JSON.stringify(isQuestion ? faults : {}));
    });
  }).listen(0, '127.0.0.1');
  await once(registry, 'listening');
  const { port } = registry.address() as AddressInfo;
  return { npm_config_registry: `http://127.0.0.1:${port}`, npm_config_cache: cache.path };
}

const fault = (severity: string) => [
  {
    id: severity.length,
    url: 'https://advisories.example/1',
    title: 'It forgets',
    severity,
    vulnerable_versions: '<999',
  },
];

test('packages without a known fault pass', async () => {
  expect(await audit(await registryThatKnows({}))).toMatchObject({ passed: 1, failed: 0 });
});

test('any fault of what is shipped fails, and is named', async () => {
  const { failed, output } = await audit(await registryThatKnows({ ws: fault('low') }));
  expect([failed, output]).toEqual([1, 'Known faults in what is shipped:\nws, low: It forgets']);
});

test('of what it is built and tested with, a high one does', async () => {
  expect(await audit(await registryThatKnows({ vitest: fault('moderate') }))).toMatchObject({ passed: 1 });
  registry?.close();
  const { failed, output } = await audit(await registryThatKnows({ vitest: fault('high') }));
  expect([failed, output]).toEqual([1, expect.stringContaining('vitest, high: It forgets')]);
});

test('a registry that cannot be asked is told as such, and is neither good nor bad', async () => {
  const refusing = await audit(await registryThatKnows({}, 405));
  expect(refusing).toMatchObject({
    passed: 0,
    failed: 0,
    skipped: 1,
    note: expect.stringMatching(/^not asked: .*405/),
  });
  const away = await audit({ npm_config_registry: 'http://127.0.0.1:9', npm_config_cache: cache.path });
  expect(away).toMatchObject({ skipped: 1, note: expect.stringContaining('not asked: ') });
});
