import dns from 'node:dns';
import { hostname, networkInterfaces } from 'node:os';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { type Api, burger } from '../harness/api.ts';
import { managerOf } from '../harness/manager.ts';
import { askRaw, type RawTo, rawRequest, upgradeLines } from '../harness/raw-http.ts';
import { scale } from '../harness/scale.ts';
import { type ServerBox, startServer } from '../harness/server-in-a-box.ts';

const addresses = Object.values(networkInterfaces()).flatMap((all) => all ?? []);
const hasIpv6 = addresses.some(({ address }) => address === '::1');

let box: ServerBox;
let api: Api;

beforeAll(async () => {
  box = await startServer({ host: hasIpv6 ? '::' : '0.0.0.0', allowedHosts: ['kitchen.example', '203.0.113.7'] });
  api = await managerOf(box);
});
afterAll(() => box.remove());

const bearer = () => `Authorization: Bearer ${api.token}`;
const read = (hosts: readonly string[], to: Partial<RawTo> = {}, target = '/api/v1/auth/me') =>
  askRaw({ port: box.port, ...to }, rawRequest(`GET ${target}`, [...hosts, bearer()]));
const follow = (hosts: readonly string[], to: Partial<RawTo> = {}) =>
  askRaw({ port: box.port, ...to }, rawRequest('GET /api/v1/ws/orders/live', [...hosts, bearer(), ...upgradeLines()]));

const [machine = ''] = hostname().toLowerCase().split('.', 1);
/** Where the machine has a name that can be one. */
const machines = /^[a-z\d][a-z\d-]*$/.test(machine) ? [machine, `${machine}.local:4480`] : [];

test.each([
  ...['localhost', 'LOCALHOST:4480', 'localhost.', '127.0.0.1', '127.0.0.1:1', '127.200.3.4:65535'],
  ...['[::1]', '[::1]:4480', '[0:0:0:0:0:0:0:1]', '[::ffff:127.0.0.1]', '[::FFFF:7f00:1]:80'],
  ...['kitchen-pass.local', 'Kitchen-Pass.Local:4480', ...machines],
  ...['kitchen.example', 'KITCHEN.EXAMPLE:8080', '203.0.113.7:4480'],
])('[HST1] %s is a name of this computer, for requests and for live streams', async (host) => {
  expect((await read([`Host: ${host}`]))?.status).toBe(200);
  expect((await follow([`Host: ${host}`]))?.status).toBe(101);
});

test('[HST1] so is every address of its own, reached by that address or by another', async () => {
  const own = addresses.filter(({ address, scopeid }) => !scopeid && (hasIpv6 || !address.includes(':')));
  expect(own.length).toBeGreaterThan(0);
  for (const { address, family } of own) {
    const host = family === 'IPv6' ? `[${address}]` : address;
    for (const to of [{ host: address }, {}]) {
      expect([host, to, (await read([`Host: ${host}:4480`], to))?.status]).toEqual([host, to, 200]);
      expect([host, to, (await follow([`Host: ${host}`], to))?.status]).toEqual([host, to, 101]);
    }
  }
});

const strange: readonly (readonly [what: string, status: number, hosts: readonly string[]])[] = [
  ['a stranger', 421, ['Host: evil.example']],
  ['a stranger with our port', 421, ['Host: evil.example:4480']],
  ['a stranger that begins like us', 421, ['Host: 127.0.0.1.evil.example']],
  ['a stranger called localhost', 421, ['Host: localhost.evil.example']],
  ['a stranger called as we are', 421, ['Host: kitchen-pass.local.evil.example']],
  ['a stranger that ends like an allowed one', 421, ['Host: my-kitchen.example']],
  ['an address of somebody else', 421, ['Host: 203.0.113.9']],
  ['an IPv6 address of somebody else', 421, ['Host: [2001:db8::1]:4480']],
  ['an address in short', 421, ['Host: 127.1']],
  ['an address as a number', 421, ['Host: 2130706433']],
  ['null', 421, ['Host: null']],
  ['none', 400, []],
  ['an empty one', 400, ['Host:']],
  ['two', 400, ['Host: 127.0.0.1', 'Host: evil.example']],
  ['two of ours', 400, ['Host: 127.0.0.1', 'Host: 127.0.0.1']],
  ['two in one', 400, ['Host: 127.0.0.1, evil.example']],
  ['8 KiB', 400, [`Host: ${'x'.repeat(8192)}`]],
  ['8 KiB of a name', 400, [`Host: ${'x.'.repeat(4096)}example`]],
  ['letters beyond ASCII', 400, ['Host: kitchen-pässe.local']],
  ['letters that look like ours', 400, ['Host: lоcalhost']],
  ['somebody in front', 400, ['Host: 127.0.0.1@evil.example']],
  ['somebody behind', 400, ['Host: evil.example#@127.0.0.1']],
  ['an address that is not closed', 400, ['Host: [::1']],
  ['brackets around a name', 400, ['Host: [localhost]']],
  ['a port beyond the last', 400, ['Host: 127.0.0.1:65536']],
  ['a port in words', 400, ['Host: 127.0.0.1:http']],
  ['a path', 400, ['Host: 127.0.0.1/evil']],
];

