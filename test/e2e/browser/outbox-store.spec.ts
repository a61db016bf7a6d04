import { fileURLToPath } from 'node:url';
import { test as base, type CDPSession, expect, type Page } from '@playwright/test';
import { build } from 'vite';
import { buildEntry, no } from '../../harness/outbox-kit.ts';

/** The outbox's disk alone, in a real browser, at an address as tablets have it; no server is needed. */
const origin = 'http://kitchen-pass.local:4480';

const test = base.extend<{ readonly tab: () => Promise<Page> }, { readonly code: string }>({
  code: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names in the pattern
    async ({}, use) => use(await bundled('../../../src-renderer/outbox/indexed-store.ts')),
    { scope: 'worker' },
  ],
  tab: async ({ context, code }, use) => {
    await context.route(`${origin}/store.js`, (route) => route.fulfill({ contentType: 'text/javascript', body: code }));
    await context.route(`${origin}/`, (route) => route.fulfill({ contentType: 'text/html', body: '<!doctype html>' }));
    await use(async () => {
      const page = await context.newPage();
      await page.goto(`${origin}/`);
      return page;
    });
  },
});

async function bundled(path: string): Promise<string> {
  const entry = fileURLToPath(new URL(path, import.meta.url));
  const lib = { entry, formats: ['es' as const], fileName: 'store' };
  const built = await build({ configFile: false, logLevel: 'error', build: { write: false, lib } });
  const [first] = Array.isArray(built) ? built : [built];
  if (!first || !('output' in first)) throw new Error('nothing was built');
  return first.output[0].code;
}

/** Opens the store in the page, `extraSteps` versions ahead of today's, and leaves it there for `run`. */
function open(page: Page, extraSteps = 0): Promise<boolean> {
  return page.evaluate(async (extra) => {
    const { openIndexedStore } = await import('/store.js' as string);
    // The first step has been taken by then: only what comes on top is run.
    const indexed = (nth: number) => (_database: unknown, transaction: any) =>
      transaction.objectStore('commands').createIndex(`extra ${nth}`, 'lane');
    const steps = [() => undefined, ...Array.from({ length: extra }, (_none, nth) => indexed(nth))];
    (window as any).store = extra > 0 ? openIndexedStore(steps) : openIndexedStore();
    return (window as any).store !== undefined;
  }, extraSteps);
}

const write = (page: Page, ...changes: unknown[]) =>
  page.evaluate((all) => (window as any).store.write(all), changes) as Promise<string>;
const read = (page: Page) => page.evaluate(() => (window as any).store.read()) as Promise<any>;
const keep = (key: string) => ({ kind: 'keep', entry: buildEntry(key) });
const keysIn = async (page: Page) => (await read(page)).map((row: any) => row.value.key);

test('[OBX3] a write is strict, and done when the transaction is complete', async ({ tab }) => {
  const page = await tab();
  await page.evaluate(() => {
    const said: string[] = [];
    (window as any).said = said;
    const begin = IDBDatabase.prototype.transaction;
    IDBDatabase.prototype.transaction = function (stores, mode, options) {
      const transaction = begin.call(this, stores, mode, options);
      said.push(`${mode} ${options?.durability}`);
      transaction.addEventListener('complete', () => said.push('complete'));
      return transaction;
    };
  });
  await open(page);
  expect(await write(page, keep('k1'))).toBe('done');
  expect(await page.evaluate(() => (window as any).said)).toEqual(['readwrite strict', 'complete']);
});

test('[OBX2] rows come back oldest first, each key once, changed and removed by key', async ({ tab }) => {
  const page = await tab();
  await open(page);
  expect(await read(page)).toEqual([]);
  expect(await write(page, keep('k1'), keep('k2'), keep('k1'))).toBe('done');
  expect(await write(page, keep('k2'), keep('k3'))).toBe('done');
  const other = await tab();
  await open(other);
  expect(await keysIn(other)).toEqual(['k1', 'k2', 'k3']);
  const gone = { kind: 'forget', key: 'nobody' };
  const refused = { kind: 'refuse', key: 'k2', objection: no };
  expect(await write(other, gone, { kind: 'forget', key: 'k1' }, refused, { ...refused, key: 'nobody' })).toBe('done');
  expect((await read(page)).map((row: any) => row.value)).toEqual([
    buildEntry('k2', { objection: no }),
    buildEntry('k3'),
  ]);
  const [{ n }] = await read(page);
  expect(await write(page, { kind: 'drop', n })).toBe('done');
  expect(await keysIn(page)).toEqual(['k3']);
});

