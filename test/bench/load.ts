import { Agent, request } from 'node:http';

/** What a run of posting orders came to. Latencies in milliseconds. */
export type LoadResult = {
  readonly perSecond: number;
  readonly p50: number;
  readonly p99: number;
  readonly failed: number;
};

export type Load = { readonly url: string; readonly token: string; readonly clients: number; readonly seconds: number };

const body = JSON.stringify({
  type: 'dine_in',
  table_number: '12',
  items: [
    {
      name: 'Chicken Bowl',
      unit_price: 8.49,
      quantity: 2,
      modifiers: ['Tomatillo salsa', 'Black beans', 'Rice', 'Cheese'],
    },
    { name: 'Chips and Guacamole', unit_price: 4.45, quantity: 1 },
  ],
});

/** Each client posts its next order as soon as it has the answer to the last, over one kept-alive connection. */
export async function postOrders({ url, token, clients, seconds }: Load): Promise<LoadResult> {
  const agent = new Agent({ keepAlive: true, maxSockets: clients });
  const { hostname, port } = new URL(url);
  const headers = {
    authorization: `Bearer ${token}`,
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(body),
  };
  const options = { agent, hostname, port, method: 'POST', path: '/api/v1/orders' };
  const run = `${process.pid}-${performance.now()}`;
  const took: number[] = [];
  let failed = 0;
  let sent = 0;

  function post(): Promise<number | undefined> {
    return new Promise((resolve, reject) => {
      const key = { 'idempotency-key': `${run}-${sent++}` };
      const asked = request({ ...options, headers: { ...headers, ...key } }, (response) => {
        response.resume();
        response.on('end', () => resolve(response.statusCode));
      });
      asked.on('error', reject);
      asked.end(body);
    });
  }

  const until = performance.now() + seconds * 1000;
  async function client(): Promise<void> {
    while (performance.now() < until) {
      const start = performance.now();
      if ((await post()) === 201) took.push(performance.now() - start);
      else failed++;
    }
  }
  await Promise.all(Array.from({ length: clients }, client));
  agent.destroy();
  return { perSecond: took.length / seconds, ...quantiles(took), failed };
}

export function quantiles(values: readonly number[]): { p50: number; p99: number } {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
  return { p50: at(0.5), p99: at(0.99) };
}

export const median = (values: readonly number[]): number => quantiles(values).p50;
