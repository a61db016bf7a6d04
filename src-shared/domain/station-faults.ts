import type { StationId } from './id.ts';
import type { Station } from './station.ts';

/** Why stations cannot be so, and with which of them it is wrong; null for all of them together. */
export type StationFault = {
  readonly what: 'same-id' | 'nobody-cooks' | 'hands-on-to-nobody' | 'circle';
  readonly station: StationId | null;
};

/** [RTE3] The same for the server, which refuses them, and for the page, which says so before it is asked to. */
export function stationFaults(list: readonly Station[]): readonly StationFault[] {
  const cooks = new Set(list.filter(({ kind }) => kind === 'prep').map(({ id }) => id));
  return [
    ...list.filter((one) => list.some((other) => other !== one && other.id === one.id)).map(faultOf('same-id')),
    ...(cooks.size > 0 ? [] : [{ what: 'nobody-cooks', station: null } as const]),
    ...list.filter(({ next }) => next !== null && !cooks.has(next)).map(faultOf('hands-on-to-nobody')),
    ...list.filter((one) => isRound(one, list)).map(faultOf('circle')),
  ];
}

const faultOf =
  (what: StationFault['what']) =>
  ({ id }: Station): StationFault => ({ what, station: id });

function isRound(first: Station, list: readonly Station[]): boolean {
  let at: Station | undefined = first;
  for (let steps = 0; steps <= list.length && at; steps++) {
    const { next }: Station = at;
    if (next === first.id) return true;
    at = list.find(({ id }) => id === next);
  }
  return false;
}
