import type { Server } from 'node:http';
import type { Socket } from 'node:net';
import type { Clock } from '../ports.ts';

/** Connections on which nobody has shown yet who they are. They are few, so that those who have can always come ([CON1]). */
export interface StrangerSockets {
  watch(server: Server): void;
  /** Somebody signed in has used it. */
  know(socket: Socket): void;
  isStranger(socket: Socket): boolean;
  /** Cuts it, and for a while whatever else comes from there, unless somebody signed in has come from there as well. */
  shutOut(socket: Socket): void;
}

/** A page opens six at a time, so these are 170 pages that nobody has signed in on, within seconds. */
const mostStrangers = 1024;
const shutOutMs = 10_000;
/** Of each kind; beyond, the longest known are forgotten. */
const mostAddresses = 1000;

export function createStrangerSockets(clock: Clock, most = mostStrangers): StrangerSockets {
  const addressOf = new Map<Socket, string>();
  /** The longest there first. */
  const byAddress = new Map<string, Set<Socket>>();
  const shutUntilMs = new Map<string, number>();
  /** Somebody signed in has come from there since the start. */
  const homes = new Map<string, true>();

  function add(socket: Socket): void {
    const address = socket.remoteAddress ?? '';
    if (isShut(address)) {
      socket.destroy();
      return;
    }
    addressOf.set(socket, address);
    byAddress.set(address, (byAddress.get(address) ?? new Set()).add(socket));
    socket.once('close', () => forget(socket));
    if (addressOf.size > most) cutOldest();
  }

  function isShut(address: string): boolean {
    const untilMs = shutUntilMs.get(address) ?? 0;
    const leftMs = untilMs - clock.nowMs();
    // Longer than it was ever set: the clock was set back.
    return leftMs > 0 && leftMs <= shutOutMs && !homes.has(address);
  }

  function forget(socket: Socket): string | undefined {
    const address = addressOf.get(socket);
    if (address === undefined) return undefined;
    addressOf.delete(socket);
    const there = byAddress.get(address);
    there?.delete(socket);
    if (there?.size === 0) byAddress.delete(address);
    return address;
  }

  /** Of the address that has the most: whoever opens thousands pushes out their own, and nobody else's. */
  function cutOldest(): void {
    const [, there] = [...byAddress].reduce((one, other) => (other[1].size > one[1].size ? other : one));
    const [oldest] = there;
    if (!oldest) return;
    forget(oldest);
    oldest.destroy();
  }

  return {
    watch: (server) => void server.on('connection', add),
    know: (socket) => {
      const address = forget(socket);
      if (address !== undefined) remember(homes, address, true);
    },
    isStranger: (socket) => addressOf.has(socket),
    shutOut: (socket) => {
      const address = forget(socket);
      if (address !== undefined) remember(shutUntilMs, address, clock.nowMs() + shutOutMs);
      socket.destroy();
    },
  };
}

function remember<Value>(all: Map<string, Value>, address: string, value: Value): void {
  all.delete(address);
  all.set(address, value);
  const [oldest] = all.keys();
  if (all.size > mostAddresses && oldest !== undefined) all.delete(oldest);
}
