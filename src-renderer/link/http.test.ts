import { expect, test } from 'vitest';
import { createHttp, readAnswer } from './http.ts';

/** HTTP whose every answer is this one. */
const answering = (make: () => Response) => createHttp(async () => make());
const html = '<!doctype html><title>Welcome to our guest network</title>';
const asHtml = (status: number) => new Response(html, { status, headers: { 'content-type': 'text/html' } });

test.each([200, 302, 401, 403, 404, 502, 504])(
  '[ANS1] a page of something in between is no answer, whatever its status: %i',
  async (status) => {
    const http = answering(() => asHtml(status));
    expect(await http({ method: 'POST', path: '/orders', body: {} })).toEqual({ kind: 'unreachable' });
  },
);

test('[ANS1] all is well, without a word, is no answer', async () => {
  const http = answering(() => new Response('', { status: 200 }));
  expect(await http({ method: 'GET', path: '/auth/me' })).toEqual({ kind: 'unreachable' });
});

test('[ANS1] nothing is followed to another address', async () => {
  let redirect: RequestInit['redirect'];
  const http = createHttp(async (_url, request) => {
    redirect = request?.redirect;
    return Response.json({});
  });
  await http({ method: 'GET', path: '/auth/me' });
  expect(redirect).toBe('error');
});

test('[ANS1] JSON is an answer, and so is nothing where nothing was to be said', async () => {
  const said = answering(() => Response.json({ code: 'busy' }, { status: 503 }));
  expect(await said({ method: 'GET', path: '/auth/me' })).toEqual({
    kind: 'answer',
    status: 503,
    body: { code: 'busy' },
  });
  const nothing = answering(() => new Response(null, { status: 204 }));
  expect(await nothing({ method: 'POST', path: '/auth/logout' })).toEqual({
    kind: 'answer',
    status: 204,
    body: undefined,
  });
});

test('[LNK8] an answer that comes in pieces tells of each, and is put together whole, letters torn in two included', async () => {
  const bytes = new TextEncoder().encode('{"name":"Crème brûlée"}');
  const pieces = new ReadableStream<Uint8Array>({
    start: (out) => {
      for (const byte of bytes) out.enqueue(Uint8Array.of(byte));
      out.close();
    },
  });
  let heard = 0;
  const answer = await readAnswer(new Response(pieces), () => heard++);
  expect(answer).toEqual({ kind: 'answer', status: 200, body: { name: 'Crème brûlée' } });
  expect(heard).toBe(bytes.length + 1);
});
