import { Server as HttpsServer } from 'node:https';
import { StartFailure } from '#shared/errors/start-failure.ts';
import { inUrl } from './host-name.ts';
import type { Door } from './routes/door.ts';

export type ListenAddress = { readonly host: string; readonly port: number };

/** Takes requests from now on. Throws `StartFailure` when the address cannot be had; the port is never changed in silence. */
export async function listen(http: Door, { host, port }: ListenAddress): Promise<{ url: string; port: number }> {
  try {
    await http.listen({ host: oneAddressOf(host), port });
  } catch (error) {
    throw asStartFailure(error, { host, port });
  }
  const address = http.server.address();
  const taken = typeof address === 'object' && address ? address.port : port;
  return { url: `${schemeOf(http)}://${reachable(host)}:${taken}`, port: taken };
}

/** For `localhost` fastify makes a second server, on `::1`, that none of our limits would know of ([CON1]). */
const oneAddressOf = (host: string) => (host.toLowerCase() === 'localhost' ? '127.0.0.1' : host);

export const schemeOf = ({ server }: Door): 'http' | 'https' => (server instanceof HttpsServer ? 'https' : 'http');

/** "Every address" is none that a browser could open. */
function reachable(host: string): string {
  if (host === '0.0.0.0' || host === '::' || host === '') return '127.0.0.1';
  return inUrl(host);
}

function asStartFailure(error: unknown, { host, port }: ListenAddress): unknown {
  const code = (error as NodeJS.ErrnoException).code;
  if (code === 'EADDRINUSE')
    return new StartFailure('port_taken', `Port ${port} is used by another program.`, { cause: error });
  if (code === 'EACCES')
    return new StartFailure('port_taken', `Port ${port} may not be used by this account.`, { cause: error });
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') {
    return new StartFailure('address_unavailable', `This machine has no address ${host}.`, { cause: error });
  }
  return error;
}