test('[OBX3] a key that is kept and refused in one write is both', async ({ tab }) => {
  const page = await tab();
  await open(page);
  expect(await write(page, keep('k1'), { kind: 'refuse', key: 'k1', objection: no })).toBe('done');
  expect((await read(page))[0].value).toEqual(buildEntry('k1', { objection: no }));
});

test('[OBX8] a newer page upgrades it, with what is in it; the older one lets go and says why it keeps nothing', async ({
  tab,
}) => {
  const older = await tab();
  await open(older);
  await write(older, keep('k1'), keep('k2'));
  const newer = await tab();
  await open(newer, 1);
  expect(await write(newer, keep('k3'))).toBe('done');
  expect(await keysIn(newer)).toEqual(['k1', 'k2', 'k3']);
  expect(await write(older, keep('k4'))).toBe('newer');
  expect(await read(older)).toBe('newer');
  await newer.reload();
  await open(newer, 2);
  expect(await keysIn(newer)).toEqual(['k1', 'k2', 'k3']);
});

test('[OBX8] an older page that does not let go is named; when it goes, the same store works', async ({ tab }) => {
  const older = await tab();
  await open(older);
  await write(older, keep('k1'));
  await older.evaluate(
    () =>
      new Promise<void>((resolve) => {
        const opening = indexedDB.open('kitchen-pass');
        opening.onsuccess = () => {
          (window as any).held = opening.result;
          resolve();
        };
      }),
  );
  const newer = await tab();
  await open(newer, 1);
  expect(await write(newer, keep('k2'))).toBe('blocked');
  const patient = write(newer, keep('k3'));
  await older.evaluate(() => (window as any).held.close());
  expect(await patient).toBe('done');
  expect(await keysIn(newer)).toEqual(['k1', 'k3']);
});

const cdpOf = (page: Page): Promise<CDPSession> => page.context().newCDPSession(page);

test('[OBX8] a database that the browser has closed and emptied is opened again', async ({ tab }) => {
  const page = await tab();
  await open(page);
  await write(page, keep('k1'));
  const cdp = await cdpOf(page);
  await cdp.send('Storage.clearDataForOrigin', { origin, storageTypes: 'indexeddb' });
  await expect.poll(() => write(page, keep('k2'))).toBe('done');
  await expect.poll(() => keysIn(page)).toEqual(['k2']);
});

test('[OBX7] a full device says so, and takes everything once there is room', async ({ tab }) => {
  const page = await tab();
  // From the beginning: for half a minute the browser trusts what room it has seen.
  const cdp = await cdpOf(page);
  await cdp.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 1 });
  await open(page);
  expect(await write(page, keep('k1'))).toBe('full');
  expect(await read(page)).toEqual([]);
  await cdp.send('Storage.overrideQuotaForOrigin', { origin });
  expect(await write(page, keep('k1'), keep('k2'))).toBe('done');
  expect(await keysIn(page)).toEqual(['k1', 'k2']);
});

for (const [name, outcome] of [
  ['SecurityError', 'missing'],
  ['UnknownError', 'broken'],
] as const) {
  test(`[OBX7] a browser that answers ${name} is called ${outcome}, and asked again`, async ({ tab }) => {
    const page = await tab();
    await page.evaluate((error) => {
      const open = IDBFactory.prototype.open;
      IDBFactory.prototype.open = () => {
        throw new DOMException('no', error);
      };
      (window as any).relent = () => {
        IDBFactory.prototype.open = open;
      };
    }, name);
    await open(page);
    expect(await read(page)).toBe(outcome);
    expect(await write(page, keep('k1'))).toBe(outcome);
    await page.evaluate(() => (window as any).relent());
    expect(await write(page, keep('k1'))).toBe('done');
  });
}

for (const [what, descriptor] of [
  ['there is no storage', '({ value: undefined })'],
  ['storage is denied', '({ get: () => { throw new DOMException("denied", "SecurityError"); } })'],
] as const) {
  test(`[OBX7] where ${what} there is no store`, async ({ tab }) => {
    const page = await tab();
    await page.evaluate(`void Object.defineProperty(window, 'indexedDB', ${descriptor})`);
    expect(await open(page)).toBe(false);
  });
}
