import { z } from 'zod';
import { type UserOut, userIn, userPatch } from '#shared/protocol/people-requests.ts';
import type { Staff } from '../../auth/staff.ts';
import type { User } from '../../people-ports.ts';
import { apiRoot } from '../address.ts';
import { callerIn } from '../guard.ts';
import type { Door } from './door.ts';

/** Who works here: for managers, but for the names that a device offers to change over to. */
export function peopleRoutes(app: Door, staff: Staff): void {
  const config = { access: 'people.manage' } as const;
  const params = z.strictObject({ id: z.string().min(1).max(80) });

  app.get(`${apiRoot}/users`, { config }, async (request) => ({ items: staff.list(callerIn(request)).map(userOut) }));

  app.post(`${apiRoot}/users`, { config, schema: { body: userIn } }, async (request, reply) => {
    const { display_name: displayName, ...person } = request.body;
    return reply.code(201).send(userOut(await staff.add(callerIn(request), { ...person, displayName })));
  });

  app.patch(`${apiRoot}/users/:id`, { config, schema: { params, body: userPatch } }, async (request) => {
    const { display_name: displayName, ...change } = request.body;
    return userOut(await staff.change(callerIn(request), request.params.id, { ...change, displayName }));
  });

  app.delete(`${apiRoot}/users/:id`, { config, schema: { params } }, async (request, reply) => {
    staff.remove(callerIn(request), request.params.id);
    return reply.code(204).send();
  });

  app.get(`${apiRoot}/auth/people`, { config: { access: 'session.change', scope: 'own' } }, async (request) => {
    const caller = callerIn(request);
    // Names of the staff are for the restaurant's own devices.
    const people = caller.deviceId === undefined ? [] : staff.list(caller).filter(({ pinHash }) => pinHash !== '');
    return { items: people.map(({ id, displayName }) => ({ id, display_name: displayName })) };
  });
}

const userOut = (user: User): UserOut => ({
  id: user.id,
  username: user.username,
  display_name: user.displayName,
  role: user.role,
  has_password: user.passwordHash !== '',
  has_pin: user.pinHash !== '',
});
