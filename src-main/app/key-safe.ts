import { app, safeStorage } from 'electron';
import type { KeySafe } from '../server/auth/signing-key.ts';

/**
 * The system's store of secrets; `undefined` where there is none that opens by itself. On Linux it is locked until
 * somebody types a password: after a start without one every device would have to be paired anew ([KEP1]).
 */
export async function openKeySafe(): Promise<KeySafe | undefined> {
  if (process.platform === 'linux') return undefined;
  await app.whenReady();
  // Asked once, and not waited for here: the first answer may take as long as a person does.
  const isThere = safeStorage.isAsyncEncryptionAvailable().catch(() => false);
  return {
    seal: async (text) => {
      if (await isThere) return safeStorage.encryptStringAsync(text);
      throw new Error('there is no store of secrets');
    },
    open: async (sealed) => ((await isThere) ? (await safeStorage.decryptStringAsync(sealed)).result : undefined),
  };
}
