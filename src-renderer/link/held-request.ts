import type { Timers } from './timers.ts';

/**
 * Of a browser's pages one at a time holds a request to the kitchen open ([TAB2]): over HTTP/1.1 a browser has six
 * connections to a server for all of its pages, and with six that wait no order could be sent from any of them.
 */
export interface HeldRequest {
  /**
   * Gives the place back when called; `undefined` when another page has it. A page may have it several times.
   * `lost`: it turned out that another page has it as well and keeps it; the place is given back already.
   */
  take(lost?: () => void): Promise<GiveBack | undefined>;
}

export type GiveBack = () => void;

/** Between the pages of one browser and one server. */
export interface PageChannel {
  post(message: unknown): void;
  onMessage(listener: (message: unknown) => void): void;
}

/** `by` is who asks. `from` says that it is taken, `holds` when it has it and does not just ask as well. */
type Message =
  | { readonly type: 'wanted'; readonly by: string }
  | { readonly type: 'taken'; readonly by: string; readonly from?: string; readonly holds?: boolean };

/** A page that is drawn at this moment answers a little later; one that is frozen never, and holds nothing either. */
const answerMs = 200;

/** `name` is this page's own; of two that ask at the same time, and of two that have it, the smaller name has it. */
export function createHeldRequest(channel: PageChannel, timers: Pick<Timers, 'after'>, name: string): HeldRequest {
  const holds = new Set<{ readonly lost: () => void }>();
  let isTaken = false;
  let asking: Promise<boolean> | undefined;

  channel.onMessage((message) => {
    if (!isMessage(message)) return;
    if (message.type === 'taken') heardTaken(message);
    else if (holds.size > 0 || (asking && name < message.by)) tell(message.by);
    // It may have come too late to hear that this page asks as well.
    else if (asking) isTaken = true;
  });

  const tell = (by: string) => channel.post({ type: 'taken', by, from: name, holds: holds.size > 0 });

  /** On a busy computer it is heard when this page has taken the place already: then one of the two gives way. */
  function heardTaken({ by, from, holds: otherHolds }: Message & { type: 'taken' }): void {
    if (by !== name) return;
    isTaken = true;
    if (holds.size === 0 || from === undefined) return;
    if (otherHolds && from < name) giveWay();
    else tell(from);
  }

  function giveWay(): void {
    const lost = [...holds];
    holds.clear();
    for (const hold of lost) hold.lost();
  }

  function ask(): Promise<boolean> {
    isTaken = false;
    return new Promise((resolve) => {
      timers.after(answerMs, () => {
        asking = undefined;
        resolve(!isTaken);
      });
      channel.post({ type: 'wanted', by: name });
    });
  }

  function hold(lost: () => void): GiveBack {
    const mine = { lost };
    holds.add(mine);
    return () => holds.delete(mine);
  }

  return {
    take: async (lost = () => undefined) => {
      if (holds.size > 0) return hold(lost);
      asking ??= ask();
      return (await asking) ? hold(lost) : undefined;
    },
  };
}

const isMessage = (message: unknown): message is Message =>
  typeof message === 'object' && message !== null && 'type' in message && 'by' in message;

/** Where pages cannot hear each other, and where there is only one. */
export const alone: HeldRequest = { take: async () => () => undefined };
