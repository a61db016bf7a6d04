import { createAckPost } from './ack-post.ts';
import type { GiveBack, HeldRequest } from './held-request.ts';
import type { HttpAnswer } from './http.ts';
import { createPolling } from './polling-transport.ts';
import { eventAckPath, eventSourcePath, type ScreenName, syncPath, webSocketPath } from './stream-address.ts';
import type { Timers } from './timers.ts';
import { type LinkConnection, noCode, type OpenConnection } from './transport.ts';

/** The network as this program has it: a browser's own, or that of Node in tests. Paths are below the origin. */
export interface Network {
  webSocket(path: string, events: { message(text: string): void; closed(code: number): void }): LinkConnection;
  /** `failed`: the stream broke. It must not come back by itself: when to is for the link to decide. */
  eventSource(path: string, events: { message(text: string): void; failed(): void }): { close(): void };
  /** `heard`: something of the answer has come. */
  get(path: string, abort: AbortSignal, heard: () => void): Promise<HttpAnswer>;
  post(path: string, body: unknown, abort: AbortSignal): Promise<HttpAnswer>;
  isVisible(): boolean;
  readonly held: HeldRequest;
}

/** The three ways to the kitchen's live stream, in one port. */
export function createTransports(network: Network, timers: Timers, name: ScreenName): OpenConnection {
  const nameNow = (): ScreenName => (network.isVisible() ? name : { ...name, screen: 'hidden' });
  const poll = createPolling(timers, network.held, (cursor, waitS, abort, heard) =>
    network.get(syncPath(nameNow(), cursor, waitS), abort, heard),
  );
  return (transport, cursor, events) => {
    if (transport === 'websocket') return network.webSocket(webSocketPath(name, cursor), events);
    if (transport === 'polling') return poll(cursor, events);
    return openEventSource(network, timers, name, cursor, events);
  };
}

function openEventSource(
  network: Network,
  timers: Timers,
  name: ScreenName,
  cursor: string | undefined,
  events: { message(text: string): void; closed(code: number): void },
): LinkConnection {
  const acks = createAckPost(timers, name.tab, (body, abort) => network.post(eventAckPath, body, abort));
  let isClosed = false;
  let giveBack: GiveBack | undefined;
  let source: { close(): void } | undefined;

  function begin(): void {
    source = network.eventSource(eventSourcePath(name, cursor), {
      message: (text) => {
        // Nothing of a snapshot can be confirmed yet; but it is being read, and on a slow network for minutes.
        if (text.startsWith('{"type":"snapshot"')) acks.send('{"type":"ack","seq":0}');
        events.message(text);
      },
      failed: fail,
    });
  }

  function fail(): void {
    close();
    events.closed(noCode);
  }

  function close(): void {
    isClosed = true;
    acks.stop();
    source?.close();
    giveBack?.();
  }

  void network.held
    .take(() => !isClosed && fail())
    .then((given) => {
      if (isClosed) return given?.();
      giveBack = given;
      // Another page of this browser has it: as good as failed, which leads to polls.
      return given ? begin() : fail();
    });
  return { send: acks.send, close };
}