test.each(strange)('[HST1] %s as Host is %i, for requests and for live streams', async (_what, status, hosts) => {
  for (const answer of [await read(hosts), await follow(hosts)]) {
    expect(answer?.status).toBe(status);
    expect(answer?.headers['content-type']).toContain('application/problem+json');
    const code = status === 421 ? 'wrong_host' : 'malformed';
    expect(JSON.parse(answer?.body ?? '')).toMatchObject({ status, code });
  }
});

test('[HST1] a write under a strange name does nothing, and what a page may load is refused as well', async () => {
  const body = JSON.stringify({ type: 'takeaway', items: [burger] });
  const lines = (host: string) => [
    `Host: ${host}`,
    bearer(),
    'Content-Type: application/json',
    `Content-Length: ${body.length}`,
  ];
  const post = (host: string) => askRaw({ port: box.port }, rawRequest('POST /api/v1/orders', lines(host), body));
  const count = async () => (await api.call('GET', '/orders')).json.items.length;
  const before = await count();
  expect((await post('evil.example'))?.status).toBe(421);
  expect(await count()).toBe(before);
  expect((await post('127.0.0.1'))?.status).toBe(201);
  expect(await count()).toBe(before + 1);
  for (const target of [
    '/',
    '/floor',
    '/manage',
    '/ready',
    '/o/x',
    '/t/x',
    '/account',
    '/docs',
    '/assets/x.js',
    '/floor.webmanifest',
    '/nothing',
    '/api/v1/healthz',
    '/api/v1/openapi.json',
    '/api/v1/auth/login',
  ]) {
    expect([target, (await read(['Host: evil.example'], {}, target))?.status]).toEqual([target, 421]);
  }
});

test('[HST1] an address written out in the request line counts like a Host', async () => {
  const whole = (host: string) => `http://${host}/api/v1/auth/me`;
  expect((await read(['Host: 127.0.0.1'], {}, whole('127.0.0.1:4480')))?.status).toBe(200);
  expect((await read(['Host: 127.0.0.1'], {}, whole('evil.example')))?.status).toBe(421);
  expect((await read(['Host: evil.example'], {}, whole('127.0.0.1')))?.status).toBe(421);
  expect((await read(['Host: 127.0.0.1'], {}, whole('[bad')))?.status).toBe(400);
  expect((await read(['Host: 127.0.0.1'], {}, whole('a:b@127.0.0.1')))?.status).toBe(400);
});

test('[FWD1] what a proxy says of another name changes nothing', async () => {
  const forwarded = (host: string) => [`X-Forwarded-Host: ${host}`, `Forwarded: host=${host}`];
  expect((await read(['Host: 127.0.0.1', ...forwarded('evil.example')]))?.status).toBe(200);
  expect((await read(['Host: evil.example', ...forwarded('127.0.0.1')]))?.status).toBe(421);
});

