import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { apiFor, signIn } from '../harness/api.ts';
import { blocksIn } from '../harness/manual.ts';
import { createServerProcess } from '../harness/server-process.ts';
import { createTempDir } from '../harness/temp-dir.ts';

const guests = ['Ada', 'Bo', 'Cleo', 'Dan', 'Eve', 'Fay'];

/** The programs of the manual, as somebody has copied them. */
function copiedTo(folder: string): void {
  for (const { language, named, text } of blocksIn(join(import.meta.dirname, '../../docs/integration')))
    if (language === 'js') writeFileSync(join(folder, named), text);
}

test('[POS5] the till of the manual loses no order and sends none twice, whichever of the two is killed', async () => {
  const server = await createServerProcess();
  await server.start();
  const manager = await signIn(server.url, server.password);
  const { key } = (await manager.call('POST', '/api-keys', { name: 'Till' })).json;
  const temp = createTempDir();
  copiedTo(temp.path);
  const said: string[] = [];
  const start = (...names: string[]): ChildProcess => {
    const env = { PATH: process.env.PATH, KITCHEN: server.url, KEY: key };
    const till = spawn(process.execPath, ['till.mjs', ...names], {
      cwd: temp.path,
      env,
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    till.stdout?.on('data', (piece) => said.push(...String(piece).trim().split('\n')));
    return till;
  };
  const heard = (line: RegExp, times: number) =>
    expect.poll(() => said.filter((one) => line.test(one)).length).toBeGreaterThanOrEqual(times);
  const end = async (till: ChildProcess) => {
    till.kill('SIGKILL');
    await once(till, 'close');
  };

  const first = start(...guests);
  await heard(/^sent/, 1);
  await server.kill('SIGKILL');
  await end(first);
  await server.start();
  // It has nothing but what it wrote down.
  const second = start();
  await heard(/: pending$/, 1);
  await end(second);
  const third = start();
  const allPaid = once(third, 'close');
  const till = apiFor(server.url, key);
  const open = async () => (await till.call('GET', '/orders?status=pending&limit=200')).json.items;
  await expect.poll(async () => (await open()).length).toBe(guests.length);
  const [one, ...others] = await open();
  await till.call('POST', `/orders/${one.id}/bump`);
  await heard(/: paid$/, 1);
  await server.kill('SIGKILL');
  await server.start();
  for (const { id } of others) await till.call('POST', `/orders/${id}/bump`);
  await allPaid;

  const orders = (await till.call('GET', '/orders?limit=200')).json.items;
  expect(orders.map((order: any) => order.customer_name).toSorted()).toEqual(guests);
  expect(orders.every((order: any) => order.payment_status === 'paid')).toBe(true);
  expect(said.at(-1)).toBe('all paid');
  for (const { id } of orders) {
    const { items } = (await till.call('GET', `/orders/${id}/history`)).json;
    expect(items.filter(({ type }: any) => type === 'payment_status_changed')).toHaveLength(1);
  }
  temp.remove();
  await server.remove();
}, 90_000);
