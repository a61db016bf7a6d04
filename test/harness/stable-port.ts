import { createServer } from 'node:net';

/**
 * A free port that stays ours while nobody listens on it: below the range from which systems give ports to outgoing
 * connections. One from that range could go to a client that is just trying to reach the dead server on it.
 */
export async function findStablePort(): Promise<number> {
  for (;;) {
    const port = 10_240 + Math.floor(Math.random() * 20_000);
    if (await isFree(port)) return port;
  }
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen({ port, host: '127.0.0.1' }, () => probe.close(() => resolve(true)));
  });
}
