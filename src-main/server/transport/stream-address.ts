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
export function streamAddressOf(request: IncomingMessage): StreamAddress | undefined {
  const whole = `http://kitchen-pass${canonicalUrl(request.url ?? '/')}`;
  if (!URL.canParse(whole)) return undefined;
  const { pathname, searchParams } = new URL(whole);
  const target = targetAt(pathname);
  return (
    target && { target, query: parseStreamQuery(searchParams), tokens: streamCredentialsOf(request, searchParams) }
  );
}

/** Every WebSocket that there is; a test holds this list to the table of who may what ([PER1]). */
export const socketPaths = {
  everything: '/ws/orders/live',
  menu: '/ws/products',
  ready: '/ws/ready',
  one: '/ws/orders/:id',
} as const satisfies Readonly<Record<StreamTarget['kind'], string>>;

const { one, ...fixed } = socketPaths;

function targetAt(pathname: string): StreamTarget | undefined {
  const path = pathname.startsWith(apiRoot) ? pathname.slice(apiRoot.length) : '';
  for (const kind of ['everything', 'menu', 'ready'] as const) if (path === fixed[kind]) return { kind };
  const id = path.startsWith(beforeId) ? path.slice(beforeId.length) : '';
  return id === '' || id.includes('/') ? undefined : { kind: 'one', id };
}

const beforeId = one.replace(':id', '');
