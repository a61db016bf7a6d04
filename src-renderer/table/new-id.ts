import { createKey } from '../link/idempotency-key.ts';

/** A random UUID (RFC 9562, version 4), where a page that came by plain HTTP has no `crypto.randomUUID`. */
export function createId(source: Pick<Crypto, 'getRandomValues'>): string {
  const hex = createKey(source).replace(/^(.{12}).(.{3})./, '$14$28');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
