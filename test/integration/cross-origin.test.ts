import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Api } from '../harness/api.ts';
import { managerOf } from '../harness/manager.ts';
import { askRaw, type RawAnswer, rawRequest } from '../harness/raw-http.ts';
import { type ServerBox, startServer } from '../harness/server-in-a-box.ts';

const allowed = 'https://orders.example';

let box: ServerBox;
let api: Api;

beforeAll(async () => {
  box = await startServer({ allowedOrigins: ['http://pos.local:8080', allowed] });
  api = await managerOf(box);
});
afterAll(() => box.remove());

type Ask = { readonly from: string; readonly headers?: readonly string[]; readonly host?: string };

const ask = (line: string, { from, headers = [], host = '127.0.0.1' }: Ask) =>
  askRaw({ port: box.port }, rawRequest(line, [`Host: ${host}`, `Origin: ${from}`, ...headers]));
const question = (line: string, from: string, host?: string) =>
  ask(line, {
    from,
    headers: ['Access-Control-Request-Method: POST', 'Access-Control-Request-Headers: authorization,idempotency-key'],
    ...(host === undefined ? {} : { host }),
  });
const bearer = () => [`Authorization: Bearer ${api.token}`];
const leave = (answer: RawAnswer | undefined) =>
  Object.fromEntries(Object.entries(answer?.headers ?? {}).filter(([name]) => name.startsWith('access-control-')));

test('[ORG2] a page of an allowed origin is told what it may send, without a credential and as often as it asks', async () => {
  for (let times = 0; times < 100; times++) {
    const answer = await question(`OPTIONS /api/v1/orders/${times}/bump`, allowed);
    expect([answer?.status, answer?.headers.vary, leave(answer)]).toEqual([
      204,
      'Origin',
      {
        'access-control-allow-origin': allowed,
        'access-control-allow-methods': 'GET, HEAD, POST, PUT, PATCH, DELETE',
        'access-control-allow-headers': 'content-type, authorization, idempotency-key, if-match, made-by',
        'access-control-expose-headers': 'ETag, Retry-After',
        'access-control-max-age': '7200',
      },
    ]);
  }
});

test('[ORG2] it may read every answer, refusals and streams too, and never by cookie', async () => {
  const { id } = (await api.order()).json;
  const answers: Record<string, RawAnswer | undefined> = {
    200: await ask(`GET /api/v1/orders/${id}`, { from: allowed, headers: bearer() }),
    401: await ask('GET /api/v1/orders', { from: allowed }),
    404: await ask('GET /api/v1/nothing', { from: allowed, headers: bearer() }),
    415: await ask('POST /api/v1/orders', {
      from: allowed,
      headers: [...bearer(), 'Content-Type: text/plain', 'Content-Length: 1'],
    }),
    'a stream': await ask('GET /api/v1/events/orders', { from: allowed, headers: bearer() }),
    'a poll': await ask('GET /api/v1/sync/orders', {
      from: allowed,
      headers: [...bearer(), 'Accept-Encoding: gzip'],
    }),
  };
  for (const [what, answer] of Object.entries(answers)) {
    expect([what, answer?.status]).toEqual([what, Number(what) || 200]);
    expect([what, leave(answer)]).toEqual([
      what,
      { 'access-control-allow-origin': allowed, 'access-control-expose-headers': 'ETag, Retry-After' },
    ]);
    expect(answer?.headers.vary).toMatch(/^Origin/i);
  }
  expect(answers[200]?.headers.etag).toBe('"1"');
});

test('[ORG1] [ORG2] any other origin gets no leave, however like an allowed one', async () => {
  const others = [
    ...['http://orders.example', 'https://orders.example:8443', 'https://orders.example.evil.example'],
    ...['https://ORDERS.example', 'https://evil-orders.example', 'null', '*', 'http://pos.local'],
  ];
  for (const from of others) {
    const asked = await question('OPTIONS /api/v1/orders', from);
    expect([from, asked?.status, leave(asked)]).toEqual([from, 401, {}]);
    const read = await ask('GET /api/v1/orders', { from, headers: bearer() });
    expect([from, read?.status, leave(read), read?.headers.vary]).toEqual([from, 200, {}, 'Origin']);
    const headers = [...bearer(), 'Content-Type: application/json', 'Content-Length: 0'];
    const written = await ask('POST /api/v1/orders', { from, headers });
    expect([from, written?.status, leave(written)]).toEqual([from, 403, {}]);
  }
});

test('[HST1] [ORG2] under a name that is not ours an allowed page is told nothing of what it may', async () => {
  const answer = await question('OPTIONS /api/v1/orders', allowed, 'evil.example');
  expect(answer?.status).toBe(421);
  expect(answer?.headers).not.toHaveProperty('access-control-allow-methods');
});

test('[ADR2] [ORG2] a plain OPTIONS is no question of a browser, and refused as ever', async () => {
  expect((await ask('OPTIONS /api/v1/orders', { from: allowed, headers: bearer() }))?.status).toBe(405);
});
