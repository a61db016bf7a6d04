import { settled } from './acknowledge.ts';
import { aimAt, noSuchStation, orderCancelled } from './aim.ts';
import type { Reroute } from './command.ts';
import { accept, type Decision, type KitchenView } from './decision.ts';
import type { StationId } from './id.ts';
import type { Line } from './line.ts';
import type { Order } from './order.ts';
import { changedLines } from './order-change.ts';
import { type Progress, rankOf } from './progress.ts';
import { stationOf } from './station.ts';

/** [RTE4] What is to do at one station is to do at another. */
export function reroute(view: KitchenView, order: Order, command: Reroute, nowMs: number): Decision {
  const aim = aimAt(view, order, command);
  if ('refused' in aim) return aim.refused;
  const { station, to } = command;
  if (stationOf(view.stations(), to)?.kind !== 'prep' || aim.viewpoint.station === null) return noSuchStation;
  if (order.cancelledAtMs !== null) return orderCancelled;
  if (to === station) return accept();
  const leaves = (line: Line) =>
    line.voidedAtMs === null &&
    line.progress.some((part) => aim.meets(line, part) && rankOf(part.status) < rankOf('ready'));
  const rerouted = (line: Line) => settled({ ...line, progress: moved(line, station, to) });
  return changedLines(order, (line) => (leaves(line) ? rerouted(line) : line), nowMs);
}

/** The share as it goes over; where the other station has one of this line, both become one. */
function moved({ progress }: Line, from: StationId, to: StationId): readonly Progress[] {
  const gone = progress.find(({ station }) => station === from);
  const there = progress.find(({ station }) => station === to);
  if (!gone) return progress;
  const kept = there ? progress.filter((part) => part !== gone) : progress;
  const next = kept.map((part) => (part === gone || part === there ? given(gone, there, to) : part));
  return next.map((part) => ({ ...part, after: waited(next, part, from, to) }));
}

/** Whoever has done their own share of the dish has it before them again: this part of it is not cooked ([RTE4]). */
function given(gone: Progress, there: Progress | undefined, to: StationId): Progress {
  const after = [...(there?.after ?? []), ...gone.after];
  if (there && rankOf(there.status) <= rankOf(gone.status)) return { ...there, after };
  const turn = there ? 1 + Math.max(there.turn, gone.turn) : gone.turn;
  // The other cook has seen nothing of what this one has acknowledged ([ACG1]).
  return { ...gone, station: to, routedBy: 'hand', after, acknowledgedAtMs: null, turn };
}

/** Those who waited for the one wait for the other, which waits for nobody who waits for it. */
function waited(all: readonly Progress[], part: Progress, from: StationId, to: StationId): readonly StationId[] {
  const makers = new Set(part.after.map((id) => (id === from ? to : id)));
  makers.delete(part.station);
  if (part.station !== to) return [...makers];
  return [...makers].filter((id) => !waitsFor(all, id, new Set([from, to])));
}

function waitsFor(all: readonly Progress[], id: StationId, wanted: ReadonlySet<StationId>): boolean {
  const after = all.find(({ station }) => station === id)?.after ?? [];
  return after.some((maker) => wanted.has(maker) || waitsFor(all, maker, wanted));
}
