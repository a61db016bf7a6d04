import { type Deed, type DeedValue, dishFields, named } from './deed.ts';
import type { StationId } from './id.ts';
import type { Line } from './line.ts';
import { type Progress, rankOf } from './progress.ts';

/** What happened to one dish that was in the order before and is in it still. `isSplit`: some of it has left. */
export function lineDeeds(before: Line, after: Line, isSplit: boolean): readonly Deed[] {
  const work = [...givenAway(before, after), ...after.progress.flatMap((part) => shareDeeds(before, after, part))];
  return [
    ...contentDeeds(before, after, isSplit),
    ...voidDeeds(before, after),
    ...holdDeeds(before, after),
    ...work,
    ...seenDeeds(before, after, work.length === 0),
  ];
}

function contentDeeds(before: Line, after: Line, isSplit: boolean): readonly Deed[] {
  return dishFields
    .filter((field) => !(isSplit && field === 'quantity'))
    .map((field) => ({ field, old: written(before, field), new: written(after, field) }))
    .filter((one) => one.old !== one.new)
    .map((one) => ({ what: 'changed', dishes: [named(before)], ...one }));
}

function written(line: Line, field: (typeof dishFields)[number]): DeedValue {
  if (field === 'modifiers') return line.modifiers.map(({ name }) => name).join(', ') || null;
  if (field === 'allergens') return line.allergens.join(', ') || null;
  return line[field];
}

function voidDeeds(before: Line, after: Line): readonly Deed[] {
  const dishes = [named(after)];
  const isNow = after.voidedAtMs !== null;
  const deeds: Deed[] = [];
  if (isNow && before.voidedAtMs === null) deeds.push({ what: 'voided', dishes, reason: after.voidReason });
  if (!isNow && before.voidedAtMs !== null) deeds.push({ what: 'restored', dishes });
  if (after.voidCooked !== null && after.voidCooked !== before.voidCooked)
    deeds.push({ what: after.voidCooked ? 'cooked' : 'not-cooked', dishes });
  return deeds;
}

function holdDeeds(before: Line, after: Line): readonly Deed[] {
  const dishes = [named(after)];
  if (before.heldAtMs === null && after.heldAtMs !== null) return [{ what: 'held', dishes }];
  const isFired = after.heldAtMs === null && after.firedAtMs !== null && after.firedAtMs !== before.firedAtMs;
  const isReleased = before.heldAtMs !== null && after.heldAtMs === null;
  return isFired || isReleased ? [{ what: 'fired', dishes }] : [];
}

const shareAt = ({ progress }: Line, at: StationId) => progress.find(({ station }) => station === at);

/** [RTE4] The station that has it no more, and the one that has it anew. */
function givenAway(before: Line, after: Line): readonly Deed[] {
  const gone = before.progress.filter(({ station }) => !shareAt(after, station));
  const isTaken = (part: Progress) => {
    const was = shareAt(before, part.station);
    return was === undefined || (part.routedBy === 'hand' && was.turn !== part.turn);
  };
  // A share that was there and is as far takes the other one in without a trace.
  const [only, ...others] = after.progress;
  const to = (after.progress.find(isTaken) ?? (others.length === 0 ? only : undefined))?.station ?? null;
  return gone.map(({ station }) => ({ what: 'given', dishes: [named(after)], station, to }));
}

function shareDeeds(before: Line, after: Line, part: Progress): readonly Deed[] {
  const was = shareAt(before, part.station);
  if (!was) return [];
  const { station, status, doneByAge: byAge } = part;
  const dishes = [named(after)];
  const step = rankOf(status) - rankOf(was.status);
  if (step > 0) return [{ what: 'worked', dishes, station, status, byAge }];
  return step < 0 || part.sinceMs !== was.sinceMs ? [{ what: 'back', dishes, station, status }] : [];
}

/** Whoever works on a dish has seen it; only what is done for its own sake is told. */
function seenDeeds(before: Line, after: Line, isForItself: boolean): readonly Deed[] {
  if (!isForItself) return [];
  const dishes = [named(after)];
  const stations = after.progress
    .filter((part) => part.acknowledgedAtMs !== null && shareAt(before, part.station)?.acknowledgedAtMs === null)
    .map(({ station }): Deed => ({ what: 'seen', dishes, station }));
  const isByPass = stations.length === 0 && after.expoSeenAtMs !== null && before.expoSeenAtMs === null;
  return isByPass ? [{ what: 'seen', dishes, station: null }] : stations;
}
