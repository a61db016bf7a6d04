import { z } from 'zod';
import type { LoginOut } from './auth-requests.ts';
import { password } from './people-requests.ts';
import { words } from './text.ts';

/** `POST /auth/register`: the user name is the kitchen's to choose ([GST8]). */
export const registerIn = z.strictObject({ display_name: words(80), password });

export type RegisteredOut = LoginOut & { username: string };

/** `POST /account/orders`: the secret of an order's link. */
export const keepOrderIn = z.strictObject({ secret: z.string().regex(/^[\w-]{43}$/, 'the secret of a link') });

/** `POST /account/close`. */
export const closeAccountIn = z.strictObject({ password: z.string().min(1).max(200) });
