import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Api } from '../harness/api.ts';
import { managerOf } from '../harness/manager.ts';
import { askRaw, type RawAnswer, rawRequest, upgradeLines } from '../harness/raw-http.ts';
import { registeredRoutes } from '../harness/registered-routes.ts';
import { type ServerBox, startServer } from '../harness/server-in-a-box.ts';
import { createServerProcess } from '../harness/server-process.ts';

let box: ServerBox;
let api: Api;

beforeAll(async () => {
  box = await startServer();
  api = await managerOf(box);
});
afterAll(() => box.remove());

/** Written down a second time and by hand: the program is held to it. */
const always = {
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
};
/** Nothing that is told of the restaurant is kept anywhere, however it is asked for. */
const keptNowhere = /^no-store(, no-transform)?$/;
const ofData = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
const ofPages =
  "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self' data:; manifest-src 'self'; connect-src 'self'; " +
  "base-uri 'none'; form-action 'none'; frame-ancestors 'none'; object-src 'none'";

/** What is wrong with an answer; nothing for a good one. */
function faults(answer: RawAnswer | undefined, policy = ofData): unknown {
  if (!answer) return 'no answer';
  const { headers } = answer;
  const expected = { ...always, 'content-security-policy': policy };
  const wrong = Object.entries(expected).filter(([name, text]) => headers[name] !== text);
  const kept = policy === ofPages ? /^no-cache$/ : keptNowhere;
  if (!kept.test(headers['cache-control'] ?? '')) wrong.push(['cache-control', '']);
  // A page on a plain-HTTP name would be blank for good; and nobody else's page reads anything of ours.
  const bad = ['strict-transport-security', 'access-control-allow-origin', 'x-powered-by', 'server'];
  return [...wrong.map(([name]) => name), ...bad.filter((name) => name in headers)];
}

type Ask = { readonly headers?: readonly string[]; readonly body?: string; readonly withToken?: boolean };

function ask(line: string, { headers = [], body = '', withToken = true }: Ask = {}) {
  const lines = ['Host: 127.0.0.1', ...(withToken ? [`Authorization: Bearer ${api.token}`] : []), ...headers];
  return askRaw({ port: box.port }, rawRequest(line, lines, body));
}

test('[HDR1] every registered route has the headers, let in or not', async () => {
  // Ends the session, or another one's; what they answer is in the second round.
  const dangerous = ['POST /api/v1/auth/logout', 'POST /api/v1/auth/password'];
  for (const { method, url } of await registeredRoutes()) {
    const path = url.replaceAll(/:\w+/g, '6b58208f-d318-5f90-a7e1-d68f433967ed').replace('*', 'x');
    const isPage =
      (['/', '/floor', '/manage', '/ready', '/pair', '/account', '/docs'].includes(path) ||
        path.startsWith('/o/') ||
        path.startsWith('/t/')) &&
      (method === 'GET' || method === 'HEAD');
    const headers = method === 'GET' || method === 'HEAD' ? [] : ['Content-Length: 0'];
    for (const withToken of [true, false]) {
      if (withToken && dangerous.includes(`${method} ${url}`)) continue;
      // A HEAD has the length of what it does not send.
      const answer = method === 'HEAD' ? headOf(path, withToken) : ask(`${method} ${path}`, { headers, withToken });
      expect([method, url, withToken, faults(await answer, isPage ? ofPages : ofData)]).toEqual([
        method,
        url,
        withToken,
        [],
      ]);
    }
  }
});

async function headOf(path: string, withToken: boolean): Promise<RawAnswer> {
  const headers = withToken ? { authorization: `Bearer ${api.token}` } : {};
  const answer = await fetch(box.url + path, { method: 'HEAD', headers: { ...headers } });
  return { status: answer.status, headers: Object.fromEntries(answer.headers), body: '' };
}

