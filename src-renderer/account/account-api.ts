import type { GuestOrderOut } from '#shared/protocol/wire-guest.ts';
import { createAsk, nothing, tellsToWait } from '../link/ask.ts';
import type { SendHttp } from '../link/http.ts';

export type AccountApi = ReturnType<typeof createAccountApi>;

/** What a guest asks about their account; the cookie that proves who they are is httpOnly. */
export function createAccountApi(http: SendHttp) {
  const ask = createAsk(http, tellsToWait);
  return {
    /** Whether new accounts are made here. */
    isOpen: () => ask({ method: 'GET', path: '/account' }, openIn),
    register: (name: string, password: string) =>
      ask({ method: 'POST', path: '/auth/register', body: { display_name: name, password } }, nothing),
    orders: () => ask({ method: 'GET', path: '/account/orders' }, itemsIn),
    keep: (secret: string) => ask({ method: 'POST', path: '/account/orders', body: { secret } }, nothing),
    choosePassword: (current: string, chosen: string) =>
      ask(
        { method: 'POST', path: '/auth/password', body: { current_password: current, new_password: chosen } },
        nothing,
      ),
    close: (password: string) => ask({ method: 'POST', path: '/account/close', body: { password } }, nothing),
  };
}

/** `undefined` for what says nothing of it ([ANS1]). */
function openIn(body: unknown): boolean | undefined {
  const { open } = (typeof body === 'object' && body !== null ? body : {}) as { open?: unknown };
  return typeof open === 'boolean' ? open : undefined;
}

function itemsIn(body: unknown): readonly GuestOrderOut[] | undefined {
  const { items } = (typeof body === 'object' && body !== null ? body : {}) as { items?: unknown };
  return Array.isArray(items) ? (items as GuestOrderOut[]) : undefined;
}
