import type { Command } from '#shared/domain/command.ts';
import { type LineId, type StationId, stationId } from '#shared/domain/id.ts';
import type { Line } from '#shared/domain/line.ts';
import type { Order } from '#shared/domain/order.ts';
import { untouched } from '#shared/domain/progress.ts';
import type { Settings } from '#shared/domain/settings.ts';
import { sightOf } from '#shared/domain/sight.ts';
import type { Station } from '#shared/domain/station.ts';
import { ticketAt, viewpointOf } from '#shared/domain/station-ticket.ts';
import { createWorld, withExpo } from './kitchen-world.ts';
import { buildOrder } from './screen-kit.ts';

/** A command on the one order; what it leaves out is: everywhere, all lines, no course, by nobody. */
export type Deed = { readonly kind: Command['kind'] } & Readonly<Record<string, unknown>>;

type Around = {
  readonly list?: readonly Station[];
  readonly settings?: Partial<Settings>;
  readonly order?: Partial<Order>;
};

/** One order in a kitchen, and what people there see and do; what they do is told in a word. */
export function kitchenInHand(lines: readonly Line[], { list = withExpo, settings = {}, order = {} }: Around = {}) {
  const first = buildOrder('1', { lines, ...order });
  const world = createWorld([first], list, settings);
  const on = { restaurantId: first.restaurantId, orderId: first.id };
  const now = () => world.orders.get(first.id)!;
  const linesAt = (station: string | null) =>
    ticketAt(now(), viewpointOf(world.stations, station as StationId | null), world.nowMs());

  /** `done`, `nothing` where all was so already, or the code of the refusal. */
  function run(deed: Deed): string {
    const decision = world.run({ station: null, lineIds: null, course: null, by: 'Ana', ...on, ...deed } as Command);
    if (!decision.ok) return decision.refusal.code;
    return decision.events.length > 0 ? 'done' : 'nothing';
  }

  return {
    world,
    on,
    now,
    run,
    line: (id: string) => now().lines.find((line) => line.id === id)!,
    /** `dish:state`, with a mark where somebody has yet to take note; `undefined` without a ticket. */
    look: (station: string | null) =>
      linesAt(station)?.lines.map(({ line, state, isUnseen }) => `${line.id}:${state}${isUnseen ? '!' : ''}`),
    sinceMs: (station: string | null) => linesAt(station)?.sinceMs,
    /** What somebody has before their eyes now, to say later. */
    sight: (station: string | null, lineIds: readonly string[] | null = null) => {
      const viewpoint = viewpointOf(world.stations, station as StationId | null);
      return sightOf(linesAt(station)?.lines ?? [], viewpoint, now().updatedAtMs, lineIds as readonly LineId[] | null);
    },
    /** Does it; the answer takes it back. */
    undoable: (deed: Deed) => {
      const before = now();
      run(deed);
      const after = now();
      return () => run({ kind: 'order.undo', before, after });
    },
  };
}

/** Shares of these stations that nobody has begun. */
export const shares = (...stations: readonly string[]) => ({
  progress: stations.map((station) => untouched(stationId(station), 'category')),
});
