import { execFile, execFileSync } from 'node:child_process';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createNetworks, type Networks, type TabletNetwork, whyNoNamespaces } from './network-namespaces.ts';

const reason = whyNoNamespaces();
const namespaces = () => execFileSync('ip', ['netns', 'list'], { encoding: 'utf8' });

/** Listens on port 80, greets, then says how much it heard once the other end has ended. */
const listening = `require('node:net').createServer({allowHalfOpen:true},(s)=>{s.write('hi');let n=0;
  s.on('data',(d)=>{n+=d.length});s.on('end',()=>s.end(String(n)));s.on('error',()=>{})}).listen(80,()=>console.log('up'))`;
const sending = (
  host: string,
  bytes: number,
  patienceMs: number,
) => `const {connect}=require('node:net');const s=connect(80,'${host}');
  const t=performance.now();let all='',from;s.on('connect',()=>{from=s.localAddress});s.setTimeout(${patienceMs},()=>s.destroy(new Error('silent')));
  s.on('data',(d)=>{all+=d});s.on('error',(e)=>{console.log(e.message);process.exit()});
  s.on('close',()=>console.log(all,Math.round(performance.now()-t),from));s.end(Buffer.alloc(${bytes}))`;

describe.skipIf(reason !== undefined)(`networks of their own${reason ? `, left out: ${reason}` : ''}`, () => {
  let networks: Networks;
  let first: TabletNetwork;
  let server: ReturnType<typeof execFile>;

  beforeEach(async () => {
    networks = createNetworks(2);
    first = networks.tablets[0]!;
    server = spawnIn(networks.server, listening);
    await new Promise((resolve) => server.stdout?.once('data', resolve));
  });
  afterEach(() => {
    server.kill('SIGKILL');
    networks.remove();
  });

  function spawnIn([program = '', ...words]: readonly string[], script: string) {
    return execFile(program, [...words, process.execPath, '-e', script]);
  }

  /** What a tablet gets to hear when it sends so many bytes. */
  async function talk({ prefix, serverHost }: TabletNetwork, bytes: number, patienceMs = 1500): Promise<string[]> {
    const [program = '', ...words] = prefix;
    const script = sending(serverHost, bytes, patienceMs);
    const { stdout } = await promisify(execFile)(program, [...words, process.execPath, '-e', script]);
    return stdout.trim().split(' ');
  }

  test('each tablet reaches the server, and all is gone afterwards', async () => {
    expect((await talk(first, 10))[0]).toBe('hi10');
    expect((await talk(networks.tablets[1]!, 20))[0]).toBe('hi20');
    networks.remove();
    expect(namespaces()).not.toContain(`kp${process.pid}n`);
  });

  test('a stall is silence for one tablet, and passes', async () => {
    first.lose(100);
    const [one, other] = await Promise.all([talk(first, 10), talk(networks.tablets[1]!, 10)]);
    expect([one[0], other[0]]).toEqual(['silent', 'hi10']);
    first.lose(0);
    expect((await talk(first, 10))[0]).toBe('hi10');
  });

  test('refused is told at once, and passes', async () => {
    first.refuse(true);
    expect((await talk(first, 10)).join(' ')).toContain('ECONNREFUSED');
    first.refuse(false);
    expect((await talk(first, 10))[0]).toBe('hi10');
  });

  test('lost packets are sent again by TCP, none of the bytes is missing', { timeout: 70_000 }, async () => {
    first.lose(10);
    // Of a hundred connections two are asked for three times, which takes three seconds.
    expect((await talk(first, 300_000, 60_000))[0]).toBe('hi300000');
  });

  test('100 kbit/s: 12 kB take about a second', async () => {
    first.limit(100_000);
    const [heard, tookMs] = await talk(first, 12_000);
    expect(heard).toBe('hi12000');
    expect(Number(tookMs)).toBeGreaterThan(600);
    first.limit(undefined);
    expect(Number((await talk(first, 12_000))[1])).toBeLessThan(600);
  });

  test('a radio that is off is known to the tablet at once; a new address works', async () => {
    first.unplug();
    expect((await talk(first, 10)).join(' ')).toContain('ENETUNREACH');
    first.plug();
    expect((await talk(first, 10))[2]).toBe('10.77.0.2');
    first.changeAddress();
    expect((await talk(first, 10))[2]).toBe('10.77.0.3');
  });
});
