import { request } from 'node:http';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Api, burger } from '../harness/api.ts';
import { managerOf } from '../harness/manager.ts';
import { type ServerBox, startServer } from '../harness/server-in-a-box.ts';

let box: ServerBox;
let api: Api;

beforeEach(async () => {
  box = await startServer();
  api = await managerOf(box);
});
afterEach(() => box.remove());

type Sent = { readonly encoding: string | undefined; readonly vary: string | undefined; readonly bytes: Buffer };

/** What really went over the wire: `fetch` unpacks by itself and does not say so. */
function sent(path: string, acceptEncoding?: string): Promise<Sent> {
  const headers = {
    authorization: `Bearer ${api.token}`,
    ...(acceptEncoding === undefined ? {} : { 'accept-encoding': acceptEncoding }),
  };
  return new Promise((resolve, reject) => {
    const asking = request(`${box.url}/api/v1${path}`, { headers, agent: false }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on('data', (chunk: Buffer) => chunks.push(chunk));
      const { vary, 'content-encoding': encoding } = answer.headers;
      answer.on('end', () => resolve({ encoding, vary, bytes: Buffer.concat(chunks) }));
    });
    asking.on('error', reject);
    asking.end();
  });
}

const openOrders = async (count: number) => {
  for (let order = 0; order < count; order++) await api.order();
};
const ordersIn = (text: string) => JSON.parse(text).entities.orders.length;

test('[POL2] news of some length comes compressed to who takes it, the same as without', async () => {
  const { cursor } = (await api.call('GET', '/sync/orders')).json;
  await openOrders(4);
  const news = `/sync/orders?last_event_id=${cursor}&wait=20`;
  const packed = await sent(news, 'gzip, deflate');
  const plain = await sent(news);
  expect(packed).toMatchObject({ encoding: 'gzip', vary: 'accept-encoding' });
  expect(plain.encoding).toBeUndefined();
  expect(packed.bytes.length).toBeLessThan(plain.bytes.length / 4);
  const events = (text: string) => JSON.parse(text).events;
  expect(events(gunzipSync(packed.bytes).toString())).toEqual(events(plain.bytes.toString()));
  expect(events(plain.bytes.toString())).toHaveLength(4);
});

test('[POL2] so does a picture of everything that is open, however long', async () => {
  await openOrders(60);
  const { encoding, bytes } = await sent('/sync/orders', 'gzip');
  expect(encoding).toBe('gzip');
  const text = gunzipSync(bytes).toString();
  expect(text.length).toBeGreaterThan(60_000);
  expect(ordersIn(text)).toBe(60);
});

test('[POL2] not to who does not take it, nor what is short, nor anything else', async () => {
  await openOrders(5);
  for (const accept of [
    undefined,
    'identity',
    'br, deflate',
    'gzip;q=0',
    'gzip;q=0, identity',
    '',
    ' ,;',
    'x'.repeat(2000),
  ]) {
    const { encoding, bytes } = await sent('/sync/orders', accept);
    expect([accept, encoding, ordersIn(bytes.toString())]).toEqual([accept, undefined, 5]);
  }
  const { cursor } = (await api.call('GET', '/sync/orders')).json;
  expect((await sent(`/sync/orders?last_event_id=${cursor}`, 'gzip')).encoding).toBeUndefined();
  expect((await sent('/orders', 'gzip')).encoding).toBeUndefined();
});

test('[POL2] what is sent compressed is refused, not unpacked', async () => {
  const body = gzipSync(JSON.stringify({ type: 'takeaway', items: [burger] }));
  const response = await fetch(`${box.url}/api/v1/orders`, {
    method: 'POST',
    headers: { authorization: `Bearer ${api.token}`, 'content-type': 'application/json', 'content-encoding': 'gzip' },
    body,
  });
  expect(response.status).toBe(415);
  expect((await api.call('GET', '/sync/orders')).json.entities.orders).toEqual([]);
});
