/** Whether a tap counts ([TAP1]). */
export interface TapGuard {
  /** `moves`: the tap makes other things slide under the finger, so that the next tap would hit what nobody meant. */
  allows(target: string, moves: boolean): boolean;
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
  let lastTarget = '';
  let lastAtMs = Number.NEGATIVE_INFINITY;
  let lastMoved = false;
  let uncoveredAtMs = Number.NEGATIVE_INFINITY;

  function moved(): void {
    lastAtMs = nowMs();
    lastMoved = true;
  }

  return {
    allows: (target, moves) => {
      const now = nowMs();
      if (now - lastAtMs < guardMs && (lastMoved || target === lastTarget)) return false;
      lastTarget = target;
      lastAtMs = now;
      lastMoved = moves;
      return true;
    },
    moved,
    uncovered: () => {
      uncoveredAtMs = nowMs();
      moved();
    },
    isClear: () => nowMs() - uncoveredAtMs >= guardMs,
    above: () => {
      const guard = createTapGuard(nowMs);
      guard.moved();
      return guard;
    },
  };
}
