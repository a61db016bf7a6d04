import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from '@playwright/test';
import { createServerProcess, type ServerProcess } from '../../harness/server-process.ts';
import { test as base, expect } from './board-fixture.ts';

type OtherSite = {
  /** Serves an empty page, as the restaurant's own web shop would. */
  readonly site: Server;
  readonly port: number;
  /** Allows that site as `localhost`, and under no other name. */
  readonly kitchen: ServerProcess;
};

const test = base.extend<OtherSite>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names in the pattern
  site: async ({}, use) => {
    const site = createServer((_request, response) => response.setHeader('content-type', 'text/html').end('<p>Shop'));
    site.listen(0, '127.0.0.1');
    await once(site, 'listening');
    await use(site);
    site.close();
  },
  port: async ({ site }, use) => use((site.address() as AddressInfo).port),
  kitchen: async ({ port }, use) => {
    const kitchen = await createServerProcess({ KDS_ALLOWED_ORIGINS: `http://localhost:${port}` });
    await kitchen.start();
    await use(kitchen);
    await kitchen.remove();
  },
});

/** What a program in that page does: signs in, orders, reads, changes, and follows in both ways. */
async function useKitchen(page: Page, { url, password }: ServerProcess) {
  return page.evaluate(
    async ({ api, secret }) => {
      const json = { 'content-type': 'application/json' };
      const login = await fetch(`${api}/auth/login`, {
        method: 'POST',
        headers: json,
        body: JSON.stringify({ username: 'admin', password: secret }),
      });
      const { access_token: token } = await login.json();
      const authorization = `Bearer ${token}`;
      const events = new EventSource(`${api}/events/orders?token=${token}`);
      const live = new Promise<string>((resolve) => {
        events.onmessage = ({ data }) => {
          const frame = JSON.parse(data);
          if (frame.order) resolve(frame.order.id);
        };
      });
      await new Promise((resolve) => {
        events.onopen = resolve;
      });
      const socket = new WebSocket(`${api.replace('http', 'ws')}/ws/orders/live?token=${token}`);
      const greeting = new Promise<string>((resolve) => {
        socket.onmessage = ({ data }) => resolve(JSON.parse(data).type);
      });
      const placed = await fetch(`${api}/orders`, {
        method: 'POST',
        headers: { ...json, authorization, 'idempotency-key': 'web-shop-1' },
        body: JSON.stringify({ type: 'takeaway', items: [{ name: 'Soup', unit_price: 4, quantity: 1 }] }),
      });
      const { id } = await placed.json();
      const read = await fetch(`${api}/orders/${id}`, { headers: { authorization } });
      const etag = read.headers.get('etag');
      const changed = await fetch(`${api}/orders/${id}/status`, {
        method: 'PATCH',
        headers: { ...json, authorization, 'if-match': etag ?? '' },
        body: JSON.stringify({ status: 'preparing' }),
      });
      const refused = await fetch(`${api}/orders/nothing`, { headers: { authorization } });
      const told = { id, live: await live, greeting: await greeting, etag };
      events.close();
      socket.close();
      return { ...told, statuses: [placed, read, changed, refused].map(({ status }) => status) };
    },
    { api: `${url}/api/v1`, secret: password },
  );
}

test('[ORG2] a page of an allowed origin signs in, orders, reads, changes and follows, by its token', async ({
  page,
  port,
  kitchen,
}) => {
  await page.goto(`http://localhost:${port}/`);
  const { id, live, greeting, etag, statuses } = await useKitchen(page, kitchen);
  expect(statuses).toEqual([201, 200, 200, 400]);
  expect({ live, greeting, etag }).toEqual({ live: id, greeting: 'connection_established', etag: '"1"' });
  // No cookie went to and fro.
  expect(await page.context().cookies(kitchen.url)).toEqual([]);
});

test('[ORG1] [ORG2] the same page under another name reads nothing and writes nothing', async ({
  page,
  port,
  kitchen,
}) => {
  await page.goto(`http://127.0.0.1:${port}/`);
  await expect(useKitchen(page, kitchen)).rejects.toThrow('Failed to fetch');
  const open = await page.evaluate(async (url) => {
    const opaque = await fetch(url, { mode: 'no-cors' }).then(
      ({ type }) => type,
      () => 'nothing',
    );
    return [opaque, await fetch(url).catch(() => 'nothing')];
  }, `${kitchen.url}/healthz`);
  expect(open).toEqual(['nothing', 'nothing']);
});
