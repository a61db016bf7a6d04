import { closeAccountIn, keepOrderIn, type RegisteredOut, registerIn } from '#shared/protocol/account-requests.ts';
import type { GuestAccounts } from '../../auth/guest-accounts.ts';
import type { Sessions } from '../../auth/sessions.ts';
import { apiRoot } from '../address.ts';
import { setSession } from '../credential.ts';
import { callerIn } from '../guard.ts';
import { loginOut, placeOf } from './auth-routes.ts';
import type { Door } from './door.ts';

/** Guests' own accounts ([GST8], [GST9]); who signs in, changes a password or signs out does so as everybody. */
export function accountRoutes(app: Door, accounts: GuestAccounts, sessions: Sessions): void {
  const config = { access: 'account.use', scope: 'own' } as const;

  app.get(`${apiRoot}/account`, { config: { access: 'open' } }, async () => ({ open: accounts.isOpen() }));

  app.post(
    `${apiRoot}/auth/register`,
    { config: { access: 'open' }, schema: { body: registerIn } },
    async (request, reply) => {
      const { display_name: displayName, password } = request.body;
      const made = await accounts.register({ displayName, password }, await placeOf(request, sessions));
      const answer: RegisteredOut = { ...loginOut(made), username: made.user.username };
      return setSession(reply, made.token, made.expiresInS).code(201).send(answer);
    },
  );

  app.get(`${apiRoot}/account/orders`, { config, exposeHeadRoute: false }, async (request) => ({
    items: accounts.orders(callerIn(request)),
  }));

  app.post(`${apiRoot}/account/orders`, { config, schema: { body: keepOrderIn } }, async (request, reply) => {
    accounts.keep(callerIn(request), request.body.secret);
    return reply.code(204).send();
  });

  app.post(`${apiRoot}/account/close`, { config, schema: { body: closeAccountIn } }, async (request, reply) => {
    await accounts.remove(callerIn(request), request.body.password, await placeOf(request, sessions));
    return setSession(reply, '', 0).code(204).send();
  });
}
