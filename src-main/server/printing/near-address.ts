import { lookup } from 'node:dns/promises';
import { BlockList, isIP, isIPv4 } from 'node:net';

/**
 * Addresses of the house: private, link-local and this machine. A slip is text that people write; a manager, or whoever
 * has a manager's password, must not have the kitchen computer send it anywhere else ([PRT2]).
 */
const near = new BlockList();
near.addSubnet('127.0.0.0', 8);
near.addSubnet('10.0.0.0', 8);
near.addSubnet('172.16.0.0', 12);
near.addSubnet('192.168.0.0', 16);
near.addSubnet('169.254.0.0', 16);
near.addAddress('::1', 'ipv6');
near.addSubnet('fc00::', 7, 'ipv6');
near.addSubnet('fe80::', 10, 'ipv6');

/** An IPv4 address in the clothes of an IPv6 one is looked at as what it is. */
function isNear(address: string): boolean {
  const plain = address.toLowerCase().replace(/^::ffff:(?=\d+\.\d+\.\d+\.\d+$)/, '');
  return near.check(plain, isIPv4(plain) ? 'ipv4' : 'ipv6');
}

/** An address in figures that no printer of the house has; of a name that is known only when it is looked up. */
export const isForeign = (host: string): boolean => isIP(host) !== 0 && !isNear(host);

/**
 * Where to connect to. A name is looked up each time, and what it stands for is what is connected to, so that it
 * cannot mean another place in between.
 */
export async function nearAddressOf(host: string): Promise<string | 'unknown-name' | 'foreign'> {
  if (isIP(host) !== 0) return isNear(host) ? host : 'foreign';
  const found = await lookup(host, { all: true }).catch(() => []);
  if (found.length === 0) return 'unknown-name';
  return found.find(({ address }) => isNear(address))?.address ?? 'foreign';
}
