import { readFileSync } from 'node:fs';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { type ElectronApplication, expect, test } from '@playwright/test';
import { type MadeCertificate, makeCertificate } from '../../harness/certificate.ts';
import { createTempDir } from '../../harness/temp-dir.ts';
import { boardUrl, createHome, openDesktop } from './desktop-app.ts';

test('[TLS1] the window opens the board of its own server by the certificate that nobody has signed, and no other', async () => {
  const folder = createTempDir();
  const own = makeCertificate(folder.path);
  const home = createHome({ KDS_TLS_KEY: own.keyFile, KDS_TLS_CERT: own.certFile });
  const { app, page } = await openDesktop(home);
  const url = await boardUrl(page);
  expect(url).toMatch(/^https:/);
  await expect(page.getByText('No open tickets')).toBeVisible();
  const items = [{ name: 'Falafel wrap', unit_price: 9.5, quantity: 2 }];
  const status = await page.evaluate(
    async (order) =>
      (
        await fetch('/api/v1/orders', {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify(order),
        })
      ).status,
    { type: 'dine_in', table_number: '12', items },
  );
  expect(status).toBe(201);
  await expect(page.getByText('Falafel wrap')).toBeVisible();
  expect(await askedOf(app, makeCertificate(folder.path, 'strange'))).toContain('ERR_CERT_AUTHORITY_INVALID');
  await app.close();
  home.remove();
  folder.remove();
});

/** What the program's own session says of a server with that certificate. */
async function askedOf(app: ElectronApplication, { keyFile, certFile }: MadeCertificate): Promise<string> {
  const server = createServer({ key: readFileSync(keyFile), cert: readFileSync(certFile) }, (_, answer) =>
    answer.end('hello'),
  );
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `https://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  const said = await app.evaluate(
    ({ session }, address) =>
      session.defaultSession.fetch(address).then(
        (answer) => answer.text(),
        (error) => String(error),
      ),
    url,
  );
  server.close();
  return said;
}
