/** Whether a tap counts ([TAP1]). */
export interface TapGuard {
  /** `moves`: the tap makes other things slide under the finger, so that the next tap would hit what nobody meant. */
  allows(target: string, moves: boolean): boolean;
  /** For a key that means the same wherever things stand: whether this press is no bounce of the one before. */
  isFirst(key: string): boolean;
  /** A hand has moved or uncovered something, and a bounce of it may hit what lies there now. */
  moved(): void;
  /** Something has slid by itself, or by another screen: whoever taps now aimed at what was there before. */
  slid(): void;
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

  function isFirst(target: string): boolean {
    if (isSoonAfter(taps.get(target))) return false;
    note(target);
    return true;
  }

  return {
    allows: (target, moves) => {
      if (nowMs() < closedUntilMs || isSoonAfter(uncovered.atMs) || !isFirst(target)) return false;
      if (moves) moved();
      return true;
    },
    isFirst,
    moved,
    slid: () => close(slidMs),
    uncovered: () => {
      uncovered.atMs = nowMs();
    },
    isClear: () => !isSoonAfter(uncovered.atMs) && !isSoonAfter(openedAtMs),
    above: () => guardOf(nowMs, uncovered, nowMs()),
  };
}
