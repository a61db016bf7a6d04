import type { IncomingHttpHeaders } from 'node:http';
import { parseCookie, stringifySetCookie } from 'cookie';
import type { FastifyReply } from 'fastify';

/** Our own pages send them by themselves; scripts cannot read them. The device's stays when a person signs out. */
export const sessionCookie = 'kitchen_pass_session';
const deviceCookie = 'kitchen_pass_device';

/** `Authorization: Bearer` of machines, else the cookies of our pages: the person before the device. */
export function credentialsOf(headers: IncomingHttpHeaders): readonly string[] {
  const bearer = bearerOf(headers);
  return bearer === undefined ? cookiesOf(headers) : [bearer];
}

/** Streams also take `?token=`, for clients that can set no header; it is never logged ([AUT4]). What was said on purpose wins. */
export function streamCredentialsOf(headers: IncomingHttpHeaders, query: URLSearchParams): readonly string[] {
  const said = bearerOf(headers) ?? query.get('token');
  return said === null ? cookiesOf(headers) : [said];
}

function bearerOf({ authorization }: IncomingHttpHeaders): string | undefined {
  return /^Bearer ([\w.~+/-]{1,4096}=*)$/i.exec(authorization ?? '')?.[1];
}

function cookiesOf({ cookie }: IncomingHttpHeaders): readonly string[] {
  if (!cookie) return [];
  const cookies = parseCookie(cookie);
  return [cookies[sessionCookie], cookies[deviceCookie]].filter((token) => token !== undefined);
}

/** httpOnly and strict: no script can read it, no other site's page can make a browser send it. */
export const setSession = (reply: FastifyReply, token: string, maxAgeS: number): FastifyReply =>
  setCookie(reply, sessionCookie, token, maxAgeS);

/** Browsers keep nothing for longer than 400 days; it is set anew whenever the page asks who it is. */
export const setDevice = (reply: FastifyReply, token: string): FastifyReply =>
  setCookie(reply, deviceCookie, token, 400 * 24 * 3600);

/** What a paired device's page has sent. */
export const deviceTokenIn = ({ cookie }: IncomingHttpHeaders): string | undefined =>
  cookie ? parseCookie(cookie)[deviceCookie] : undefined;

/** Where the connection is encrypted it is never sent over one that is not. */
function setCookie(reply: FastifyReply, name: string, value: string, maxAge: number): FastifyReply {
  const secure = reply.request.protocol === 'https';
  const kept = { path: '/', httpOnly: true, sameSite: 'strict', maxAge, secure } as const;
  return reply.header('set-cookie', stringifySetCookie({ name, value, ...kept }));
}
