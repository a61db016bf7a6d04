import type { DomainEvent, OrderEvent } from './event.ts';
import type { StationId } from './id.ts';
import type { Line } from './line.ts';
import type { Order } from './order.ts';
import { goneAtMs } from './part-state.ts';
import type { Progress } from './progress.ts';

/**
 * What of a line was brought about by commands that ring nothing ([CHM10]). Kept with the line, so that it holds also
 * for a screen that comes late; what is brought about aloud afterwards is no longer in it.
 */
export type Quiet = {
  /** Whose work it became, was moved on or came back. */
  readonly stations: readonly StationId[];
  readonly change: boolean;
  readonly voiding: boolean;
};

const nothing: Quiet = { stations: [], change: false, voiding: false };

/** The event with what it brings noted on its lines; the very same one when there is nothing to note. */
export function noted(event: DomainEvent, before: Order | undefined, isSilent: boolean): DomainEvent {
  if (!('order' in event)) return event;
  if (!isSilent && event.order.lines.every(({ quiet }) => quiet === null)) return event;
  const was = new Map(before?.lines.map((line) => [line.id, line]));
  const lines = event.order.lines.map((line) =>
    notedLine(line, newsOf({ line, order: event.order }, was.get(line.id), before), isSilent),
  );
  const data: OrderEvent['data'] = isSilent ? { ...event.data, silent: true } : event.data;
  return { ...event, order: { ...event.order, lines }, data };
}

function notedLine(line: Line, news: Quiet, isSilent: boolean): Line {
  const known = line.quiet ?? nothing;
  const others = known.stations.filter((station) => !news.stations.includes(station));
  const quiet: Quiet = {
    stations: isSilent ? [...others, ...news.stations] : others,
    change: news.change ? isSilent : known.change,
    voiding: news.voiding ? isSilent : known.voiding,
  };
  const isNothing = quiet.stations.length === 0 && !quiet.change && !quiet.voiding;
  return { ...line, quiet: isNothing ? null : quiet };
}

/** All that could be heard of a line after the command and not before it. */
function newsOf(
  { line, order }: { readonly line: Line; readonly order: Order },
  was: Line | undefined,
  before: Order | undefined,
): Quiet {
  const isTimed = line.heldAtMs !== was?.heldAtMs || line.startsAtMs !== was?.startsAtMs;
  const isNews = (part: Progress) => isTimed || isMoved(part, was) || isMakerMoved(part, line, was);
  return {
    stations: line.progress.filter(isNews).map(({ station }) => station),
    change: line.changedAtMs !== (was?.changedAtMs ?? null),
    voiding: goneAtMs(order, line) !== (was && before ? goneAtMs(before, was) : null),
  };
}

const shareOf = (line: Line | undefined, at: StationId | null) => line?.progress.find(({ station }) => station === at);

function isMoved(part: Progress, line: Line | undefined): boolean {
  const was = shareOf(line, part.station);
  return was === undefined || was.status !== part.status || was.turn !== part.turn || was.sinceMs !== part.sinceMs;
}

/** What is handed on is news to the next station, though nothing of its own share has changed. */
const isMakerMoved = ({ after }: Progress, line: Line, was: Line | undefined): boolean =>
  after.some((maker) => shareOf(line, maker)?.status !== shareOf(was, maker)?.status);

/**
 * Whether it became ready without a sound. The last step of all decides: what was made ready, or called off, so that
 * nothing was left to do.
 */
export function isReadyQuietly({ lines }: Order): boolean {
  const steps = lines.flatMap(({ progress, voidedAtMs, quiet }) =>
    voidedAtMs !== null
      ? [{ atMs: voidedAtMs, isQuiet: quiet?.voiding ?? false }]
      : progress.map(({ station, readyAtMs }) => ({
          atMs: readyAtMs ?? 0,
          isQuiet: quiet?.stations.includes(station) ?? false,
        })),
  );
  const lastMs = Math.max(...steps.map(({ atMs }) => atMs));
  return steps.some(({ atMs, isQuiet }) => atMs === lastMs && isQuiet);
}
