import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { StrangerSockets } from './stranger-sockets.ts';

/** A browser sends no request before it has the answer to the last one; programs that do wait after a few. */
const mostUnanswered = 16;

/**
 * A thousand requests fit into what is read of one connection at a time, and whoever has a place after them waits for
 * all. A stranger who sends so many without waiting for an answer is cut off before anything is done about them
 * ([CON2]). To be called when the server has what answers its requests.
 */
export function watchRush(server: Server, strangers: StrangerSockets): void {
  const unanswered = new WeakMap<object, number>();
  const listeners = server.listeners('request');

  function isTooMuch({ socket }: IncomingMessage, response: ServerResponse): boolean {
    if (socket.destroyed) return true;
    if (!strangers.isStranger(socket)) return false;
    const count = (unanswered.get(socket) ?? 0) + 1;
    unanswered.set(socket, count);
    response.once('close', () => unanswered.set(socket, (unanswered.get(socket) ?? 1) - 1));
    if (count <= mostUnanswered) return false;
    stopReading(socket);
    strangers.shutOut(socket);
    return true;
  }

  server.removeAllListeners('request');
  server.on('request', (request, response) => {
    if (isTooMuch(request, response)) return;
    for (const listener of listeners) listener.call(server, request, response);
  });
}

/**
 * Node takes apart all that it has read of a connection, also of one that was cut meanwhile. Its parser stops behind a
 * request that is said to change the protocol (2); where Node has no such parser any more, it only takes longer.
 */
function stopReading(socket: IncomingMessage['socket']): void {
  const { parser } = socket as { readonly parser?: { onIncoming?: unknown } };
  if (parser && typeof parser.onIncoming === 'function') parser.onIncoming = () => 2;
}
