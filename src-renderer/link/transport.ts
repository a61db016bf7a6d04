import type { Transport } from '#shared/protocol/screen-report.ts';

export type { Transport };

/** How news arrive at this moment: polling has two paces, of which the slower one can be held open by the server. */
export type Path = 'websocket' | 'sse' | 'long-poll' | 'short-poll';

/** A connection under way. `close` may be called at any time; nothing is awaited from it. */
export interface LinkConnection {
  /** A frame of ours; transports that carry none drop it. */
  send(text: string): void;
  close(): void;
}

/** What a connection tells. The frames are the same text on all transports, so that one reader serves all. */
export type ConnectionEvents = {
  message(text: string): void;
  /** When what is told next was asked for; its opening, where nothing is said of it. */
  asked(atMs: number): void;
  /** It is over. `code` is a WebSocket close code; a transport that has none says 1006, or the code of the same meaning. */
  closed(code: number): void;
  /** Polling only: a piece of an answer has come that is still under way. */
  heard(): void;
  /** Polling only: which of its paces it has taken. */
  pace(path: Path): void;
};

/** Opens one connection and tells nothing before it has returned; never throws. `cursor` goes into `last_event_id`. */
export type OpenConnection = (
  transport: Transport,
  cursor: string | undefined,
  events: ConnectionEvents,
) => LinkConnection;

/** The close code for a connection that ended without one: the network, a refused upgrade, a dead server. */
export const noCode = 1006;
