/** The one place where an API address has its canonical form. */
export const apiRoot = '/api/v1';

/**
 * `/api/orders`, `/ws/…`, `/metrics` and their like, and a trailing slash, are other ways to write `/api/v1/…`
 * ([ADR1]). Works on the raw URL and leaves the query as it is.
 */
export function canonicalUrl(url: string): string {
  const end = url.indexOf('?');
  const path = end < 0 ? url : url.slice(0, end);
  return canonicalPath(path) + (end < 0 ? '' : url.slice(end));
}

function canonicalPath(path: string): string {
  const plain = path.length > 2 && path.endsWith('/') ? path.slice(0, -1) : path;
  if (/^\/api\/v1(\/|$)/.test(plain)) return plain;
  if (/^\/api(\/|$)/.test(plain)) return apiRoot + plain.slice('/api'.length);
  return /^\/(ws|events|sync|metrics|healthz)(\/|$)/.test(plain) ? apiRoot + plain : plain;
}
