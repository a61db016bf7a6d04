import { z } from 'zod';
import { personRoles } from '../domain/role.ts';
import { words } from './text.ts';

/** A person's name to sign in with: one word, so that it is typed the same way twice. */
const username = z.string().regex(/^[\p{L}\p{N}][\p{L}\p{N}._@-]{0,79}$/u, 'one word of letters, digits and . _ @ -');
export const password = z.string().min(8, 'at least 8 characters').max(200);
const pin = z.string().regex(/^\d{4,8}$/, 'four to eight digits');
const role = z.enum(personRoles);

/** `POST /users`. Without a password somebody can only change over to them by PIN on a paired device. */
export const userIn = z.strictObject({
  username,
  display_name: words(80),
  role,
  password: password.optional(),
  pin: pin.optional(),
});

/** `PATCH /users/{id}`; an empty `pin` takes it away. */
export const userPatch = z.strictObject({
  username: username.optional(),
  display_name: words(80).optional(),
  role: role.optional(),
  password: password.optional(),
  pin: z.union([pin, z.literal('')]).optional(),
});

/** `POST /auth/pin`, on a paired device. */
export const pinIn = z.strictObject({ user_id: z.string().min(1).max(80), pin: z.string().min(1).max(20) });

export type UserOut = {
  readonly id: string;
  readonly username: string;
  readonly display_name: string;
  readonly role: string;
  readonly has_password: boolean;
  readonly has_pin: boolean;
};