test.each([
  ...['http://evil.example', 'null', 'not an origin', '', '*', 'http://', 'http://[', 'file://'],
  ...['http://127.0.0.1.evil.example', 'http://127.0.0.1@evil.example', 'http://evil.example, http://127.0.0.1'],
  ...['https://127.0.0.1', 'http://127.0.0.1:1', 'http://127.0.0.1/path'],
])('[ORG1] "%s" as Origin neither writes nor follows', async (origin) => {
  const lines = ['Host: 127.0.0.1', `Origin: ${origin}`];
  const answers = [
    await follow(lines),
    await askRaw({ port: box.port }, rawRequest('POST /api/v1/orders', [...lines, bearer()])),
  ];
  for (const answer of answers) {
    expect(answer?.status).toBe(403);
    expect(JSON.parse(answer?.body ?? '').code).toBe('foreign_origin');
  }
});

test('[ORG1] our own page may follow and write', async () => {
  const lines = ['Host: 127.0.0.1:4480', 'Origin: http://127.0.0.1:4480'];
  expect((await follow(lines))?.status).toBe(101);
  const body = JSON.stringify({ type: 'takeaway', items: [burger] });
  const json = [...lines, bearer(), 'Content-Type: application/json', `Content-Length: ${body.length}`];
  expect((await askRaw({ port: box.port }, rawRequest('POST /api/v1/orders', json, body)))?.status).toBe(201);
});

/** Whatever can stand in a header: bytes, and near misses of what is right. */
const value = fc.oneof(
  fc.uint8Array({ maxLength: 300 }).map((bytes) => Buffer.from(bytes).toString('latin1')),
  fc.string({ unit: 'grapheme', maxLength: 60 }),
  fc
    .tuple(
      fc.constantFrom('http://', 'https://', 'null', 'file://', '//', ''),
      fc.constantFrom('127.0.0.1', '[::1]', '[::ffff:1.2.3.4]', '[', 'localhost', 'evil.example', '0x7f.1', '%00', 'ü'),
      fc.constantFrom('', ':', ':80', ':-1', ':99999999', '/', '.', '@', '#', '?', '%', '\\', '\t', ' x'),
    )
    .map((parts) => parts.join('')),
);
const asks = fc.record({
  host: fc.option(value),
  origin: fc.option(value),
  line: fc.constantFrom('GET /api/v1/auth/me', 'POST /api/v1/orders', 'GET /api/v1/ws/orders/live', 'OPTIONS *'),
});

test('[HST1] [ORG1] no Host and no Origin brings the server down, whatever stands in it (GHSA-m28w-2pqf-7qgj)', async () => {
  const answered = new Set<number>();
  await fc.assert(
    fc.asyncProperty(asks, async ({ host, origin, line }) => {
      const lines = [
        ...(host === null ? [] : [`Host: ${host}`]),
        ...(origin === null ? [] : [`Origin: ${origin}`]),
        bearer(),
        ...(line.includes('/ws/') ? upgradeLines() : []),
      ];
      const answer = await askRaw({ port: box.port }, Buffer.from(rawRequest(line, lines), 'utf8'));
      answered.add(answer?.status ?? 0);
      expect(answer?.status).toBeLessThan(500);
    }),
    { numRuns: scale({ short: 400, long: 50_000 }) },
  );
  expect([...answered]).toEqual(expect.arrayContaining([400, 421]));
  expect((await read(['Host: 127.0.0.1']))?.status).toBe(200);
  expect((await follow(['Host: 127.0.0.1']))?.status).toBe(101);
});

test.skipIf(!hasIpv6)(
  '[CON1] as localhost there is one server, which the limits know, and none beside it on ::1',
  async () => {
    // As most machines say it, whatever this one does.
    const both = [
      { address: '127.0.0.1', family: 4 },
      { address: '::1', family: 6 },
    ];
    const lookup = dns.lookup;
    const says = vi
      .spyOn(dns, 'lookup')
      .mockImplementation(((host: string, how: { all?: boolean }, done: any) =>
        host === 'localhost' && how.all ? done(null, both) : lookup(host, how, done)) as never);
    const local = await startServer({ host: 'localhost' });
    expect((await fetch(`http://localhost:${local.port}/healthz`)).status).toBe(200);
    const asked = (host: string) =>
      askRaw({ port: local.port, host }, rawRequest('GET /api/v1/healthz', ['Host: localhost']));
    expect((await asked('127.0.0.1'))?.status).toBe(200);
    expect(await asked('::1')).toBeUndefined();
    says.mockRestore();
    await local.remove();
  },
);
