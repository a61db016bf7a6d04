import { AppError } from '#shared/errors/app-error.ts';
import type { SigningKey } from './signing-key.ts';

/** The keys that what was signed here may be signed with ([KEP1]). */
export interface KeyRing {
  /** The newest first: that one signs. */
  all(): readonly [Uint8Array, ...Uint8Array[]];
  /** Throws `busy` while one is still to come: what none of these fits may yet be good. */
  mustBeWhole(): void;
}

/** A store of secrets that needs longer waits for a person, and so may a tablet that signs in anew. */
const usualLateMs = 60_000;

export function createKeyRing({ key, late }: SigningKey, longestLateMs = usualLateMs): KeyRing {
  let keys: readonly [Uint8Array, ...Uint8Array[]] = [key];
  let isLate = late !== undefined;
  const waitNoMore = () => {
    isLate = false;
  };
  if (late) setTimeout(waitNoMore, longestLateMs).unref();
  void late?.then((found) => {
    if (found) keys = [found, ...keys];
    waitNoMore();
  });
  return {
    all: () => keys,
    mustBeWhole: () => {
      if (isLate) throw new AppError('busy', 'The kitchen computer does not have its key yet.');
    },
  };
}
