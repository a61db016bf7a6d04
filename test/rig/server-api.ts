import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { type Api, apiFor, burger, signIn } from '../harness/api.ts';

/** The API of a server that only another network reaches. */
export type DistantApi = Api & { end(): void };

const script = join(import.meta.dirname, 'server-api-process.ts');

/** Signs in and calls from a process begun with `prefix`. */
export async function signInElsewhere(prefix: readonly string[], url: string, password: string): Promise<DistantApi> {
  const [program = '', ...words] = [...prefix, process.execPath, script];
  const child = spawn(program, [...words, url, password], { stdio: ['pipe', 'pipe', 'inherit'] });
  const waiting = new Map<number, (answer: any) => void>();
  let asked = 0;
  createInterface({ input: child.stdout }).on('line', (line) => {
    const { n, answer } = JSON.parse(line);
    waiting.get(n)?.(answer);
    waiting.delete(n);
  });

  function ask(call: readonly unknown[]): Promise<any> {
    const n = asked++;
    child.stdin.write(`${JSON.stringify({ n, call })}\n`);
    return new Promise((resolve) => waiting.set(n, resolve));
  }

  const { token } = await ask([]);
  const call: Api['call'] = async (...words) => ({ ...(await ask(words)), headers: new Headers() });
  return {
    url,
    token,
    call,
    order: (order = {}, headers) => call('POST', '/orders', { type: 'takeaway', items: [burger], ...order }, headers),
    end: () => child.kill('SIGKILL'),
  };
}

/** The same for a server of this machine's own network. */
export async function signInHere(url: string, password: string): Promise<DistantApi> {
  return { ...apiFor(url, (await signIn(url, password)).token), end: () => undefined };
}
