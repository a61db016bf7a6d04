import { app, safeStorage } from 'electron';
import type { KeySafe } from '../server/auth/signing-key.ts';

/** A store that waits for somebody's password must not keep the kitchen from starting. */
const longestMs = 5000;

/** The system's store of secrets; `undefined` where there is none that keeps anything secret. */
export async function openKeySafe(): Promise<KeySafe | undefined> {
  await app.whenReady();
  if (process.platform === 'linux' && safeStorage.getSelectedStorageBackend() === 'basic_text') return undefined;
  const isThere = await within(safeStorage.isAsyncEncryptionAvailable()).catch(() => false);
  if (!isThere) return undefined;
  return {
    seal: (text) => within(safeStorage.encryptStringAsync(text)),
    open: async (sealed) => (await within(safeStorage.decryptStringAsync(sealed))).result,
  };
}

async function within<Value>(asked: Promise<Value>): Promise<Value> {
  let timer: NodeJS.Timeout | undefined;
  const tooLong = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error('the store of secrets does not answer')), longestMs);
  });
  return Promise.race([asked, tooLong]).finally(() => clearTimeout(timer));
}
