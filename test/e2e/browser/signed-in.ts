import type { BrowserContext } from '@playwright/test';
import { sessionCookie } from '../../../src-main/server/transport/credential.ts';
import { type Api, signIn } from '../../harness/api.ts';
import type { ServerProcess } from '../../harness/server-process.ts';

const managers = new WeakMap<ServerProcess, Promise<Api>>();

/** The manager of a kitchen, signed in once for all of a test: a password costs a fifth of a second of a processor. */
export function managerOf(server: ServerProcess): Promise<Api> {
  const manager = managers.get(server) ?? signIn(server.url, server.password);
  managers.set(server, manager);
  return manager;
}

/** The pages of this browser belong to the manager, as if the form at the door had been filled in. */
export async function letIn(context: BrowserContext, server: ServerProcess): Promise<void> {
  const { token } = await managerOf(server);
  await context.addCookies([
    { name: sessionCookie, value: token, url: server.url, httpOnly: true, sameSite: 'Strict' },
  ]);
}
