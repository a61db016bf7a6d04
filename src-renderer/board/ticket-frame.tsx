import { ArrowRight } from 'lucide-react';
import type { CSSProperties, ReactNode } from 'react';
import { useText } from '../messages/text-context.tsx';
import type { GridBox, Part, Place } from './ticket-layout.ts';
import type { TicketRow } from './ticket-rows.tsx';

/** `undefined`: in a list, as high as it is. `hidden`: drawn to be measured. */
export type Spot = Place | 'hidden' | undefined;

type TicketFrameProps = {
  readonly id: string;
  /** What the ticket is called: `T 5`. */
  readonly label: string;
  readonly slot: number;
  readonly spot: Spot;
  readonly box: GridBox | undefined;
  /** Somebody looks for a dish that is on it. */
  readonly isMarked: boolean;
  /** All of it in elements with `data-head`: the grid measures them. */
  readonly head: ReactNode;
  readonly rows: readonly TicketRow[];
  /** Stands above the foot of a ticket that scrolls. */
  readonly more: ReactNode;
  /** All of it in an element with `data-foot`. */
  readonly foot: ReactNode;
};

/** A ticket on its place: in one piece, over several columns ([GRD2]), or torn into cells ([GRD5]). */
export function TicketFrame(props: TicketFrameProps) {
  const { id, label, slot, spot, box, isMarked } = props;
  const t = useText();
  const place = typeof spot === 'object' ? spot : undefined;
  const parts = place?.parts;
  return (
    <article
      data-ticket={id}
      data-span={place?.span ?? 1}
      data-slot={slot}
      data-marked={(isMarked && !parts) || undefined}
      aria-label={t('ticket.name', { ticket: label })}
      aria-hidden={spot === 'hidden'}
      style={box && !parts ? positionOf(spot, box) : undefined}
      className={parts ? 'contents' : look}
    >
      {parts && place && box ? (
        parts.map(({ from, to }, index) => (
          <TornPart key={`${from}-${to}`} {...props} place={place} box={box} index={index} />
        ))
      ) : (
        <Whole {...props} place={place} />
      )}
    </article>
  );
}

/** Of a ticket, left and right. */
const borders = 2;

const look = 'arrives flex flex-col overflow-hidden rounded-xl border border-edge bg-surface';

function Whole({ place, box, head, rows, more, foot }: TicketFrameProps & { readonly place: Place | undefined }) {
  const span = place?.span ?? 1;
  const scrolls = place?.scrolls ?? false;
  return (
    <>
      {head}
      <div className={`min-h-0 flex-1 ${scrolls ? 'overflow-y-auto' : ''}`}>
        <div style={span > 1 && box ? columnsOf(span, box, scrolls) : undefined}>{drawn(rows)}</div>
      </div>
      {scrolls && more}
      {foot}
    </>
  );
}

type TornPartProps = TicketFrameProps & { readonly place: Place; readonly box: GridBox; readonly index: number };

function TornPart({ place, box, index, label, isMarked, head, rows, more, foot }: TornPartProps) {
  const parts = place.parts ?? [];
  const part = parts[index];
  if (!part) return null;
  // A line that has just come is in the last part, until it has been measured.
  const isLast = index === parts.length - 1;
  const edges = `${index > 0 ? 'torn-above' : ''} ${isLast ? '' : 'torn-below'}`;
  return (
    <div
      data-part={index + 1}
      data-marked={isMarked || undefined}
      style={positionOf(cellOf(place, part), box)}
      className={`${look} ${edges}`}
    >
      {index === 0 ? (
        head
      ) : (
        <Continued label={label} part={`${index + 1}/${parts.length}`} under={rows[part.from]?.under ?? null} />
      )}
      <div className={`min-h-0 flex-1 ${part.scrolls ? 'overflow-y-auto' : ''}`}>
        {drawn(rows.slice(part.from, isLast ? rows.length : part.to))}
      </div>
      {part.scrolls && more}
      {isLast ? foot : <GoesOn part={`${index + 1}/${parts.length}`} />}
    </div>
  );
}

const cellOf = ({ span, height }: Place, { column, top }: Part): Place => ({
  column,
  top,
  span,
  height,
  scrolls: false,
});

const drawn = (rows: readonly TicketRow[]) => rows.map(({ node }) => node);

type ContinuedProps = { readonly label: string; readonly part: string; readonly under: TicketRow['under'] };

function Continued({ label, part, under }: ContinuedProps) {
  const t = useText();
  return (
    <h3 className="flex h-12 shrink-0 items-end gap-2 bg-raised-strong px-3 pb-1 text-[1.375rem] leading-none font-bold">
      <bdi>{label}</bdi>·<bdi className="tabular">{part}</bdi>
      {under && under.course !== null && (
        <span data-course={under.course} className="ms-auto truncate text-meta">
          {t(under.isHeld ? 'ticket.courseHeld' : 'line.course', { course: under.course })}
        </span>
      )}
    </h3>
  );
}

function GoesOn({ part }: { readonly part: string }) {
  const t = useText();
  return (
    <p className="flex h-9 shrink-0 items-center justify-center gap-2 bg-raised-strong pb-2 text-meta leading-none font-semibold">
      <bdi className="tabular">{part}</bdi>
      {t('slot.goesOn')}
      <ArrowRight aria-hidden className="size-[1em] rtl:rotate-180" strokeWidth={3} />
    </p>
  );
}

export function positionOf(spot: Spot, { columnWidth, gap }: GridBox): CSSProperties {
  const at = typeof spot === 'object' ? spot : { column: 0, top: 0, span: 1, height: null };
  return {
    position: 'absolute',
    insetInlineStart: at.column * (columnWidth + gap),
    top: at.top,
    width: at.span * columnWidth + (at.span - 1) * gap,
    ...(at.height === null ? {} : { height: at.height }),
    ...(spot === 'hidden' ? { visibility: 'hidden' } : {}),
  };
}

/**
 * Inner columns exactly as wide as a ticket in one column, without its borders, so that every line keeps its height:
 * one that took a row less here would make the ticket short enough for one column, where it takes the row again.
 */
function columnsOf(span: number, { gap }: GridBox, scrolls: boolean): CSSProperties {
  return {
    columnCount: span,
    columnGap: gap + borders,
    columnRule: '1px solid var(--edge)',
    ...(scrolls ? {} : { height: '100%' }),
  };
}
