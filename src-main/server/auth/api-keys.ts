import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { AppError } from '#shared/errors/app-error.ts';
import type { ApiKey, KeyStore } from '../people-ports.ts';
import type { Caller, Clock } from '../ports.ts';

/** `kp_<id>_<secret>`: the id finds the row, the secret proves it. */
const form = /^kp_([0-9a-f]{16})_([\w-]{43})$/;

export type NewKey = { readonly key: ApiKey; readonly token: string };

/** What programs sign in with ([APK1]). */
export interface ApiKeys {
  list(caller: Caller): readonly ApiKey[];
  /** The token is in the answer, and nowhere else ever again. */
  make(caller: Caller, name: string): NewKey;
  /** A new secret under the same name; the old one ends at once. Throws `key_not_found`. */
  renew(caller: Caller, id: string): NewKey;
  /** Throws `key_not_found`. */
  revoke(caller: Caller, id: string): void;
  callerOf(token: string): Caller | undefined;
  isGood(jti: string): boolean;
}

export const isApiKey = (token: string): boolean => form.test(token);

/** Written down at most so often: a POS asks many times a second. */
const usedEveryMs = 60_000;

export function createApiKeys(store: KeyStore, clock: Clock): ApiKeys {
  function own(caller: Caller, id: string): ApiKey {
    const key = store.key(id);
    if (key?.restaurantId !== caller.restaurantId) throw new AppError('key_not_found');
    return key;
  }

  function saved(key: Omit<ApiKey, 'secretHash'>): NewKey {
    const secret = randomBytes(32).toString('base64url');
    const made = { ...key, secretHash: hashOf(secret).toString('hex') };
    store.save(made);
    return { key: made, token: `kp_${key.id}_${secret}` };
  }

  function use(key: ApiKey): void {
    if (clock.nowMs() - (key.usedAtMs ?? 0) >= usedEveryMs) store.used(key.id, clock.nowMs());
  }

  return {
    list: ({ restaurantId }) => store.keysOf(restaurantId),
    make: (caller, name) =>
      saved({
        id: randomBytes(8).toString('hex'),
        restaurantId: caller.restaurantId,
        name,
        madeAtMs: clock.nowMs(),
        madeBy: caller.userId,
        usedAtMs: null,
      }),
    renew: (caller, id) => saved(own(caller, id)),
    revoke: (caller, id) => store.revoke(own(caller, id).id, clock.nowMs()),
    callerOf: (token) => {
      const [, id = '', secret = ''] = form.exec(token) ?? [];
      const key = store.key(id);
      if (!key || !timingSafeEqual(hashOf(secret), Buffer.from(key.secretHash, 'hex'))) return undefined;
      use(key);
      return keyAsCaller(key);
    },
    isGood: (jti) => {
      const key = store.key(jti.slice('key:'.length).split('/', 1)[0] ?? '');
      return key !== undefined && keyAsCaller(key).jti === jti;
    },
  };
}

const hashOf = (secret: string) => createHash('sha256').update(secret).digest();

function keyAsCaller({ id, restaurantId, name, secretHash }: ApiKey): Caller {
  const subject = `key:${id}`;
  // With a part of the hash, so that what an old secret has opened ends with it.
  const jti = `${subject}/${secretHash.slice(0, 16)}`;
  return { restaurantId, userId: subject, subject, role: 'service', displayName: name, jti, deviceId: undefined };
}
