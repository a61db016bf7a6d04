import { isIP } from 'node:net';

const mostChars = 260;
const shape = /^(?:\[([\da-f:.]+)\]|([a-z\d](?:[\w.-]*\w)?)\.?)(?::(\d{1,5}))?$/i;

/** The name or address in what a Host header, or an absolute address, says; `undefined` when there is none. */
export function hostIn(sent: string): string | undefined {
  const [, six, name, port = '0'] = (sent.length <= mostChars && shape.exec(sent)) || [];
  if (Number(port) > 65_535) return undefined;
  if (six !== undefined) return isIP(six) === 6 ? plainHost(six) : undefined;
  return name === undefined ? undefined : plainHost(name);
}

/** The one form of all ways to write it: small letters, IPv6 at its shortest, and as IPv4 where it stands for one. */
export function plainHost(host: string): string {
  const [bare = ''] = host.toLowerCase().split('%', 1);
  if (isIP(bare) !== 6) return bare;
  const short = new URL(`http://[${bare}]`).hostname.slice(1, -1);
  const [, high, low] = /^::ffff:([\da-f]{1,4}):([\da-f]{1,4})$/.exec(short) ?? [];
  if (high === undefined || low === undefined) return short;
  return [high, low].flatMap((part) => [Number.parseInt(part, 16) >> 8, Number.parseInt(part, 16) & 255]).join('.');
}

/** As it stands in an address: IPv6 in brackets. */
export const inUrl = (host: string): string => (host.includes(':') ? `[${host}]` : host);

export const isLoopback = (host: string): boolean => host === '::1' || (isIP(host) === 4 && host.startsWith('127.'));
