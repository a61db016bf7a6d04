import type { AddressInfo } from 'node:net';
import { type NetworkInterfaceInfo, networkInterfaces } from 'node:os';
import { inUrl, isLoopback, plainHost } from './host-name.ts';

type Interfaces = Readonly<Record<string, readonly NetworkInterfaceInfo[] | undefined>>;

/**
 * Where other machines of the network find this server, the likeliest first: `http://192.168.1.5:4480`. None while it
 * listens to its own machine only.
 *
 * @param bound what it listens on, as `server.address()` says
 * @param scheme what it speaks there ([TLS1])
 */
export function networkAddresses(
  bound: AddressInfo | string | null,
  scheme: 'http' | 'https',
  interfaces: Interfaces = networkInterfaces(),
): readonly string[] {
  if (bound === null || typeof bound === 'string' || isLoopback(plainHost(bound.address))) return [];
  const hosts = isEvery(bound.address) ? hostsOf(interfaces) : [inUrl(bound.address)];
  return hosts.map((host) => `${scheme}://${host}:${bound.port}`);
}

const isEvery = (address: string) => address === '0.0.0.0' || address === '::';

/** A home's or a restaurant's router gives out the first; containers and virtual machines often have the last. */
const likely: readonly RegExp[] = [/^192\.168\./, /^10\./, /^172\./];

function hostsOf(interfaces: Interfaces): readonly string[] {
  const all = Object.values(interfaces).flatMap((list) => list ?? []);
  const hosts = all.filter(({ family, internal }) => family === 'IPv4' && !internal).map(({ address }) => address);
  return hosts.filter((host) => !host.startsWith('169.254.')).sort((a, b) => rank(a) - rank(b));
}

function rank(host: string): number {
  const at = likely.findIndex((pattern) => pattern.test(host));
  return at < 0 ? likely.length : at;
}
