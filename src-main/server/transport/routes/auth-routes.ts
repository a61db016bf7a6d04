import type { FastifyReply, FastifyRequest } from 'fastify';
import { AppError } from '#shared/errors/app-error.ts';
import { type LoginOut, loginIn, passwordIn } from '#shared/protocol/auth-requests.ts';
import { pinIn } from '#shared/protocol/people-requests.ts';
import type { Place, SignedIn } from '../../auth/entrance.ts';
import type { Sessions } from '../../auth/sessions.ts';
import { apiRoot } from '../address.ts';
import { deviceTokenIn, setDevice, setSession } from '../credential.ts';
import { callerIn, isPutOff } from '../guard.ts';
import type { RouteDeps } from './all-routes.ts';
import type { Door } from './door.ts';

type AuthDeps = Pick<RouteDeps, 'sessions' | 'entrance' | 'people' | 'restaurantName'>;

/** Coming in, going out, and who one is. */
export function authRoutes(app: Door, { sessions, entrance, people, restaurantName }: AuthDeps): void {
  app.register(async (form: Door) => {
    form.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string' }, (_request, body, done) => {
      const fields = new URLSearchParams(String(body));
      done(fieldSaidTwice(fields) ?? null, Object.fromEntries(fields));
    });
    form.post(
      `${apiRoot}/auth/login`,
      { config: { access: 'open' }, schema: { body: loginIn } },
      async (request, reply) => {
        const { username, password } = request.body;
        return letIn(reply, await entrance.byPassword(username, password, await placeOf(request, sessions)));
      },
    );
  });

  app.get(`${apiRoot}/auth/me`, { config: { access: 'session.use', scope: 'own' } }, async (request, reply) => {
    const caller = callerIn(request);
    const deviceToken = deviceTokenIn(request.raw);
    const device = deviceToken === undefined ? undefined : await sessions.callerOf(deviceToken);
    if (deviceToken !== undefined && device) setDevice(reply, deviceToken);
    return {
      user_id: caller.userId,
      username: people.user(caller.userId)?.username,
      display_name: caller.displayName,
      role: caller.role,
      restaurant_id: caller.restaurantId,
      restaurant_name: restaurantName(caller.restaurantId),
      device_id: caller.deviceId ?? null,
      paired_as: device?.displayName ?? null,
      password_is_temporary: people.user(caller.userId)?.passwordIsTemporary ?? false,
    };
  });

  const byPin = { config: { access: 'session.change', scope: 'own' }, schema: { body: pinIn } } as const;
  app.post(`${apiRoot}/auth/pin`, byPin, async (request, reply) => {
    const { user_id: userId, pin } = request.body;
    return letIn(reply, await entrance.byPin(callerIn(request), userId, pin, request.ip));
  });

  app.post(`${apiRoot}/auth/logout`, { config: { access: 'session.use', scope: 'own' } }, async (request, reply) => {
    sessions.signOut(callerIn(request));
    return setSession(reply, '', 0).code(204).send();
  });

  const changing = { body: passwordIn };
  app.post(
    `${apiRoot}/auth/password`,
    { config: { access: 'session.use', scope: 'own' }, schema: changing },
    async (request, reply) => {
      const { current_password: current, new_password: next } = request.body;
      await entrance.changePassword(callerIn(request), current, next, request.ip);
      return reply.code(204).send();
    },
  );
}

/** Which of the two is meant, and which was looked at by whoever stands in between, nobody knows ([INP3]). */
function fieldSaidTwice(fields: URLSearchParams): AppError | undefined {
  const path = [...fields.keys()].find((name) => fields.getAll(name).length > 1)?.slice(0, 100);
  const reason = 'stands there more than once';
  return path === undefined ? undefined : new AppError('invalid', `${path}: ${reason}`, [{ path, reason }]);
}

/** Of which device this is a page, its cookie says, whoever is signed in on it. */
export async function placeOf({ ip, caller, raw }: FastifyRequest, sessions: Sessions): Promise<Place> {
  const token = deviceTokenIn(raw);
  const device = token === undefined ? caller : await sessions.callerOf(token).catch(nobodyYet);
  return { address: ip, deviceId: device?.deviceId };
}

/** Whoever signs in does not wait until the key of earlier tokens is there ([KEP1]). */
function nobodyYet(error: unknown): undefined {
  if (!isPutOff(error)) throw error;
}

function letIn(reply: FastifyReply, signedIn: SignedIn): FastifyReply {
  const { token, expiresInS } = signedIn;
  return setSession(reply, token, expiresInS).header('cache-control', 'no-store').send(loginOut(signedIn));
}

export function loginOut({ token, user, expiresInS }: SignedIn): LoginOut {
  return {
    access_token: token,
    token_type: 'bearer',
    expires_in: expiresInS,
    user_id: user.id,
    role: user.role,
    restaurant_id: user.restaurantId,
    password_is_temporary: user.passwordIsTemporary,
  };
}
