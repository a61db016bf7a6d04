import type { BrowserContext } from '@playwright/test';
import { sessionCookie } from '../../../src-main/server/transport/credential.ts';
import { managerOf } from '../../harness/manager.ts';
import type { ServerProcess } from '../../harness/server-process.ts';

/** The pages of this browser belong to the manager, as if the form at the door had been filled in. */
export async function letIn(context: BrowserContext, server: ServerProcess): Promise<void> {
  const { token } = await managerOf(server);
  await context.addCookies([
    { name: sessionCookie, value: token, url: server.url, httpOnly: true, sameSite: 'Strict' },
  ]);
}
