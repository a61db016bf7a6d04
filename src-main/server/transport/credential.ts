import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import { type Cookies, parseCookie, stringifySetCookie } from 'cookie';
import type { FastifyReply } from 'fastify';
import { isForeign } from './origin.ts';

/** Our own pages send them by themselves; scripts cannot read them. The device's stays when a person signs out. */
export const sessionCookie = 'kitchen_pass_session';
const deviceCookie = 'kitchen_pass_device';

/** `Authorization: Bearer` of machines, else the cookies of our pages: the person before the device. */
export function credentialsOf(request: IncomingMessage): readonly string[] {
  const bearer = bearerOf(request.headers);
  return bearer === undefined ? tokensInCookies(request) : [bearer];
}

/** Streams also take `?token=`, for clients that can set no header; it is never logged ([AUT4]). What was said on purpose wins. */
export function streamCredentialsOf(request: IncomingMessage, query: URLSearchParams): readonly string[] {
  const said = bearerOf(request.headers) ?? query.get('token');
  return said === null ? tokensInCookies(request) : [said];
}

function bearerOf({ authorization }: IncomingHttpHeaders): string | undefined {
  return /^Bearer ([\w.~+/-]{1,4096}=*)$/i.exec(authorization ?? '')?.[1];
}

/** What a browser has brought of its own accord. */
export function tokensInCookies(request: IncomingMessage): readonly string[] {
  const cookies = cookiesOf(request);
  return [cookies[sessionCookie], cookies[deviceCookie]].filter((token) => token !== undefined);
}

/**
 * Of our own pages only. Browsers send them also for pages of this computer's other ports, be they allowed to come here
 * or not, and such a page would act as whoever is signed in ([ORG2]).
 */
function cookiesOf(request: IncomingMessage): Cookies {
  const { cookie } = request.headers;
  return cookie === undefined || isForeign(request, []) ? {} : parseCookie(cookie);
}

/** httpOnly and strict: no script can read it, no other site's page can make a browser send it. */
export const setSession = (reply: FastifyReply, token: string, maxAgeS: number): FastifyReply =>
  setCookie(reply, sessionCookie, token, maxAgeS);

/** Browsers keep nothing for longer than 400 days; it is set anew whenever the page asks who it is. */
export const setDevice = (reply: FastifyReply, token: string): FastifyReply =>
  setCookie(reply, deviceCookie, token, 400 * 24 * 3600);

/** What a paired device's page has sent. */
export const deviceTokenIn = (request: IncomingMessage): string | undefined => cookiesOf(request)[deviceCookie];

/** Where the connection is encrypted it is never sent over one that is not. */
function setCookie(reply: FastifyReply, name: string, value: string, maxAge: number): FastifyReply {
  const secure = reply.request.protocol === 'https';
  const kept = { path: '/', httpOnly: true, sameSite: 'strict', maxAge, secure } as const;
  return reply.header('set-cookie', stringifySetCookie({ name, value, ...kept }));
}
