import type { IncomingMessage } from 'node:http';
import { isIP } from 'node:net';
import { hostname } from 'node:os';
import type { Clock } from '../ports.ts';
import { hostIn, isLoopback, plainHost } from './host-name.ts';
import { createOwnAddresses } from './own-addresses.ts';

/** What this computer is called on every network it is on. */
const kitchenName = 'kitchen-pass.local';

export type HostNames = {
  /** The address to listen on, as it was set. */
  readonly host: string;
  /** What else people call this computer, without a port. */
  readonly allowedHosts: readonly string[];
};

/** `malformed`: none, several, or nothing that could be one. */
export type HostVerdict = 'ours' | 'malformed' | 'wrong_host';

/** By what names this computer answers. */
export interface HostList {
  /** Never throws, whatever was sent. */
  verdictOn(request: IncomingMessage): HostVerdict;
}

/**
 * A page of a stranger whose name suddenly leads here (DNS rebinding) counts as our own in a browser; what gives it away
 * is the name it asks for. So only names that nobody outside can own, and addresses of ours, are answered ([HST1]).
 * The port does not matter: whoever forwards one to us changes it.
 */
export function createHostList({ host, allowedHosts }: HostNames, clock: Clock): HostList {
  const known = new Set([kitchenName, 'localhost', ...namesOfMachine(), ...[host, ...allowedHosts].map(plainHost)]);
  const isOwnAddress = createOwnAddresses(clock);

  function verdictOnName(sent: string, at: string | undefined): HostVerdict {
    const name = hostIn(sent);
    if (name === undefined) return 'malformed';
    if (known.has(name)) return 'ours';
    return isIP(name) > 0 && (isLoopback(name) || isOwnAddress(name, at)) ? 'ours' : 'wrong_host';
  }

  return {
    verdictOn: (request) => {
      const at = request.socket.localAddress;
      const [first, ...more] = hostsIn(request);
      if (first === undefined || more.length > 0) return 'malformed';
      const verdict = verdictOnName(first, at);
      const inTarget = /^https?:\/\/([^/?#]*)/i.exec(request.url ?? '')?.[1];
      return verdict !== 'ours' || inTarget === undefined ? verdict : verdictOnName(inTarget, at);
    },
  };
}

/** Without a dot or under `.local` nobody outside can own it, so whatever DHCP added to it is left out. */
function namesOfMachine(): readonly string[] {
  const [name = ''] = hostname().toLowerCase().split('.', 1);
  return /^[a-z\d][a-z\d-]*$/.test(name) && isIP(name) === 0 ? [name, `${name}.local`] : [];
}

/** Node keeps the first of several and drops the others without a word. */
function hostsIn({ rawHeaders }: IncomingMessage): string[] {
  return rawHeaders.filter((_, at) => at % 2 === 1 && rawHeaders[at - 1]?.toLowerCase() === 'host');
}
