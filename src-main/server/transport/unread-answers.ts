import type { ServerResponse } from 'node:http';
import type { Socket } from 'node:net';

/** Large answers that strangers have been given and have not read: they wait in our memory, so they are few ([LIM5]). */
export interface UnreadAnswers {
  /** To be called before it is sent. */
  wait(response: ServerResponse, socket: Socket): void;
}

/** As many guests as look at the menu in the same second. */
const mostUnread = 64;

export function createUnreadAnswers(most = mostUnread): UnreadAnswers {
  /** How many wait on each connection; the one that has waited the longest first. */
  const waiting = new Map<Socket, number>();
  const watched = new WeakSet<Socket>();

  /** Answers that are behind another one on a connection end without a word when that is closed. */
  function watch(socket: Socket): void {
    if (watched.has(socket)) return;
    watched.add(socket);
    socket.once('close', () => waiting.delete(socket));
  }

  function taken(socket: Socket): void {
    const left = (waiting.get(socket) ?? 1) - 1;
    if (left > 0) waiting.set(socket, left);
    else waiting.delete(socket);
  }

  /** Of the address that has the most: whoever asks and does not read cuts themselves off, and nobody else. */
  function cutOldest(): void {
    const counts = new Map<string | undefined, number>();
    for (const [{ remoteAddress }, count] of waiting)
      counts.set(remoteAddress, (counts.get(remoteAddress) ?? 0) + count);
    const [address] = [...counts].reduce((one, other) => (other[1] > one[1] ? other : one));
    const oldest = [...waiting.keys()].find(({ remoteAddress }) => remoteAddress === address);
    if (!oldest) return;
    waiting.delete(oldest);
    oldest.destroy();
  }

  return {
    wait: (response, socket) => {
      watch(socket);
      waiting.set(socket, (waiting.get(socket) ?? 0) + 1);
      response.once('close', () => taken(socket));
      if ([...waiting.values()].reduce((sum, count) => sum + count, 0) > most) cutOldest();
    },
  };
}
