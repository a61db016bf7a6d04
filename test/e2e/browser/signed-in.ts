import type { BrowserContext } from '@playwright/test';
import { sessionCookie } from '../../../src-main/server/transport/credential.ts';
import { type Api, apiFor, signIn } from '../../harness/api.ts';
import type { ServerProcess } from '../../harness/server-process.ts';

const managers = new WeakMap<ServerProcess, Promise<Api>>();

/** The manager of a kitchen, signed in once for all of a test: a password costs a fifth of a second of a processor. */
export function managerOf(server: ServerProcess): Promise<Api> {
  const manager = managers.get(server) ?? signedIn(server);
  managers.set(server, manager);
  return manager;
}

async function signedIn({ url, password, token }: ServerProcess): Promise<Api> {
  return token === undefined ? signIn(url, password) : apiFor(url, token);
}

/** The pages of this browser belong to the manager, as if the form at the door had been filled in. */
export async function letIn(context: BrowserContext, server: ServerProcess): Promise<void> {
  const { token } = await managerOf(server);
  await context.addCookies([
    { name: sessionCookie, value: token, url: server.url, httpOnly: true, sameSite: 'Strict' },
  ]);
}
