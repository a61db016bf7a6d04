import { execFile, execFileSync } from 'node:child_process';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createServerProcess, type ServerProcess } from '../harness/server-process.ts';
import { createNetworks, type Networks, whyNoNamespaces } from '../rig/network-namespaces.ts';

const reason = whyNoNamespaces();

describe.skipIf(reason !== undefined)(`in a network of its own${reason ? `, left out: ${reason}` : ''}`, () => {
  let networks: Networks;
  let server: ServerProcess;

  beforeEach(async () => {
    networks = createNetworks(1);
    server = await createServerProcess({ KDS_HOST: '0.0.0.0' }, { prefix: networks.server, host: '127.0.0.1' });
    await server.start();
  });
  afterEach(async () => {
    await server.remove();
    networks.remove();
  });

  function onServer(...command: readonly string[]): void {
    const [program = '', ...words] = [...networks.server, ...command];
    execFileSync(program, words);
  }

  /** The status that somebody on the kitchen's computer gets who asks for it by that name. */
  async function askedFor(host: string): Promise<number> {
    const script = `require('node:http').get('${server.url}/healthz',{agent:false,headers:{host:'${host}'}},(r)=>console.log(r.resume().statusCode))`;
    const [program = '', ...words] = [...networks.server, process.execPath, '-e', script];
    return Number((await promisify(execFile)(program, words)).stdout);
  }

  test('[HST1] an address counts from when the computer has it until it has it no more', async () => {
    const other = '10.99.5.7';
    expect(await askedFor('10.77.0.1')).toBe(200);
    expect(await askedFor(other)).toBe(421);
    onServer('ip', 'addr', 'add', `${other}/32`, 'dev', 'lo');
    await expect.poll(() => askedFor(other)).toBe(200);
    onServer('ip', 'addr', 'del', `${other}/32`, 'dev', 'lo');
    await expect.poll(() => askedFor(other)).toBe(421);
    expect(await askedFor('10.77.0.1')).toBe(200);
  });
});
