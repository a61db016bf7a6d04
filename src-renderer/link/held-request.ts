import type { Timers } from './timers.ts';

/**
 * Of a browser's pages one at a time holds a request to the kitchen open ([TAB2]): over HTTP/1.1 a browser has six
 * connections to a server for all of its pages, and with six that wait no order could be sent from any of them.
 */
export interface HeldRequest {
  /** Gives the place back when called; `undefined` when another page has it. A page may have it several times. */
  take(): Promise<GiveBack | undefined>;
}

export type GiveBack = () => void;

/** Between the pages of one browser and one server. */
export interface PageChannel {
  post(message: unknown): void;
  onMessage(listener: (message: unknown) => void): void;
}

type Message = { readonly type: 'wanted' | 'taken'; readonly by: string };

/** A page that is drawn at this moment answers a little later; one that is frozen never, and holds nothing either. */
const answerMs = 200;

/** `name` is this page's own; of two that ask at the same time the smaller name has it. */
export function createHeldRequest(channel: PageChannel, timers: Pick<Timers, 'after'>, name: string): HeldRequest {
  let held = 0;
  let isTaken = false;
  let asking: Promise<boolean> | undefined;

  channel.onMessage((message) => {
    if (!isMessage(message)) return;
    if (message.type === 'taken') isTaken ||= message.by === name;
    else if (held > 0 || (asking && name < message.by)) channel.post({ type: 'taken', by: message.by });
    // It may have come too late to hear that this page asks as well.
    else if (asking) isTaken = true;
  });

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

  function hold(): GiveBack {
    held++;
    let isBack = false;
    return () => {
      if (!isBack) held--;
      isBack = true;
    };
  }

  return {
    take: async () => {
      if (held > 0) return hold();
      asking ??= ask();
      return (await asking) ? hold() : undefined;
    },
  };
}

const isMessage = (message: unknown): message is Message =>
  typeof message === 'object' && message !== null && 'type' in message && 'by' in message;

/** Where pages cannot hear each other, and where there is only one. */
export const alone: HeldRequest = { take: async () => () => undefined };
