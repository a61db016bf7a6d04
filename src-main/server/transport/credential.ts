import type { IncomingHttpHeaders } from 'node:http';
import { parseCookie, stringifySetCookie } from 'cookie';

/** Our own pages send it by themselves; scripts cannot read it. */
export const sessionCookie = 'kitchen_pass_session';

/** Cookie of our pages, or `Authorization: Bearer` of machines, which wins when both are there. */
export function credentialOf(headers: IncomingHttpHeaders): string | undefined {
  const bearer = /^Bearer ([\w.~+/-]{1,4096}=*)$/i.exec(headers.authorization ?? '');
  if (bearer) return bearer[1];
  return headers.cookie ? parseCookie(headers.cookie)[sessionCookie] : undefined;
}

/** Streams also take `?token=`, for clients that can set no header; it is never logged ([AUT4]). */
export function streamCredentialOf(headers: IncomingHttpHeaders, query: URLSearchParams): string | undefined {
  return credentialOf(headers) ?? query.get('token') ?? undefined;
}

/** httpOnly and strict: no script can read it, no other site's page can make a browser send it. */
export function cookieHeader(token: string, maxAgeS: number): string {
  return stringifySetCookie({
    name: sessionCookie,
    value: token,
    path: '/',
    httpOnly: true,
    sameSite: 'strict',
    maxAge: maxAgeS,
  });
}
