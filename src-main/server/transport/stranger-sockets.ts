import type { Server } from 'node:http';
import type { Socket } from 'node:net';

/** Connections on which nobody has shown yet who they are. They are few, so that those who have can always come ([CON1]). */
export interface StrangerSockets {
  watch(server: Server): void;
  /** Somebody signed in has used it. */
  know(socket: Socket): void;
}

/** A page opens six at a time, so these are 170 pages that nobody has signed in on, within seconds. */
const mostStrangers = 1024;

export function createStrangerSockets(most = mostStrangers): StrangerSockets {
  /** The longest there first. */
  const byAddress = new Map<string, Set<Socket>>();
  let count = 0;

  function add(socket: Socket): void {
    const address = socket.remoteAddress ?? '';
    const there = byAddress.get(address) ?? new Set();
    byAddress.set(address, there.add(socket));
    count++;
    socket.once('close', () => forget(socket, address));
    if (count > most) cutOldest();
  }

  function forget(socket: Socket, address: string): void {
    const there = byAddress.get(address);
    if (!there?.delete(socket)) return;
    count--;
    if (there.size === 0) byAddress.delete(address);
  }

  /** Of the address that has the most: whoever opens thousands pushes out their own, and nobody else's. */
  function cutOldest(): void {
    const [address = '', there] = [...byAddress].reduce((one, other) => (other[1].size > one[1].size ? other : one));
    const [oldest] = there;
    if (!oldest) return;
    forget(oldest, address);
    oldest.destroy();
  }

  return {
    watch: (server) => void server.on('connection', add),
    know: (socket) => forget(socket, socket.remoteAddress ?? ''),
  };
}
