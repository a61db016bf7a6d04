import type { LineId, OrderId, StationId } from '#shared/domain/id.ts';
import type { Line } from '#shared/domain/line.ts';
import type { Order } from '#shared/domain/order.ts';
import type { CommandAnswer } from './pending-command.ts';
import { gapMs } from './slots.ts';

/** What a command of this screen has changed, for its way back ([UND1]). */
export type WayBack = {
  /** The command's key. */
  readonly key: string;
  readonly before: Order;
  readonly after: Order;
  readonly station: StationId | null;
  /** On the screen's steady clock. */
  readonly atMs: number;
};

/** Only what was bumped can be recalled; what is on hold is fired, and what was given away comes back by undo alone. */
export type Deed =
  | { readonly kind: 'bump' | 'hold' | 'fire' | 'ship' | 'deliver' }
  | { readonly kind: 'give'; readonly to: StationId };

/** What was done on this screen, as long as somebody may want them back ([UND1], [RCL2]). */
export type Bumped = WayBack & { readonly deed: Deed };

/** All but what fires, which brings dishes rather than takes them off: no ticket leaves a gap for it. */
export const takesAway = ({ deed }: Bumped): boolean => deed.kind !== 'fire';

/** As many as anybody recalls one by one. */
const mostBumped = 20;

/** Newest last. */
export const addBumped = (all: readonly Bumped[], one: Bumped): readonly Bumped[] => [...all, one].slice(-mostBumped);

export const withoutBumped = (all: readonly Bumped[], key: string): readonly Bumped[] =>
  all.filter((one) => one.key !== key);

/** As the kitchen has answered it. */
export const bumpedAs = (all: readonly Bumped[], key: string, { order }: CommandAnswer): readonly Bumped[] =>
  order ? all.map((one) => (one.key === key ? { ...one, after: order } : one)) : all;

/** What was recalled has no way back of its own any more. */
export const withoutBumpedOrder = (all: readonly Bumped[], id: OrderId, station: StationId | null): readonly Bumped[] =>
  all.filter(({ before, station: at }) => before.id !== id || at !== station);

/** What a bump took with it: null for all there was, or the dishes that were tapped one by one. */
export function bumpedLines({ before, after }: WayBack): readonly LineId[] | null {
  const was = new Map(before.lines.map((line) => [line.id, line]));
  const isMoved = (line: Line) => {
    const earlier = was.get(line.id);
    return earlier !== undefined && !isAsFar(line, earlier);
  };
  const ids = after.lines.filter(isMoved).map(({ id }) => id);
  return ids.length < after.lines.length ? ids : null;
}

/** Times aside: those before are hoped, those after are the server's. */
const isAsFar = (a: Line, b: Line) =>
  a.progress.every(({ station, status }) =>
    b.progress.some((part) => part.station === station && part.status === status),
  );

/** The last deed, as long as its gap offers the way back; later a bump is recalled. */
export function lastUndoable(all: readonly Bumped[], nowMs: number): Bumped | undefined {
  const last = all.at(-1);
  return last && nowMs - last.atMs < gapMs ? last : undefined;
}
