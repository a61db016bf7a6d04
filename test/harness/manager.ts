import { type Api, apiFor, signIn } from './api.ts';

/** A kitchen that runs. `token`: what its manager is signed in with already, if so. */
type Kitchen = { readonly url: string; readonly password: string; readonly token?: string };

const managers = new WeakMap<Kitchen, Promise<Api>>();

/** The manager of a kitchen, signed in once for all of a test: a password costs a fifth of a second of a processor. */
export function managerOf(kitchen: Kitchen): Promise<Api> {
  const manager = managers.get(kitchen) ?? signedIn(kitchen);
  managers.set(kitchen, manager);
  return manager;
}

async function signedIn({ url, password, token }: Kitchen): Promise<Api> {
  return token === undefined ? signIn(url, password) : apiFor(url, token);
}
