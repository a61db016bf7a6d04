import { type RefObject, useLayoutEffect, useRef, useState } from 'react';
import type { TicketSize } from './ticket-layout.ts';

export type TicketSizes = ReadonlyMap<string, TicketSize>;

type Known = { readonly columnWidth: number; readonly sizes: TicketSizes };

const nothing: Known = { columnWidth: 0, sizes: new Map() };

/**
 * Measures the tickets that are drawn in `layer`, before the browser paints, and again whenever one grows. Remembers
 * the others for as long as they are among `tickets` and columns keep their width.
 */
export function useTicketSizes(
  layer: RefObject<HTMLElement | null>,
  columnWidth: number,
  tickets: readonly { readonly id: string }[],
): TicketSizes {
  const [known, setKnown] = useState(nothing);
  const observer = useRef<ResizeObserver>(undefined);
  const remeasure = useRef<() => void>(undefined);
  useLayoutEffect(() => () => observer.current?.disconnect(), []);
  useLayoutEffect(() => {
    const element = layer.current;
    if (!element) return;
    const ids = new Set<string>(tickets.map(({ id }) => id));
    remeasure.current = () => setKnown((before) => measured(element, before, columnWidth, ids));
    remeasure.current();
    observer.current ??= new ResizeObserver(() => remeasure.current?.());
    for (const part of element.querySelectorAll('[data-head], [data-block]')) observer.current.observe(part);
  });
  return known.columnWidth === columnWidth ? known.sizes : nothing.sizes;
}

/** The same object when nothing has changed, so that measuring ends. */
function measured(layer: HTMLElement, known: Known, columnWidth: number, ids: ReadonlySet<string>): Known {
  const before = known.columnWidth === columnWidth ? known.sizes : nothing.sizes;
  const sizes = new Map([...before].filter(([id]) => ids.has(id)));
  for (const card of layer.querySelectorAll<HTMLElement>('[data-ticket]')) {
    const id = card.dataset.ticket ?? '';
    sizes.set(id, kept(before.get(id), sizeOf(card, before.get(id))));
  }
  const isSame = sizes.size === before.size && [...sizes].every(([id, size]) => before.get(id) === size);
  return isSame && known.columnWidth === columnWidth ? known : { columnWidth, sizes };
}

/** Of several wide headers the highest counts: then measuring a narrower one never starts a see-saw. */
function sizeOf(card: HTMLElement, known: TicketSize | undefined): TicketSize {
  const blocks = [...card.querySelectorAll('[data-block]')].map(heightOf);
  const parts = [...card.querySelectorAll('[data-head], [data-foot]')].map(heightOf);
  const frame = parts.reduce((sum, height) => sum + height, borders);
  if (!known || card.dataset.span === '1') return { frame, wideFrame: known?.wideFrame, blocks };
  return { frame: known.frame, wideFrame: Math.max(known.wideFrame ?? 0, frame), blocks };
}

const borders = 2;
const heightOf = (element: Element) => element.getBoundingClientRect().height;

const kept = (known: TicketSize | undefined, now: TicketSize) =>
  known && sameHeights(heights(known), heights(now)) ? known : now;

const heights = ({ frame, wideFrame, blocks }: TicketSize) => [frame, wideFrame ?? 0, ...blocks];

const sameHeights = (a: readonly number[], b: readonly number[]) =>
  a.length === b.length && a.every((height, index) => Math.abs(height - (b[index] ?? 0)) < 0.5);
