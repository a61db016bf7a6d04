import { cpSync } from 'node:fs';
import { signIn } from './api.ts';
import { createServerProcess, here, type ServerPlace, type ServerProcess } from './server-process.ts';

/** A kitchen's computer that nobody has used yet, started while the test before is at work: a third of each test's time. */
export type SpareServer = {
  /** It is the taker's from now on. */
  take(): Promise<ServerProcess>;
  /** For the one that nobody has taken. */
  remove(): Promise<void>;
};

export function createSpareServer(): SpareServer {
  let spare: Promise<ServerProcess> | undefined;
  let installed: Promise<ServerProcess> | undefined;

  function begin(): Promise<ServerProcess> {
    installed ??= installOnce();
    const next = installed.then(startCopy);
    // Whoever takes it hears that it did not come up.
    next.catch(() => undefined);
    return next;
  }

  return {
    take: async () => {
      const server = await (spare ?? begin());
      spare = begin();
      return server;
    },
    remove: async () => {
      const server = await spare?.catch(() => undefined);
      await server?.remove();
      await (await installed?.catch(() => undefined))?.remove();
    },
  };
}

/**
 * Its first start, which makes the tables and the manager, is over, and nobody but the manager has signed in: all others
 * are its copies.
 */
async function installOnce(): Promise<ServerProcess> {
  const server = await started(await createServerProcess({}, roomy));
  const { token } = await signIn(server.url, server.password);
  await server.kill('SIGTERM');
  return { ...server, token };
}

/** A start makes much that it drops at once: with room for that, an eighth of its work, the tidying up, is saved. */
const roomy: ServerPlace = { ...here, flags: ['--min-semi-space-size=16'] };

/** It knows the manager's password, and needs not be told it at each start. */
async function startCopy(installed: ServerProcess): Promise<ServerProcess> {
  const server = await createServerProcess({ KDS_ADMIN_PASSWORD: undefined }, roomy);
  cpSync(installed.dataDir, server.dataDir, { recursive: true });
  return { ...(await started(server)), ...(installed.token ? { token: installed.token } : {}) };
}

async function started(server: ServerProcess): Promise<ServerProcess> {
  try {
    await server.start();
  } catch (error) {
    await server.remove();
    throw error;
  }
  return server;
}