test('[HDR1] so has every other answer', async () => {
  const json = (length: number) => ['Content-Type: application/json', `Content-Length: ${length}`];
  const answers: Record<string, RawAnswer | undefined> = {
    200: await ask('GET /api/v1/orders'),
    'a stream of events': await ask('GET /api/v1/events/orders'),
    'a poll': await ask('GET /api/v1/sync/orders'),
    'a compressed poll': await ask('GET /api/v1/sync/orders', { headers: ['Accept-Encoding: gzip'] }),
    302: await ask('GET /ready/'),
    '400 by schema': await ask('GET /api/v1/orders?limit=x'),
    '400 by the router': await ask('GET /api/v1/orders/%zz'),
    '400 by Host': await askRaw({ port: box.port }, rawRequest('GET /', [])),
    '400 by the parser': await askRaw({ port: box.port }, 'NONSENSE\r\n\r\n'),
    401: await ask('GET /api/v1/orders', { withToken: false }),
    403: await ask('POST /api/v1/orders', { headers: ['Origin: http://evil.example', ...json(0)] }),
    404: await ask('GET /nothing'),
    '404 of an asset': await ask('GET /assets/nothing.js'),
    405: await ask('OPTIONS /api/v1/orders'),
    413: await ask('POST /api/v1/orders', { headers: json(300 * 1024) }),
    '413 by the parser': await ask('GET /', { headers: [`X: ${'x'.repeat(20_000)}`] }),
    415: await ask('POST /api/v1/orders', { headers: ['Content-Type: text/plain', 'Content-Length: 1'], body: 'x' }),
    421: await askRaw({ port: box.port }, rawRequest('GET /', ['Host: evil.example'])),
    'an expectation': await ask('GET /api/v1/orders', { headers: ['Expect: a miracle'] }),
    '404 for a live stream': await ask('GET /api/v1/ws/nothing', { headers: upgradeLines() }),
    '403 for a live stream': await ask('GET /api/v1/ws/orders/live', {
      headers: ['Origin: http://evil.example', ...upgradeLines()],
    }),
    '400 for a live stream': await ask('GET /api/v1/ws/orders/live', {
      headers: ['Connection: Upgrade', 'Upgrade: websocket'],
    }),
  };
  for (const [what, answer] of Object.entries(answers)) {
    const status = Number(/^\d{3}/.exec(what)?.[0] ?? 200);
    expect([what, answer?.status, faults(answer)]).toEqual([what, status, []]);
    if (status >= 400) expect(answer?.headers['content-type']).toContain('application/problem+json');
  }
});

test('[HDR1] pages are asked for anew, their assets are kept for good', async () => {
  const built = await createServerProcess();
  await built.start();
  const page = await fetch(built.url);
  expect(page.headers.get('cache-control')).toBe('no-cache');
  const assets = [...(await page.text()).matchAll(/\/?(assets\/[\w.-]+)/g)].map(([, asset]) => asset);
  expect(assets.length).toBeGreaterThan(1);
  for (const asset of assets) {
    const { status, headers } = await fetch(`${built.url}/${asset}`);
    expect([status, headers.get('cache-control')]).toEqual([200, 'public, max-age=31536000, immutable']);
  }
  await built.remove();
});

test('[ORG1] a page of another site learns nothing by asking first, nor does any other get leave to read', async () => {
  const before = (await api.call('GET', '/orders')).text;
  for (const origin of ['http://evil.example', 'null', `http://127.0.0.1:${box.port}`]) {
    for (const path of ['/', '/api/v1/orders', '/api/v1/auth/login', '/api/v1/healthz']) {
      for (const withToken of [true, false]) {
        const headers = [
          `Origin: ${origin}`,
          'Access-Control-Request-Method: POST',
          'Access-Control-Request-Headers: content-type',
        ];
        const answer = await ask(`OPTIONS ${path}`, { headers, withToken });
        expect(answer?.status).toBeGreaterThanOrEqual(400);
        const allowing = Object.keys(answer?.headers ?? {}).filter((name) => name.startsWith('access-control-'));
        expect(allowing).toEqual([]);
        const read = await ask(`GET ${path}`, { headers: [`Origin: ${origin}`], withToken });
        expect(Object.keys(read?.headers ?? {}).filter((name) => name.startsWith('access-control-'))).toEqual([]);
      }
    }
  }
  expect((await api.call('GET', '/orders')).text).toBe(before);
});

test('[PAG2] a page on the home screen has a name, an icon of the right kind, its start and its ground', async () => {
  const built = await createServerProcess();
  await built.start();
  for (const [path, page, ground] of [
    ['/floor', 'floor', '#ffffff'],
    ['/', 'board', '#0e1013'],
  ] as const) {
    const html = await (await fetch(built.url + path)).text();
    expect(html).toContain(`<link rel="manifest" href="/${page}.webmanifest"`);
    const answer = await fetch(`${built.url}/${page}.webmanifest`);
    expect(answer.headers.get('content-type')).toMatch(/^application\/manifest\+json/);
    const manifest = (await answer.json()) as { icons: { src: string; sizes: string }[]; start_url: string };
    expect(manifest).toMatchObject({ start_url: path, scope: '/', theme_color: ground, background_color: ground });
    expect(manifest.icons).toHaveLength(3);
    for (const { src, sizes } of manifest.icons) {
      const icon = await fetch(built.url + src);
      expect([src, icon.status, icon.headers.get('content-type')]).toEqual([src, 200, 'image/png']);
      // Width and height stand at bytes 16 to 23 of a PNG.
      const head = new DataView(await icon.arrayBuffer());
      expect(`${head.getUint32(16)}x${head.getUint32(20)}`).toBe(sizes);
    }
  }
  await built.remove();
});
