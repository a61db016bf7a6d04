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
  /** By both ends of it: under encryption a request knows another socket than the one that came. */
  const strangers = new Map<string, Socket>();
  /** The longest there first. */
  const byAddress = new Map<string, Set<string>>();
  const shutUntilMs = new Map<string, number>();
  /** Somebody signed in has come from there since the start. */
  const homes = new Map<string, true>();

  function add(socket: Socket): void {
    const { address, name } = endOf(socket);
    if (isShut(address)) {
      socket.destroy();
      return;
    }
    strangers.set(name, socket);
    byAddress.set(address, (byAddress.get(address) ?? new Set()).add(name));
    socket.once('close', () => forget(address, name));
    if (strangers.size > most) cutOldest();
  }

  function isShut(address: string): boolean {
    const untilMs = shutUntilMs.get(address) ?? 0;
    const leftMs = untilMs - clock.nowMs();
    // Longer than it was ever set: the clock was set back.
    return leftMs > 0 && leftMs <= shutOutMs && !homes.has(address);
  }

  function forget(address: string, name: string): boolean {
    const there = byAddress.get(address);
    there?.delete(name);
    if (there?.size === 0) byAddress.delete(address);
    return strangers.delete(name);
  }

  /** Of the address that has the most: whoever opens thousands pushes out their own, and nobody else's. */
  function cutOldest(): void {
    const [address, there] = [...byAddress].reduce((one, other) => (other[1].size > one[1].size ? other : one));
    const [oldest = ''] = there;
    const socket = strangers.get(oldest);
    forget(address, oldest);
    socket?.destroy();
  }

  return {
    watch: (server) => void server.on('connection', add),
    know: (socket) => {
      const { address, name } = endOf(socket);
      if (forget(address, name)) remember(homes, address, true);
    },
    isStranger: (socket) => strangers.has(endOf(socket).name),
    shutOut: (socket) => {
      const { address, name } = endOf(socket);
      if (forget(address, name)) remember(shutUntilMs, address, clock.nowMs() + shutOutMs);
      socket.destroy();
    },
  };
}

function endOf({ remoteAddress = '', remotePort }: Socket): { readonly address: string; readonly name: string } {
  return { address: remoteAddress, name: `${remoteAddress} ${remotePort}` };
}

function remember<Value>(all: Map<string, Value>, address: string, value: Value): void {
  all.delete(address);
  all.set(address, value);
  const [oldest] = all.keys();
  if (all.size > mostAddresses && oldest !== undefined) all.delete(oldest);
}
