/** Pages by name, whether they are in or were a moment ago. Times are of the server's clock, in ms. */
export interface KeptPlaces {
  came(name: string, nowMs: number): void;
  went(name: string, nowMs: number): void;
  /** Whether a place waits for one of them. */
  some(isIt: (name: string) => boolean, nowMs: number): boolean;
  /** How many wait, and are nobody else's meanwhile. */
  count(nowMs: number): number;
}

/** Longer than a screen needs to see that its connection is dead, and to be back through a bad network. */
const keptMs = 30_000;
/** Whoever was in for less has nothing to lose; else knocking alone would take places. */
const settledMs = 5000;

/**
 * Who was in and was cut off finds the place still free: where the house is full or strangers crowd the door, a stall of
 * the machine would else cost the kitchen's own screens their places ([FUL2]).
 */
export function createKeptPlaces(): KeptPlaces {
  const here = new Map<string, { readonly sinceMs: number; readonly open: number }>();
  /** Who went first stands first. */
  const away = new Map<string, { readonly sinceMs: number; readonly leftAtMs: number }>();

  function letGo(nowMs: number): void {
    for (const [name, { leftAtMs }] of away) {
      if (nowMs - leftAtMs < keptMs) return;
      away.delete(name);
    }
  }

  return {
    came: (name, nowMs) => {
      letGo(nowMs);
      const { sinceMs, open } = here.get(name) ?? { sinceMs: away.get(name)?.sinceMs ?? nowMs, open: 0 };
      away.delete(name);
      here.set(name, { sinceMs, open: open + 1 });
    },
    went: (name, nowMs) => {
      const stay = here.get(name);
      if (!stay) return;
      if (stay.open > 1) here.set(name, { ...stay, open: stay.open - 1 });
      else {
        here.delete(name);
        if (nowMs - stay.sinceMs >= settledMs) away.set(name, { sinceMs: stay.sinceMs, leftAtMs: nowMs });
      }
    },
    some: (isIt, nowMs) => {
      letGo(nowMs);
      return [...away.keys()].some(isIt);
    },
    count: (nowMs) => {
      letGo(nowMs);
      return away.size;
    },
  };
}
