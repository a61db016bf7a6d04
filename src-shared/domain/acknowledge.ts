import { type Aim, aimAt } from './aim.ts';
import { hasUnseenAllergens } from './allergen-bar.ts';
import type { Acknowledge } from './command.ts';
import { type Decision, type KitchenView, refuse } from './decision.ts';
import { type Line, mapProgress } from './line.ts';
import type { Order } from './order.ts';
import { changedLines } from './order-change.ts';
import { goneAtMs } from './part-state.ts';
import { type Progress, rankOf } from './progress.ts';
import { wasSeenSo } from './sight.ts';
import { hasExpo } from './station.ts';

/** [ACG2] The cook has seen a change, a void, or allergens; what came since is still to be seen ([BMP2]). */
export function acknowledge(view: KitchenView, order: Order, command: Acknowledge, nowMs: number): Decision {
  const aim = aimAt(view, order, command);
  if ('refused' in aim) return aim.refused;
  const isExpo = isForExpo(view, aim);
  const isToNote = (line: Line, part: Progress) => !isExpo || isExposAlone(order, line, part);
  const acknowledged = (line: Line): Line => {
    const isMeant = (part: Progress) => aim.meets(line, part) && wasSeenSo(order, line, aim.viewpoint, command.seen);
    if (!line.progress.some(isMeant)) return line;
    const next = mapProgress(line, (part) => (isMeant(part) && isToNote(line, part) ? seen(part, nowMs) : part));
    return settled(answered(isExpo ? seenByExpo(next, nowMs) : next, command.cooked));
  };
  return changedLines(order, acknowledged, nowMs);
}

/**
 * [EXP2] Asked at the expo, or in the whole of a kitchen that has one: the stations see what is theirs for themselves,
 * until they have handed it on.
 */
export const isForExpo = (view: KitchenView, { viewpoint }: Aim): boolean =>
  viewpoint.station === null && hasExpo(view.stations());

/** No station will see it any more, or has ever seen it: it was handed on, or called off while it was on hold ([VOI2]). */
export const isExposAlone = (order: Order, line: Line, { status }: Progress): boolean =>
  rankOf(status) >= rankOf('ready') ||
  (goneAtMs(order, line) !== null && line.heldAtMs !== null && status === 'pending');

export const seenByExpo = (line: Line, nowMs: number): Line =>
  line.expoSeenAtMs === null ? { ...line, expoSeenAtMs: nowMs } : line;

function answered(line: Line, cooked: boolean | undefined): Line {
  if (cooked === undefined || line.voidedAtMs === null || line.voidCooked === cooked) return line;
  return { ...line, voidCooked: cooked };
}

export const seen = (part: Progress, nowMs: number): Progress =>
  part.acknowledgedAtMs === null ? { ...part, acknowledgedAtMs: nowMs } : part;

/** Every station has to see it anew, and the expo. */
export function unseen(line: Line): Line {
  const next = mapProgress(line, (part) =>
    part.acknowledgedAtMs === null ? part : { ...part, acknowledgedAtMs: null },
  );
  return next.expoSeenAtMs === null ? next : { ...next, expoSeenAtMs: null };
}

/** Once every station has seen a change there is no old and new any more ([CHG1]). */
export function settled(line: Line): Line {
  if (line.changedFrom === null || line.progress.some(({ acknowledgedAtMs }) => acknowledgedAtMs === null)) return line;
  return { ...line, changedFrom: null };
}

type Meets = (line: Line, part: Progress) => boolean;

/**
 * [ALG2] The refusal when one of these lines has allergens that must be acknowledged before it is begun. Each station
 * answers for its own share: another one may not even see the dish yet.
 */
export function barredBy(view: KitchenView, lines: readonly Line[], meets: Meets = () => true): Decision | undefined {
  if (!view.settings().acknowledgeAllergens) return undefined;
  const isBarred = (line: Line) =>
    hasUnseenAllergens(
      line,
      line.progress.filter((part) => meets(line, part)),
    );
  return lines.some(isBarred) ? acknowledgeFirst : undefined;
}

const acknowledgeFirst = refuse('acknowledge_first', 'It has allergens that somebody must acknowledge first.');
