import { expect, test } from 'vitest';
import { settled } from '../../test/harness/screen-kit.ts';
import { createHttp } from './http.ts';

function networkInHand() {
  const asked: string[] = [];
  const open: (() => void)[] = [];
  const http = createHttp(async (path, init) => {
    asked.push(`${init?.method} ${path}`);
    await new Promise<void>((resolve) => open.push(resolve));
    return Response.json({ version: 2 });
  });
  async function answer() {
    open.shift()?.();
    await settled();
  }
  return { asked, http, answer };
}

const write = (name: string) => ({ method: 'POST', path: `/${name}`, body: {} }) as const;

test('[LNK15] hung writes leave connections for asking whether the server is back', async () => {
  const { asked, http, answer } = networkInHand();
  const answers = ['a', 'b', 'c', 'd', 'e'].map((name) => http(write(name)));
  void http({ method: 'GET', path: '/auth/me' });
  await settled();
  expect(asked).toEqual(['POST /api/v1/a', 'POST /api/v1/b', 'POST /api/v1/c', 'GET /api/v1/auth/me']);
  await answer();
  expect(asked.at(-1)).toBe('POST /api/v1/d');
  for (let rest = 0; rest < 5; rest++) await answer();
  expect(await Promise.all(answers)).toEqual(Array(5).fill({ kind: 'answer', status: 200, body: { version: 2 } }));
});

test('[LNK15] what cannot be sent makes room for the next', async () => {
  const asked: string[] = [];
  const http = createHttp((path) => {
    asked.push(String(path));
    return Promise.reject(new TypeError('no network'));
  });
  const answers = await Promise.all(Array.from({ length: 10 }, (_, index) => http(write(String(index)))));
  expect(answers).toEqual(Array(10).fill({ kind: 'unreachable' }));
  expect(asked).toHaveLength(10);
});

test('[LNK15] [SND5] a write that is given up makes room at once, and one that waits for its turn is never sent', async () => {
  const asked: string[] = [];
  const http = createHttp((path, init) => {
    asked.push(String(path));
    const { signal } = init!;
    return new Promise((_resolve, reject) => {
      if (signal?.aborted) reject(new TypeError('aborted'));
      signal?.addEventListener('abort', () => reject(new TypeError('aborted')));
    });
  });
  const given = new AbortController();
  const answers = ['a', 'b', 'c', 'd'].map((name) => http({ ...write(name), limitMs: 3_600_000, abort: given.signal }));
  void http(write('again'));
  await settled();
  expect(asked).toHaveLength(3);
  given.abort();
  expect(await Promise.all(answers)).toEqual(Array(4).fill({ kind: 'unreachable' }));
  expect(asked.at(-1)).toBe('/api/v1/again');
});
