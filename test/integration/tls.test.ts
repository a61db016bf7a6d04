import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request as plainRequest } from 'node:http';
import { type RequestOptions, request } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect } from 'node:tls';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import WebSocket from 'ws';
import { StartFailure } from '../../src-shared/errors/start-failure.ts';
import { type MadeCertificate, makeCertificate } from '../harness/certificate.ts';
import { adminPassword, type ServerBox, startServer } from '../harness/server-in-a-box.ts';

let folder: string;
let own: MadeCertificate;
let box: ServerBox | undefined;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kitchen-pass-tls-'));
  own = makeCertificate(folder);
});
afterEach(async () => {
  await box?.remove();
  box = undefined;
  rmSync(folder, { recursive: true });
});

const encrypted = async (made = own) => {
  box = await startServer({ tlsKey: made.keyFile, tlsCert: made.certFile });
  return box;
};

type Answer = { readonly status: number; readonly cookies: readonly string[]; readonly json: any };

function ask(path: string, options: RequestOptions = {}, body?: unknown): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const headers = { 'content-type': 'application/json', ...options.headers };
    const asked = request(`${box?.url}/api/v1${path}`, { ca: own.pem, agent: false, ...options, headers });
    asked.on('error', reject);
    asked.on('response', async (answer) => {
      let text = '';
      for await (const piece of answer.setEncoding('utf8')) text += piece;
      const cookies = answer.headers['set-cookie'] ?? [];
      resolve({ status: answer.statusCode ?? 0, cookies, json: JSON.parse(text) });
    });
    asked.end(body === undefined ? undefined : JSON.stringify(body));
  });
}

const signIn = () => ask('/auth/login', { method: 'POST' }, { username: 'admin', password: adminPassword });

test('[TLS1] with a key and a certificate every connection is encrypted: requests, streams and cookies', async () => {
  const { url } = await encrypted();
  expect(url).toMatch(/^https:/);
  const { status, cookies, json } = await signIn();
  expect(status).toBe(200);
  expect(cookies[0]).toMatch(/; Secure/i);
  const headers = { authorization: `Bearer ${json.access_token}` };
  const order = { type: 'takeaway', items: [{ name: 'Burger', unit_price: 9, quantity: 1 }] };
  expect((await ask('/orders', { method: 'POST', headers }, order)).status).toBe(201);
  const socket = new WebSocket(`${url.replace('https', 'wss')}/ws/orders/live`, { ca: own.pem, headers });
  const first = await new Promise((resolve, reject) => {
    socket.on('message', (data) => resolve(JSON.parse(String(data)).type));
    socket.on('error', reject);
  });
  expect(first).toBe('connection_established');
  socket.close();
});

test('[TLS1] whoever knows another certificate, speaks no TLS or an old one learns nothing', async () => {
  const { port } = await encrypted();
  const strange = makeCertificate(folder, 'strange');
  await expect(ask('/healthz', { ca: strange.pem })).rejects.toThrow(/self-signed|certificate/i);
  await expect(handshake(port, 'TLSv1.1')).rejects.toThrow();
  expect(await handshake(port, 'TLSv1.2')).toBe('TLSv1.2');
  expect(await handshake(port, 'TLSv1.3')).toBe('TLSv1.3');
  const inTheOpen = new Promise((resolve, reject) => {
    plainRequest(`http://127.0.0.1:${port}/api/v1/healthz`, resolve).on('error', reject).end();
  });
  await expect(inTheOpen).rejects.toThrow();
  expect((await ask('/healthz')).status).toBe(200);
});

function handshake(port: number, version: 'TLSv1.1' | 'TLSv1.2' | 'TLSv1.3'): Promise<string | null> {
  const ciphers = version === 'TLSv1.1' ? { ciphers: 'DEFAULT@SECLEVEL=0' } : {};
  return new Promise((resolve, reject) => {
    const versions = { minVersion: version, maxVersion: version };
    const socket = connect({ port, host: '127.0.0.1', ca: own.pem, ...versions, ...ciphers }, () => {
      resolve(socket.getProtocol());
      socket.destroy();
    });
    socket.on('error', reject);
  });
}

test('[TLS1] a page of the encrypted server may write, the same name in the open is another site', async () => {
  const { url } = await encrypted();
  const { json } = await signIn();
  const headers = { authorization: `Bearer ${json.access_token}` };
  const logout = (origin: string) =>
    ask('/products', { method: 'POST', headers: { ...headers, origin } }, dish(origin));
  expect((await logout(url)).status).toBe(201);
  expect((await logout(url.replace('https', 'http'))).json.code).toBe('foreign_origin');
});

const dish = (sku: string) => ({ sku, name: 'Soup', price: 4, category: 'Starters' });

test('[TLS1] what is wrong with key or certificate is said at the start, by the name of the setting and without the key', async () => {
  const strange = makeCertificate(folder, 'strange');
  const broken = join(folder, 'broken.pem');
  writeFileSync(broken, 'secret words that are no key');
  const wrong: readonly (readonly [tlsKey: string | undefined, tlsCert: string | undefined, says: string])[] = [
    [own.keyFile, undefined, 'KDS_TLS_CERT'],
    [undefined, own.certFile, 'KDS_TLS_KEY'],
    [own.keyFile, join(folder, 'none.crt'), 'KDS_TLS_CERT'],
    [join(folder, 'none.key'), own.certFile, 'KDS_TLS_KEY'],
    [broken, own.certFile, 'KDS_TLS_KEY'],
    [own.keyFile, broken, 'KDS_TLS_CERT'],
    [strange.keyFile, own.certFile, 'KDS_TLS_KEY'],
  ];
  for (const [tlsKey, tlsCert, says] of wrong) {
    const error = await startServer({ tlsKey, tlsCert }).then(
      () => 'started',
      (failure) => failure,
    );
    expect(error).toBeInstanceOf(StartFailure);
    expect(error).toMatchObject({ code: 'bad_setting', message: expect.stringContaining(says) });
    expect(error.message).not.toContain('secret words');
  }
});

test('[TLS1] a key that others may read is warned of, and the kitchen starts', async () => {
  chmodSync(own.keyFile, 0o644);
  const { logged } = await encrypted();
  expect(logged.join('')).toContain('other accounts of this computer may read the key');
  expect(logged.join('')).not.toContain('expired');
  expect(logged.join('')).not.toContain('PRIVATE');
});

test('[TLS1] a certificate that has expired is warned of, and the kitchen starts', async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 60 * 24 * 3600_000 });
  const { logged } = await encrypted();
  vi.useRealTimers();
  expect(logged.join('')).toContain('the certificate has expired');
});
