/** How long no hand has been at this screen ([SLT2]). */
export interface Stillness {
  /** A key, a wheel, a finger or a mouse that moves; `isDown` while something lies on the screen. */
  touched(isDown?: boolean): void;
  /** In milliseconds; 0 while something lies on it. */
  forMs(): number;
}

/** What lies there for longer is no hand: a drop of water, or what leans on the screen. */
const longestHoldMs = 30_000;

export function createStillness(nowMs: () => number): Stillness {
  let touchedAtMs = Number.NEGATIVE_INFINITY;
  let isHeld = false;
  return {
    touched: (isDown = false) => {
      touchedAtMs = nowMs();
      isHeld = isDown;
    },
    forMs: () => {
      const ms = nowMs() - touchedAtMs;
      return isHeld && ms < longestHoldMs ? 0 : ms;
    },
  };
}
