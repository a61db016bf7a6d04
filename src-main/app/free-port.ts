import { createServer } from 'node:net';

const defaultPort = 4480;
const triedAfter = 10;

/** The next port that nobody uses; `null` when a whole stretch is taken or the address itself cannot be had. */
export async function freePortAfter(host: string, port: number): Promise<number | null> {
  const near = (first: number) => Array.from({ length: triedAfter }, (_, at) => first + at);
  for (const candidate of [...near(port + 1), ...near(defaultPort)]) {
    if (candidate !== port && candidate <= 65_535 && (await isFree(host, candidate))) return candidate;
  }
  return null;
}

function isFree(host: string, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen({ host, port, exclusive: true }, () => probe.close(() => resolve(true)));
  });
}
