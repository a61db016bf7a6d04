import type { Caller } from '../ports.ts';

/** How many live connections of each session or device there are. */
export interface SessionPlaces {
  take(caller: Caller): void;
  giveBack(caller: Caller): void;
  /** One more would be too many ([LIM4]). */
  isFull(caller: Caller): boolean;
  /** There are already too many. */
  isOver(caller: Caller): boolean;
}

/** More pages than anybody looks at; those that are not seen for a minute let go by themselves. */
const mostOfOne = 8;

export function createSessionPlaces(): SessionPlaces {
  const counts = new Map<string, number>();
  const count = (caller: Caller) => (isLimited(caller) ? (counts.get(sessionName(caller)) ?? 0) : 0);

  function change(caller: Caller, by: number): void {
    const left = (counts.get(sessionName(caller)) ?? 0) + by;
    if (left > 0) counts.set(sessionName(caller), left);
    else counts.delete(sessionName(caller));
  }

  return {
    take: (caller) => change(caller, 1),
    giveBack: (caller) => change(caller, -1),
    isFull: (caller) => count(caller) >= mostOfOne,
    isOver: (caller) => count(caller) > mostOfOne,
  };
}

/** A program may follow each guest's order by a stream of its own. */
const isLimited = ({ role }: Caller) => role !== 'service';

/** Who comes by PIN counts as the device that they are at. */
export const sessionName = ({ deviceId, jti }: Caller): string => deviceId ?? jti;
