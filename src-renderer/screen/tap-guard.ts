/** Whether a tap counts ([TAP1]). */
export interface TapGuard {
  /**
   * `moves`: the tap makes other things slide under the finger, so that the next tap would hit what nobody meant.
   * `ticket`: whose it is, for a finger; a key goes by what is selected, not by where it stands.
   */
  allows(target: string, moves: boolean, ticket?: string): boolean;
  /** For a key that means the same wherever things stand: whether this press is no bounce of the one before. */
  isFirst(key: string): boolean;
  /** A question stands where the tap was ([PAS3]). */
  asks(question: string): void;
  /** Whether a tap now is an answer to it: a slow double tap is none, nor one by who has not read a word of it. */
  isAnswer(question: string): boolean;
  /** A hand has moved or uncovered something, and a bounce of it may hit what lies there now. */
  moved(): void;
  /**
   * Something has slid by itself, or by another screen: whoever taps now aimed at what was there before. With `tickets`
   * these alone: nobody who taps on another one loses the tap.
   */
  slid(tickets?: Iterable<string>): void;
  /** The same for a sheet that has gone: also what does not move lay below its cross. */
  uncovered(): void;
  /** For what tickets do not move, such as the header or a sheet's cross: only what has just come or gone is in the way. */
  isClear(): boolean;
  /**
   * One for a sheet that opens now: it stands still while what is below it slides, and slides by itself. What goes from
   * above it uncovers it, too.
   */
  above(): TapGuard;
}

const guardMs = 250;

/** Nobody stops a finger that is on its way in less: to see that something has moved takes half of it. */
const slidMs = 600;

/** When a sheet went last: a tap that closes one may bounce on whatever it lay over, the board or another sheet. */
type Uncovered = { atMs: number };

export function createTapGuard(nowMs: () => number): TapGuard {
  return guardOf(nowMs, { atMs: Number.NEGATIVE_INFINITY }, Number.NEGATIVE_INFINITY);
}

function guardOf(nowMs: () => number, uncovered: Uncovered, openedAtMs: number): TapGuard {
  const taps = new Map<string, number>();
  const slidAtMs = new Map<string, number>();
  const askedAtMs = new Map<string, number>();
  let closedUntilMs = openedAtMs + guardMs;

  const isSoonAfter = (atMs = Number.NEGATIVE_INFINITY) => nowMs() - atMs < guardMs;

  function close(forMs: number): void {
    closedUntilMs = Math.max(closedUntilMs, nowMs() + forMs);
  }
  const moved = () => close(guardMs);

  function note(target: string): void {
    for (const [other, atMs] of taps) if (!isSoonAfter(atMs)) taps.delete(other);
    taps.set(target, nowMs());
  }

  /** Few slide at once, and what is over is forgotten with the next one that does. */
  function noteSlid(tickets: Iterable<string>): void {
    for (const [ticket, atMs] of slidAtMs) if (nowMs() - atMs >= slidMs) slidAtMs.delete(ticket);
    for (const ticket of tickets) slidAtMs.set(ticket, nowMs());
  }
  const hasSlid = (ticket = '') => nowMs() - (slidAtMs.get(ticket) ?? Number.NEGATIVE_INFINITY) < slidMs;

  function isFirst(target: string): boolean {
    if (isSoonAfter(taps.get(target))) return false;
    note(target);
    return true;
  }

  return {
    allows: (target, moves, ticket) => {
      const isClosed = nowMs() < closedUntilMs || hasSlid(ticket);
      if (isClosed || isSoonAfter(uncovered.atMs) || !isFirst(target)) return false;
      if (moves) moved();
      return true;
    },
    isFirst,
    asks: (question) => void askedAtMs.set(question, nowMs()),
    isAnswer: (question) => nowMs() - (askedAtMs.get(question) ?? Number.NEGATIVE_INFINITY) >= slidMs,
    moved,
    slid: (tickets) => (tickets ? noteSlid(tickets) : close(slidMs)),
    uncovered: () => {
      uncovered.atMs = nowMs();
    },
    isClear: () => !isSoonAfter(uncovered.atMs) && !isSoonAfter(openedAtMs),
    above: () => guardOf(nowMs, uncovered, nowMs()),
  };
}
