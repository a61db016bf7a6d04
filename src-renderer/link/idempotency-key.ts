/**
 * 128 random bits as hex. `crypto.randomUUID` is missing on pages that came by plain HTTP, which is how tablets reach
 * the kitchen's computer; `getRandomValues` is there always.
 */
export function createKey(source: Pick<Crypto, 'getRandomValues'>): string {
  const bytes = source.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
