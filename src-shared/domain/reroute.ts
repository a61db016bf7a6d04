import { aimAt, noSuchStation } from './aim.ts';
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
  if (to === station) return accept();
  const leaves = (line: Line) =>
    line.voidedAtMs === null &&
    line.progress.some((part) => aim.meets(line, part) && rankOf(part.status) < rankOf('ready'));
  return changedLines(order, (line) => (leaves(line) ? { ...line, progress: moved(line, station, to) } : line), nowMs);
}

/** A line that is cooked there already has one share less. */
function moved({ progress }: Line, from: StationId, to: StationId): readonly Progress[] {
  const isThere = progress.some(({ station }) => station === to);
  const kept = isThere ? progress.filter(({ station }) => station !== from) : progress;
  return kept.map((part) => {
    const after = part.after === from ? to : part.after;
    if (part.station !== from) return { ...part, after: after === part.station ? null : after };
    return { ...part, station: to, routedBy: 'hand', after: after === to ? null : after };
  });
}
