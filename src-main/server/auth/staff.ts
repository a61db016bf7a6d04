import type { PersonRole } from '#shared/domain/role.ts';
import { AppError } from '#shared/errors/app-error.ts';
import { type PeopleStore, type Revoked, secretKinds, sessionKinds, type User } from '../people-ports.ts';
import type { Caller, Clock, IdSource } from '../ports.ts';
import { firstManagerId } from './first-manager.ts';
import type { Secrets } from './secrets.ts';
import type { Sessions } from './sessions.ts';

export type NewPerson = {
  readonly username: string;
  readonly displayName: string;
  readonly role: PersonRole;
  readonly password?: string | undefined;
  readonly pin?: string | undefined;
};

export type PersonChange = { readonly [Key in keyof NewPerson]?: NewPerson[Key] | undefined };

/** Who works here, as a manager keeps the list. */
export interface Staff {
  list(caller: Caller): readonly User[];
  /** Throws `username_taken`. */
  add(caller: Caller, person: NewPerson): Promise<User>;
  /**
   * A new role, password or PIN ends what they have opened by it. Throws `user_not_found`, `username_taken`,
   * `first_manager`, and `invalid` for a guest who would come to work here ([STF2]).
   */
  change(caller: Caller, id: string, change: PersonChange): Promise<User>;
  /** The first manager stays: the kitchen computer itself signs in as that one. Throws `user_not_found`, `first_manager`. */
  remove(caller: Caller, id: string): void;
}

export type StaffDeps = {
  readonly people: PeopleStore;
  readonly secrets: Pick<Secrets, 'hash'>;
  readonly sessions: Pick<Sessions, 'isGood'>;
  readonly clock: Clock;
  readonly ids: Pick<IdSource, 'random'>;
};

export function createStaff({ people, secrets: { hash }, sessions, clock, ids }: StaffDeps): Staff {
  function own(caller: Caller, id: string): User {
    const user = people.user(id);
    if (user?.restaurantId !== caller.restaurantId) throw new AppError('user_not_found');
    return user;
  }

  function mustBeFree(username: string, id?: string): void {
    const holder = people.userByName(username);
    if (holder && holder.id !== id) throw new AppError('username_taken');
  }

  async function hashesOf({ password, pin }: Given): Promise<Partial<User>> {
    return {
      ...(password === undefined ? {} : { passwordHash: await hash(password), passwordIsTemporary: false }),
      ...(pin === undefined ? {} : { pinHash: pin === '' ? '' : await hash(pin) }),
    };
  }

  /** After each wait: whoever asked may have been removed meanwhile, or be no manager any more ([AUT5]). */
  function mustBeGood({ jti }: Caller): void {
    if (!sessions.isGood(jti)) throw new AppError('not_authenticated');
  }

  return {
    list: ({ restaurantId }) => people.usersOf(restaurantId),
    add: async (caller, { username, displayName, role, password, pin }) => {
      mustBeFree(username);
      const secrets = await hashesOf({ password, pin });
      mustBeGood(caller);
      mustBeFree(username);
      const { restaurantId } = caller;
      const user = { id: ids.random(), restaurantId, username, displayName, role, ...nothing, ...secrets };
      people.saveUser(user, clock.nowMs());
      return user;
    },
    change: async (caller, id, { password, pin, ...named }) => {
      const secrets = await hashesOf({ password, pin });
      mustBeGood(caller);
      // Looked up after the wait: somebody may have removed them meanwhile.
      const before = own(caller, id);
      if (named.username !== undefined) mustBeFree(named.username, id);
      mustStayGuest(before, { role: named.role, pin });
      if (id === firstManagerId && (named.role ?? 'manager') !== 'manager') throw new AppError('first_manager');
      const user = { ...before, ...defined(named), ...secrets };
      people.saveUser(user, clock.nowMs());
      people.revokeSessionsOf(id, endedBy(before, user, caller), clock.nowMs());
      return user;
    },
    remove: (caller, id) => {
      if (id === firstManagerId) throw new AppError('first_manager');
      people.removeUser(own(caller, id).id, clock.nowMs());
    },
  };
}

/** [STF2] Anybody can make a guest's account, under any name: none of them is to come to work by one wrong tap. */
function mustStayGuest(before: User, { role = 'guest', pin = '' }: Pick<PersonChange, 'role' | 'pin'>): void {
  if (before.role !== 'guest') return;
  if (role !== 'guest') throw refused('role', 'a guest’s account stays one: add the person anew');
  if (pin !== '') throw refused('pin', 'a guest has no PIN');
}

const refused = (path: string, reason: string) => new AppError('invalid', `${path}: ${reason}`, [{ path, reason }]);

/** What was opened under what is no more ([STF1]): a role by any way in, a password, a PIN. */
function endedBy(before: User, now: User, { jti }: Caller): Revoked {
  if (now.role !== before.role) return { kinds: sessionKinds };
  if (now.passwordHash !== before.passwordHash) return { kinds: secretKinds, but: jti };
  return { kinds: now.pinHash === before.pinHash ? [] : ['pin'] };
}

type Given = Pick<PersonChange, 'password' | 'pin'>;

const nothing = { passwordHash: '', passwordIsTemporary: false, pinHash: '' };

type Named = { readonly [Key in 'username' | 'displayName' | 'role']?: User[Key] | undefined };

const defined = (named: Named): Partial<User> =>
  Object.fromEntries(Object.entries(named).filter(([, value]) => value !== undefined));
