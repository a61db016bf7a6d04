import type { IncomingHttpHeaders } from 'node:http';

/**
 * Whether a page of another site sent this. Browsers always name the origin of an upgrade and of a write; programs
 * that are no browser name none, and carry no cookie either ([ORG1]).
 */
export function isForeign(headers: IncomingHttpHeaders, allowed: readonly string[]): boolean {
  const { origin, host } = headers;
  if (origin === undefined || allowed.includes(origin)) return false;
  // What is more than an origin, with a path or a password in it, no browser has sent.
  return !URL.canParse(origin) || new URL(origin).origin !== origin || new URL(origin).host !== host?.toLowerCase();
}
