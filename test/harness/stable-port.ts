import { createServer } from 'node:net';

/**
 * A free port that stays ours while nobody listens on it: below the range from which systems give ports to outgoing
 * connections. One from that range could go to a client that is just trying to reach the dead server on it. Other processes
 * that look for one look elsewhere, or they would take it between the death and the return of a server.
 */
export async function findStablePort(): Promise<number> {
  for (;;) {
    const port = firstPort + (process.pid % parts) * portsInPart + Math.floor(Math.random() * portsInPart);
    if (!given.has(port) && (await isFree(port))) {
      given.add(port);
      return port;
    }
    if (given.size > portsInPart / 2) given.clear();
  }
}

const firstPort = 10_240;
const parts = 40;
const portsInPart = 500;
const given = new Set<number>();

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen({ port, host: '127.0.0.1' }, () => probe.close(() => resolve(true)));
  });
}
