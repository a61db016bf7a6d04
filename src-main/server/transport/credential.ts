import type { IncomingHttpHeaders } from 'node:http';
import { parseCookie, stringifySetCookie } from 'cookie';

/** Our own pages send it by themselves; scripts cannot read it. */
export const sessionCookie = 'kitchen_pass_session';

/** `Authorization: Bearer` of machines, else the cookie of our pages. */
export function credentialOf(headers: IncomingHttpHeaders): string | undefined {
  return bearerOf(headers) ?? cookieOf(headers);
}

/** Streams also take `?token=`, for clients that can set no header; it is never logged ([AUT4]). What was said on purpose wins. */
export function streamCredentialOf(headers: IncomingHttpHeaders, query: URLSearchParams): string | undefined {
  return bearerOf(headers) ?? query.get('token') ?? cookieOf(headers);
}

function bearerOf({ authorization }: IncomingHttpHeaders): string | undefined {
  return /^Bearer ([\w.~+/-]{1,4096}=*)$/i.exec(authorization ?? '')?.[1];
}

function cookieOf({ cookie }: IncomingHttpHeaders): string | undefined {
  return cookie ? parseCookie(cookie)[sessionCookie] : undefined;
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
