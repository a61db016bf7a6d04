import type { Timers } from '../link/timers.ts';
import type { TextStore } from '../sound/chime-memory.ts';

/** By how many pixels the picture stands from the screen's own edge. */
export type Offset = { readonly x: number; readonly y: number };

/** Room that the picture leaves, so that it can move without being cut. */
export const driftPx = 8;

const side = driftPx + 1;
const places = side * side;
const there = places - 1;

/** Row after row to and fro, and back the same way: each place is a pixel from the last, and all are visited ([BRN1]). */
export function offsetAt(step: number): Offset {
  const turn = step % (2 * there);
  const place = turn <= there ? turn : 2 * there - turn;
  const y = Math.floor(place / side);
  const along = place % side;
  return { x: y % 2 === 0 ? along : driftPx - along, y };
}

/** What a screen that shows the same picture for months needs ([BRN1]). */
export interface Drift {
  /** Undefined while it is switched off: then the picture has the whole screen. */
  offset(): Offset | undefined;
  /** Somebody is at this screen: nothing moves for a while. */
  touched(): void;
  turn(isOn: boolean): void;
  subscribe(listener: () => void): () => void;
}

const stepMs = 3 * 60_000;
const calmMs = 60_000;
const middle = there / 2;

export function createDrift(timers: Pick<Timers, 'nowMs' | 'after'>, kept: TextStore): Drift {
  const listeners = new Set<() => void>();
  let isOn = kept.read() !== 'off';
  let step = middle;
  let offset = offsetAt(step);
  let touchedAtMs = Number.NEGATIVE_INFINITY;

  function tell(): void {
    for (const listener of [...listeners]) listener();
  }

  function look(): void {
    const calmInMs = touchedAtMs + calmMs - timers.nowMs();
    if (calmInMs > 0) {
      timers.after(calmInMs, look);
      return;
    }
    offset = offsetAt(++step);
    if (isOn) tell();
    timers.after(stepMs, look);
  }

  timers.after(stepMs, look);
  return {
    offset: () => (isOn ? offset : undefined),
    touched: () => {
      touchedAtMs = timers.nowMs();
    },
    turn: (next) => {
      isOn = next;
      kept.write(next ? 'on' : 'off');
      tell();
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
