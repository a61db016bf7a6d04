import { z } from 'zod';

/** `POST /auth/login`, JSON or form. */
export const loginIn = z.strictObject({ username: z.string().min(1).max(80), password: z.string().min(1).max(200) });

/** `POST /auth/password`: the signed-in person chooses a new one. */
export const passwordIn = z.strictObject({
  current_password: z.string().min(1).max(200),
  new_password: z.string().min(8, 'at least 8 characters').max(200),
});

/** Answer of `POST /auth/login`. */
export type LoginOut = {
  access_token: string;
  token_type: 'bearer';
  expires_in: number;
  user_id: string;
  role: string;
  restaurant_id: string;
  /** The printed first password is still in use: the page offers to choose one. */
  password_is_temporary: boolean;
};
