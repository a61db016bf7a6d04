/** Whether a tap counts ([TAP1]). */
export interface TapGuard {
  /** `moves`: the tap makes other things slide under the finger, so that the next tap would hit what nobody meant. */
  allows(target: string, moves: boolean): boolean;
  /** For a key that means the same wherever things stand: whether this press is no bounce of the one before. */
  isFirst(key: string): boolean;
  /** Something has slid, by another screen or by itself: whoever taps now aimed at what was there before. */
  moved(): void;
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

/** When a sheet went last: a tap that closes one may bounce on whatever it lay over, the board or another sheet. */
type Uncovered = { atMs: number };

export function createTapGuard(nowMs: () => number): TapGuard {
  return guardOf(nowMs, { atMs: Number.NEGATIVE_INFINITY }, Number.NEGATIVE_INFINITY);
}

function guardOf(nowMs: () => number, uncovered: Uncovered, openedAtMs: number): TapGuard {
  const taps = new Map<string, number>();
  let movedAtMs = openedAtMs;

  const isSoonAfter = (atMs = Number.NEGATIVE_INFINITY) => nowMs() - atMs < guardMs;

  function moved(): void {
    movedAtMs = nowMs();
  }

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
      if (isSoonAfter(movedAtMs) || isSoonAfter(uncovered.atMs) || !isFirst(target)) return false;
      if (moves) moved();
      return true;
    },
    isFirst,
    moved,
    uncovered: () => {
      uncovered.atMs = nowMs();
    },
    isClear: () => !isSoonAfter(uncovered.atMs) && !isSoonAfter(openedAtMs),
    above: () => guardOf(nowMs, uncovered, nowMs()),
  };
}
