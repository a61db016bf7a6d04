import { closeCodes } from '#shared/protocol/close-codes.ts';
import type { ProbeAnswer } from './session-probe.ts';
import { noCode, type OpenConnection } from './transport.ts';

/**
 * Opens a connection only when a plain request was answered ([LNK15]). Browsers punish a page whose WebSockets fail:
 * Chromium holds each new one back for 1 to 5 s once some fifteen have failed, which is what an outage of a minute
 * comes to; plain requests are not held back.
 */
export function knockFirst(open: OpenConnection, probe: (signal: AbortSignal) => Promise<ProbeAnswer>): OpenConnection {
  return (transport, cursor, events) => {
    // A request that nobody waits for any more would stand in the way of the next.
    const gone = new AbortController();
    let connection: ReturnType<OpenConnection> | undefined;
    void probe(gone.signal).then((answer) => {
      if (gone.signal.aborted) return;
      if (answer === 'unreachable') events.closed(noCode);
      else if (answer === 'signed-out') events.closed(closeCodes.notAuthenticated);
      else connection = open(transport, cursor, events);
    });
    return {
      send: (text) => connection?.send(text),
      close: () => {
        gone.abort();
        connection?.close();
      },
    };
  };
}
