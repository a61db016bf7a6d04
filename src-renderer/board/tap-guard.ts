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
  /** For what tickets do not move, such as the header: only a sheet that has just gone is in the way. */
  isClear(): boolean;
  /** One for a sheet that opens now: it stands still while what is below it slides, and slides by itself. */
  above(): TapGuard;
}

const guardMs = 250;

export function createTapGuard(nowMs: () => number): TapGuard {
  const taps = new Map<string, number>();
  let movedAtMs = Number.NEGATIVE_INFINITY;
  let uncoveredAtMs = Number.NEGATIVE_INFINITY;

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
      if (isSoonAfter(movedAtMs) || !isFirst(target)) return false;
      if (moves) moved();
      return true;
    },
    isFirst,
    moved,
    uncovered: () => {
      uncoveredAtMs = nowMs();
      moved();
    },
    isClear: () => !isSoonAfter(uncoveredAtMs),
    above: () => {
      const guard = createTapGuard(nowMs);
      guard.moved();
      return guard;
    },
  };
}
