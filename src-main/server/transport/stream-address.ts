import type { IncomingMessage } from 'node:http';
import { apiRoot, canonicalUrl } from './address.ts';
import { streamCredentialsOf } from './credential.ts';
import { parseStreamQuery, type StreamQuery } from './stream-query.ts';
import type { StreamTarget } from './stream-target.ts';

/** What an upgrade asks for. */
export type StreamAddress = {
  readonly target: StreamTarget;
  readonly query: StreamQuery;
  readonly tokens: readonly string[];
};

/** `undefined`: nothing can be followed at this address. Whether an id is one is told after the upgrade. */
export function streamAddressOf({ url, headers }: IncomingMessage): StreamAddress | undefined {
  const whole = `http://kitchen-pass${canonicalUrl(url ?? '/')}`;
  if (!URL.canParse(whole)) return undefined;
  const { pathname, searchParams } = new URL(whole);
  const target = targetAt(pathname);
  return (
    target && { target, query: parseStreamQuery(searchParams), tokens: streamCredentialsOf(headers, searchParams) }
  );
}

function targetAt(pathname: string): StreamTarget | undefined {
  const path = pathname.startsWith(`${apiRoot}/ws/`) ? pathname.slice(`${apiRoot}/ws/`.length) : '';
  if (path === 'products') return { kind: 'menu' };
  if (path === 'ready') return { kind: 'ready' };
  const id = /^orders\/([^/]+)$/.exec(path)?.[1];
  if (id === undefined) return undefined;
  return id === 'live' ? { kind: 'everything' } : { kind: 'one', id };
}
