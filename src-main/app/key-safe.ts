import { app, safeStorage } from 'electron';
import type { KeySafe } from '../server/auth/signing-key.ts';

/** A store that waits for somebody's password must not keep the kitchen from starting. */
const longestMs = 5000;

/**
 * The system's store of secrets; `undefined` where there is none that opens by itself. On Linux it is locked until
 * somebody types a password: after a start without one every device would have to be paired anew ([KEP1]).
 */
export async function openKeySafe(): Promise<KeySafe | undefined> {
  if (process.platform === 'linux') return undefined;
  await app.whenReady();
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
