import { createServerProcess, type ServerProcess } from './server-process.ts';

/** A kitchen's computer that nobody has used yet, started while the test before is at work: a third of each test's time. */
export type SpareServer = {
  /** It is the taker's from now on. */
  take(): Promise<ServerProcess>;
  /** For the one that nobody has taken. */
  remove(): Promise<void>;
};

export function createSpareServer(): SpareServer {
  let spare: Promise<ServerProcess> | undefined;

  function begin(): Promise<ServerProcess> {
    const started = startServer();
    // Whoever takes it hears that it did not come up.
    started.catch(() => undefined);
    return started;
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
    },
  };
}

async function startServer(): Promise<ServerProcess> {
  const server = await createServerProcess();
  try {
    await server.start();
  } catch (error) {
    await server.remove();
    throw error;
  }
  return server;
}
