import { createStore, type StoreApi } from 'zustand/vanilla';
import type { SendHttp } from '../link/http.ts';
import { createSessionApi } from '../link/session.ts';
import type { Timers } from '../link/timers.ts';
import type { SessionState } from '../store/screen-state.ts';
import { createSessionActions, type SessionActions } from '../store/session-actions.ts';
import { type AccountApi, createAccountApi } from './account-api.ts';

export type AccountState = { readonly session: SessionState };

/** The page of an account without its picture. `kept`: the secret of an order's link that led here, until it is in the account. */
export type AccountClient = Pick<SessionActions, 'open' | 'signIn' | 'signOut' | 'keepPassword' | 'signedOut'> & {
  readonly store: StoreApi<AccountState>;
  readonly api: AccountApi;
  readonly kept: KeptSecret;
};

/** Stands behind the `#` of the address, which no server is told, and outlives a reload there. */
export type KeptSecret = { read(): string | undefined; forget(): void };

export function createAccountClient(
  deps: Timers & { readonly http: SendHttp; readonly kept: KeptSecret },
): AccountClient {
  const store = createStore<AccountState>(() => ({ session: { phase: 'asking', unreachable: false } }));
  const { open, signIn, signOut, keepPassword, signedOut } = createSessionActions(
    store,
    createSessionApi(deps.http),
    deps,
    { leftBehind: {}, signedIn: nothing, signedOut: nothing },
  );
  const api = createAccountApi(deps.http);
  return { store, open, signIn, signOut, keepPassword, signedOut, api, kept: deps.kept };
}

function nothing(): void {
  // What is shown is asked for by what shows it.
}
