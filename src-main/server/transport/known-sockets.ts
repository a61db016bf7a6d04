import type { Socket } from 'node:net';
import type { Caller } from '../ports.ts';
import { sessionName } from './session-places.ts';

/** The connections of those who are signed in, as many as one may have ([CON3]). */
export interface KnownSockets {
  /** They ask on it. One more than they may have costs them the one on which they have asked the longest ago. */
  use(socket: Socket, caller: Caller): void;
}

/** Eight live ones, and six of each browser that is closed and opened again all the time. */
const mostOfOne = 64;
/** Whoever imports a menu, or cooks by a program, does many things at a time. */
const mostOfManager = 1000;

export function createKnownSockets(): KnownSockets {
  /** Of each session or device the longest unused first. */
  const sockets = new Map<string, Set<Socket>>();
  const owners = new WeakMap<Socket, string>();

  function forget(socket: Socket): void {
    const owner = owners.get(socket) ?? '';
    const theirs = sockets.get(owner);
    theirs?.delete(socket);
    if (theirs?.size === 0) sockets.delete(owner);
  }

  /** It counts no more at once: it is closed only after all that ask in this same moment, and would go for each of them. */
  function makeRoom(owner: string, most: number): void {
    const theirs = sockets.get(owner) ?? new Set();
    const [oldest] = theirs;
    if (!oldest || theirs.size < most) return;
    forget(oldest);
    oldest.destroy();
  }

  return {
    use: (socket, caller) => {
      const most = mostOf(caller);
      if (most === undefined || socket.destroyed) return;
      if (owners.has(socket)) forget(socket);
      else socket.once('close', () => forget(socket));
      const owner = sessionName(caller);
      makeRoom(owner, most);
      owners.set(socket, owner);
      sockets.set(owner, (sockets.get(owner) ?? new Set()).add(socket));
    },
  };
}

/** None for programs: how much of a kitchen's work one of them brings nobody knows. */
function mostOf({ role }: Caller): number | undefined {
  if (role === 'service') return undefined;
  return role === 'manager' ? mostOfManager : mostOfOne;
}
