import type { Timers } from './timers.ts';

/**
 * Tells the server how far the screen has shown the log ([ACK1]). The floor's *seen in the kitchen* hangs on it, as long
 * as anybody can see the page ([SEE1]).
 */
export interface AckSender {
  /** Everything up to `seq` is on the screen, by events or by a snapshot. */
  applied(seq: number, events: number): void;
  /** A heartbeat is answered at once. */
  now(seq: number): void;
  stop(): void;
}

const mostUnconfirmed = 32;
/** A commit is mostly followed by others. */
const gatherMs = 100;

export type AckSenderDeps = {
  readonly send: (text: string) => void;
  readonly isVisible: () => boolean;
  /** Whose work alone the page shows now ([PRT6]). */
  readonly station?: (() => string | undefined) | undefined;
};

export function createAckSender(timers: Timers, { send, isVisible, station }: AckSenderDeps): AckSender {
  let unconfirmed = 0;
  let latest = 0;
  let cancel: (() => void) | undefined;

  function now(seq: number): void {
    stop();
    unconfirmed = 0;
    const shown = station?.();
    send(
      JSON.stringify({
        type: 'ack',
        seq,
        ...(isVisible() ? {} : { hidden: true }),
        ...(shown === undefined ? {} : { station: shown }),
      }),
    );
  }

  function stop(): void {
    cancel?.();
    cancel = undefined;
  }

  return {
    applied: (seq, events) => {
      latest = seq;
      unconfirmed += events;
      if (unconfirmed >= mostUnconfirmed) now(seq);
      else cancel ??= timers.after(gatherMs, () => now(latest));
    },
    now,
    stop,
  };
}
