import { networkInterfaces } from 'node:os';
import type { Clock } from '../ports.ts';
import { plainHost } from './host-name.ts';

/** Asking the system takes a tenth of a millisecond; a stranger who invents addresses must not make us do only that. */
const askedEveryMs = 1000;

/** Whether it is an address of this computer. `at`: the one that the connection came to. */
export type IsOwnAddress = (address: string, at: string | undefined) => boolean;

/**
 * Addresses change when the Wi-Fi does. The one that somebody has just reached us at is ours without asking; only for
 * others, which a program in between may have been asked for, the system is asked.
 */
export function createOwnAddresses(clock: Clock): IsOwnAddress {
  let known: ReadonlySet<string> = new Set();
  let askedAtMs = Number.NEGATIVE_INFINITY;

  function askAgain(): void {
    const nowMs = clock.nowMs();
    // A clock that was set back must not keep us from asking for hours.
    if (nowMs >= askedAtMs && nowMs - askedAtMs < askedEveryMs) return;
    askedAtMs = nowMs;
    known = addressesNow() ?? known;
  }

  return (address, at) => {
    if (at !== undefined && plainHost(at) === address) return true;
    askAgain();
    return known.has(address);
  };
}

function addressesNow(): ReadonlySet<string> | undefined {
  try {
    const all = Object.values(networkInterfaces()).flatMap((addresses) => addresses ?? []);
    return new Set(all.map(({ address }) => plainHost(address)));
  } catch {
    // A system may refuse to tell; the address that somebody came by is known without it.
    return undefined;
  }
}
