import { afterEach, beforeEach, expect, test, vi } from 'vitest';

const store = vi.hoisted(() => ({ is: true, asked: 0 }));
vi.mock('electron', () => ({
  app: { whenReady: async () => undefined },
  safeStorage: {
    isAsyncEncryptionAvailable: async () => {
      store.asked++;
      return store.is;
    },
    encryptStringAsync: async (text: string) => Buffer.from(`sealed ${text}`),
    decryptStringAsync: async (sealed: Buffer) => ({ result: String(sealed).replace('sealed ', '') }),
  },
}));
const { openKeySafe } = await import('./key-safe.ts');

const { platform } = process;
const on = (name: NodeJS.Platform) => Object.defineProperty(process, 'platform', { value: name });
beforeEach(() => Object.assign(store, { is: true, asked: 0 }));
afterEach(() => on(platform));

test('[KEP1] what is sealed is opened, and a no is asked again (a stand-in: no store of a system that has one can run here)', async () => {
  on('win32');
  const safe = await openKeySafe();
  store.is = false;
  await expect(safe?.seal('key')).rejects.toThrow();
  expect(await safe?.open(Buffer.from('x'))).toBeUndefined();
  store.is = true;
  const sealed = await safe?.seal('key');
  expect(String(sealed)).not.toBe('key');
  expect(await safe?.open(sealed!)).toBe('key');
  // Once it is there it is not asked again.
  expect(store.asked).toBe(3);
});

test('[KEP1] on Linux, where the store waits for a password, there is none', async () => {
  on('linux');
  expect(await openKeySafe()).toBeUndefined();
  expect(store.asked).toBe(0);
});
