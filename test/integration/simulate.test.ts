import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Api, signIn } from '../harness/api.ts';
import { followLive } from '../harness/live-follower.ts';
import { loadOrders } from '../harness/real-orders.ts';
import { createServerProcess, type ServerProcess } from '../harness/server-process.ts';
import { createTempDir } from '../harness/temp-dir.ts';
import { orderCents } from '../simulate/file-order.ts';

const script = resolve(import.meta.dirname, '../simulate/simulate.ts');
const source = loadOrders();
const folder = createTempDir();
const file = join(folder.path, 'orders.tsv');
const totalOf = (count: number) =>
  (source.orders.slice(0, count).reduce((sum, order) => sum + orderCents(order), 0) / 100).toFixed(2);

let server: ServerProcess;
let api: Api;

beforeAll(async () => {
  writeFileSync(file, source.text);
  server = await createServerProcess();
  await server.start();
  api = await signIn(server.url, server.password);
});
afterAll(async () => {
  await server.remove();
  folder.remove();
});

type Ended = { readonly code: number | null; readonly stdout: string; readonly stderr: string };

/** The command as a person gives it, with no terminal around it. */
function simulate(args: readonly string[], password = server.password): Promise<Ended> {
  const child = spawn(process.execPath, [script, ...args], {
    env: { ...process.env, KDS_ADMIN_PASSWORD: password },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const out: string[] = [];
  const err: string[] = [];
  child.stdout.on('data', (chunk) => out.push(String(chunk)));
  child.stderr.on('data', (chunk) => err.push(String(chunk)));
  return new Promise((done) => {
    child.on('close', (code) => done({ code, stdout: out.join(''), stderr: err.join('') }));
  });
}

test('posts the orders, says how many and for how much, and takes no order twice under the same run', async () => {
  const args = ['--orders', file, '--url', server.url, '--limit', '40', '--run', 'twice'];
  const expected = `posted 40, acknowledged 40, retried 0, refused 0\ntotal acknowledged ${totalOf(40)}\n`;
  expect(await simulate(args)).toMatchObject({ code: 0, stdout: expected });
  expect(await simulate(args)).toMatchObject({ code: 0, stdout: expected });
  expect((await api.call('GET', '/orders?limit=200')).json.items.length).toBe(40);
});

test('uses the menu that is there, at its prices, and adds only what it lacks', async () => {
  const menu = async () =>
    (await api.call('GET', '/products?limit=200')).json.items.map((item: { name: string }) => item.name);
  const before = await menu();
  const args = ['--orders', file, '--url', server.url, '--run', 'menu'];
  expect((await simulate([...args, '--limit', '40'])).code).toBe(0);
  expect(await menu()).toEqual(before);
  expect((await simulate([...args, '--limit', '200'])).code).toBe(0);
  const after = await menu();
  expect(after.slice(0, before.length)).toEqual(before);
  expect(new Set(after).size).toBe(after.length);
});

test('keeps to a rate', async () => {
  const startedAtMs = performance.now();
  const ended = await simulate(['--orders', file, '--url', server.url, '--limit', '11', '--rate', '10/s']);
  expect(ended.code).toBe(0);
  expect(performance.now() - startedAtMs).toBeGreaterThan(1000);
});

test('[PRM1] goes on through a restart of the server and doubles nothing', async () => {
  const screen = followLive({ url: server.url, token: api.token });
  await screen.until(screen.isLive);
  const before = screen.orders.size;
  const running = simulate([
    '--orders',
    file,
    '--url',
    server.url,
    '--limit',
    '300',
    '--rate',
    '200/s',
    '--run',
    'restart',
  ]);
  await screen.untilShows(before + 100);
  expect(await server.kill('SIGTERM')).toBe(0);
  await server.start();
  const ended = await running;
  expect(ended.code).toBe(0);
  expect(ended.stdout).toMatch(/^posted 300, acknowledged 300, retried [1-9]\d*, refused 0$/m);
  expect(ended.stdout).toContain(`total acknowledged ${totalOf(300)}`);
  await screen.untilShows(before + 300);
  expect(screen.faults).toEqual([]);
  expect(screen.orders.size).toBe(before + 300);
  await screen.close();
});

test('a refused order is named, counted and makes the run fail', async () => {
  const args = ['--orders', file, '--url', server.url, '--limit', '2', '--run', 'refused'];
  expect((await simulate([...args, '--seed', '1'])).code).toBe(0);
  const ended = await simulate([...args, '--seed', 'another']);
  expect(ended).toMatchObject({ code: 1, stdout: expect.stringMatching(/acknowledged 0, retried 0, refused 2$/m) });
  expect(ended.stderr).toMatch(/order 1 was refused: .*\(key_reused\)/);
});

test.each([
  ['a file that is not there', ['--orders', 'nowhere.tsv'], 1, 'simulate: the orders file: there is no such file'],
  ['no file', [], 2, 'simulate: say which orders: --orders FILE.tsv'],
  ['a wrong rate', ['--orders', 'a.tsv', '--rate', 'often'], 2, 'simulate: --rate often is not a rate'],
])('%s is said in one line', async (_what, args, code, line) => {
  const ended = await simulate([...args]);
  expect(ended).toMatchObject({ code, stderr: expect.stringMatching(/^[^\n]+\n$/) });
  expect(ended.stderr).toContain(line);
});

test('a broken line is named by its number, before anything is posted', async () => {
  const broken = join(folder.path, 'broken.tsv');
  writeFileSync(broken, `${source.text.split('\n').slice(0, 7).join('\n')}\n9\t1\tChips\tNULL\n`);
  const ended = await simulate(['--orders', broken, '--url', server.url]);
  expect(ended).toMatchObject({
    code: 1,
    stdout: '',
    stderr: 'simulate: the orders file: line 8: item_price is missing\n',
  });
});

test('a wrong password and a server that is not there are said in one line', async () => {
  const wrong = await simulate(['--orders', file, '--url', server.url], 'not the password');
  expect(wrong.code).toBe(1);
  expect(wrong.stderr).toMatch(/^simulate: the password for admin is wrong$/m);
  const away = await simulate(['--orders', file, '--url', 'http://127.0.0.1:9']);
  expect(away.code).toBe(1);
  expect(away.stderr).toMatch(/^simulate: cannot reach http:\/\/127\.0\.0\.1:9: /m);
});
