import { type RefObject, useLayoutEffect, useRef, useState } from 'react';
import type { TicketSize } from './ticket-layout.ts';

export type TicketSizes = ReadonlyMap<string, TicketSize>;

type Known = { readonly kind: string; readonly sizes: TicketSizes };

const nothing: Known = { kind: '', sizes: new Map() };

/**
 * Measures the tickets that are drawn in `layer`, before the browser paints, and again whenever one grows. Remembers
 * the others for as long as they are among `tickets`.
 *
 * @param kind names what all heights depend on: width of the columns, size of the text
 */
export function useTicketSizes(
  layer: RefObject<HTMLElement | null>,
  kind: string,
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
    remeasure.current = () => setKnown((before) => measured(element, before, kind, ids));
    remeasure.current();
    observer.current ??= new ResizeObserver(() => remeasure.current?.());
    for (const part of element.querySelectorAll('[data-head], [data-block], [data-foot]'))
      observer.current.observe(part);
  });
  return known.kind === kind ? known.sizes : nothing.sizes;
}

/** The same object when nothing has changed, so that measuring ends. */
function measured(layer: HTMLElement, known: Known, kind: string, ids: ReadonlySet<string>): Known {
  const before = known.kind === kind ? known.sizes : nothing.sizes;
  const sizes = new Map([...before].filter(([id]) => ids.has(id)));
  for (const card of layer.querySelectorAll<HTMLElement>('[data-ticket]')) {
    const id = card.dataset.ticket ?? '';
    sizes.set(id, kept(before.get(id), sizeOf(card, before.get(id))));
  }
  const isSame = sizes.size === before.size && [...sizes].every(([id, size]) => before.get(id) === size);
  return isSame && known.kind === kind ? known : { kind, sizes };
}

/** Of several wide headers the highest counts: then measuring a narrower one never starts a see-saw. */
function sizeOf(card: HTMLElement, known: TicketSize | undefined): TicketSize {
  const blocks = heightsOf(card, '[data-block]');
  const foot = sum(heightsOf(card, '[data-foot]'));
  const frame = sum(heightsOf(card, '[data-head]')) + foot + borders;
  if (!known || card.dataset.span === '1') return { frame, foot, wideFrame: known?.wideFrame, blocks };
  return { frame: known.frame, foot, wideFrame: Math.max(known.wideFrame ?? 0, frame), blocks };
}

const borders = 2;
const heightsOf = (card: Element, what: string) =>
  [...card.querySelectorAll(what)].map((element) => element.getBoundingClientRect().height);
const sum = (all: readonly number[]) => all.reduce((total, one) => total + one, 0);

const kept = (known: TicketSize | undefined, now: TicketSize) =>
  known && sameHeights(heights(known), heights(now)) ? known : now;

const heights = ({ frame, foot, wideFrame, blocks }: TicketSize) => [frame, foot, wideFrame ?? 0, ...blocks];

const sameHeights = (a: readonly number[], b: readonly number[]) =>
  a.length === b.length && a.every((height, index) => Math.abs(height - (b[index] ?? 0)) < 0.5);
