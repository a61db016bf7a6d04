import { BellRing, type LucideIcon } from 'lucide-react';
import { useLayoutEffect, useRef, useState } from 'react';
import { useText } from '../messages/text-context.tsx';
import { type CalledOrder, type Cells, cellsIn, pageOf } from './guest-board.ts';
import { firstTurn, placeOf, turnedTo } from './guest-turn.ts';
import { useReadyMoment } from './ready-context.ts';

type GuestColumnProps = {
  readonly title: string;
  readonly icon: LucideIcon;
  /** What stands there when there is nothing; not before that is known. */
  readonly empty: string | undefined;
  readonly orders: readonly CalledOrder[];
  readonly isReady?: boolean;
};

/** The only screen that turns by itself: nobody stands before it who could ([RDY6]). */
const turnEveryMs = 8000;

/** One state and its numbers, as large as can be read across a room. */
export function GuestColumn({ title, icon: Icon, empty, orders, isReady = false }: GuestColumnProps) {
  const box = useRef<HTMLUListElement>(null);
  const cells = useCells(box);
  const place = useTurn(orders.find(({ isNews }) => isNews)?.id, pageOf(orders, cells, 0).pages);
  const { shown, page, pages } = pageOf(orders, cells, place);
  const head = isReady ? 'bg-done-solid text-on-done-solid' : 'bg-band-new text-on-band-new';
  return (
    <section className="flex min-h-0 min-w-0 flex-col overflow-hidden rounded-[2vmin] border border-edge bg-surface">
      <header className={`${head} flex flex-wrap items-center gap-x-[2vmin] px-[2.5vmin] py-[1.5vmin]`}>
        <Icon aria-hidden className="size-[max(1.25rem,5vmin)] shrink-0" strokeWidth={2.25} />
        <h2 className="min-w-min flex-1 text-[max(1.25rem,4.5vmin)] leading-tight font-bold">{title}</h2>
        {pages > 1 && <PageMark page={page + 1} pages={pages} />}
      </header>
      {orders.length === 0 && empty && (
        <p className="px-[2.5vmin] py-[2vmin] text-[max(1.125rem,3vmin)] text-muted">{empty}</p>
      )}
      <ul
        ref={box}
        aria-live={isReady ? 'polite' : undefined}
        className="grid min-h-0 flex-1 content-start overflow-hidden p-[1.5vmin]"
        style={{
          gridTemplateColumns: `repeat(${cells.across}, minmax(0, 1fr))`,
          gridAutoRows: `${cellHeight}vmin`,
        }}
      >
        {shown.map(({ id, number, isNews }) => (
          <li key={id} data-order={number} data-news={isNews} className="p-[0.75vmin]">
            <GuestNumber number={number} isNews={isNews} isReady={isReady} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function PageMark({ page, pages }: { readonly page: number; readonly pages: number }) {
  const t = useText();
  return (
    <p data-page={page} className="tabular ms-auto text-[max(1.125rem,3.5vmin)] font-semibold whitespace-nowrap">
      {t('guests.page', { page, pages })}
    </p>
  );
}

type GuestNumberProps = { readonly number: string; readonly isNews: boolean; readonly isReady: boolean };

/** Fill, frame and bell say that it is news: colour alone would not do. */
function GuestNumber({ number, isNews, isReady }: GuestNumberProps) {
  const look = isNews
    ? 'bg-done-solid text-on-done-solid border-done-solid'
    : `border-transparent ${isReady ? 'text-text' : 'text-muted'}`;
  const size = number.length > longNumber ? 'text-[8vmin]' : 'text-[11vmin]';
  return (
    <p
      dir="ltr"
      className={`${look} ${size} tabular flex h-full items-center justify-center gap-[1.5vmin] rounded-[1.5vmin] border-[0.5vmin] leading-none font-bold`}
    >
      {isNews && <BellRing aria-hidden className="size-[5vmin] shrink-0" strokeWidth={2.5} />}
      {number}
    </p>
  );
}

const longNumber = 4;
/** In hundredths of the screen's shorter side. */
const cellHeight = 14;
const cellWidth = 36;

/** How many numbers fit, measured before the browser paints. */
function useCells(box: React.RefObject<HTMLElement | null>): Cells {
  const [cells, setCells] = useState<Cells>({ across: 1, down: 6 });
  useLayoutEffect(() => {
    const element = box.current;
    if (!element) return;
    const measure = () => {
      const vmin = Math.min(innerWidth, innerHeight) / 100;
      const { clientWidth, clientHeight } = element;
      const inside = { width: clientWidth - 3 * vmin, height: clientHeight - 3 * vmin };
      const next = cellsIn(inside, { width: cellWidth * vmin, height: cellHeight * vmin });
      setCells((known) => (known.across === next.across && known.down === next.down ? known : next));
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [box]);
  return cells;
}

/** Turns every 8 s; news bring the first page, where they stand. Gives the place in the round. */
function useTurn(news: string | undefined, pages: number): number {
  const now = useReadyMoment(({ steadyMs }) => Math.floor(steadyMs / turnEveryMs));
  const turning = useRef(firstTurn(now, news));
  turning.current = turnedTo(turning.current, { now, news, pages });
  return placeOf(turning.current);
}
