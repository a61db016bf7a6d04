import type { IncomingMessage } from 'node:http';
import { TLSSocket } from 'node:tls';

/**
 * Whether a page of another site sent this. Browsers always name the origin of an upgrade and of a write; programs
 * that are no browser name none, and carry no cookie either ([ORG1]). The same name without encryption is another site
 * ([TLS1]).
 */
export function isForeign({ headers, socket }: IncomingMessage, allowed: readonly string[]): boolean {
  const { origin, host } = headers;
  if (origin === undefined || allowed.includes(origin)) return false;
  const own = `${socket instanceof TLSSocket ? 'https' : 'http'}://${host}`;
  // What is more than an origin, with a path or a password in it, no browser has sent.
  return (
    !URL.canParse(origin) || new URL(origin).origin !== origin || !URL.canParse(own) || new URL(own).origin !== origin
  );
}
