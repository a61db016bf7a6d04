/** Whether a tap counts ([TAP1]). */
export interface TapGuard {
  /** `moves`: the tap makes other things slide under the finger, so that the next tap would hit what nobody meant. */
  allows(target: string, moves: boolean): boolean;
  /** Something has slid, by another screen or by itself: whoever taps now aimed at what was there before. */
  moved(): void;
}

const guardMs = 250;

export function createTapGuard(nowMs: () => number): TapGuard {
  let lastTarget = '';
  let lastAtMs = Number.NEGATIVE_INFINITY;
  let lastMoved = false;
  return {
    allows: (target, moves) => {
      const now = nowMs();
      if (now - lastAtMs < guardMs && (lastMoved || target === lastTarget)) return false;
      lastTarget = target;
      lastAtMs = now;
      lastMoved = moves;
      return true;
    },
    moved: () => {
      lastAtMs = nowMs();
      lastMoved = true;
    },
  };
}
