import { app, safeStorage } from 'electron';
import type { KeySafe } from '../server/auth/signing-key.ts';

/**
 * The system's store of secrets; `undefined` where there is none that opens by itself. On Linux it is locked until
 * somebody types a password: after a start without one every device would have to be paired anew ([KEP1]).
 */
export async function openKeySafe(): Promise<KeySafe | undefined> {
  if (process.platform === 'linux') return undefined;
  await app.whenReady();
  let asked: Promise<boolean> | undefined;

  /** One question at a time, since the answer may take as long as a person does; a no is not for ever. */
  async function isThere(): Promise<boolean> {
    asked ??= safeStorage.isAsyncEncryptionAvailable().catch(() => false);
    const is = await asked;
    if (!is) asked = undefined;
    return is;
  }

  return {
    seal: async (text) => {
      if (await isThere()) return safeStorage.encryptStringAsync(text);
      throw new Error('there is no store of secrets');
    },
    open: async (sealed) => ((await isThere()) ? (await safeStorage.decryptStringAsync(sealed)).result : undefined),
  };
}
