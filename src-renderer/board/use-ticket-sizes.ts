import { type RefObject, useLayoutEffect, useRef, useState } from 'react';
import { inTasks } from './in-tasks.ts';
import type { TicketSize } from './ticket-layout.ts';

export type TicketSizes = ReadonlyMap<string, TicketSize>;

type Known = { readonly kind: string; readonly sizes: TicketSizes };

const nothing: Known = { kind: '', sizes: new Map() };

type Measured = { readonly id: string; readonly ticket: unknown };

/**
 * Measures the tickets that are drawn in `layer`: new ones before the browser paints, changed ones in a task of its own,
 * because each answer makes the browser lay out the whole board at once, which a tap would have to wait for together with
 * the drawing. Until then they keep the place that they had. Again whenever one grows. Remembers the others for as long
 * as they are among `tickets`.
 *
 * @param kind names what all heights depend on: width of the columns, size of the text
 */
export function useTicketSizes(
  layer: RefObject<HTMLElement | null>,
  kind: string,
  tickets: readonly Measured[],
): TicketSizes {
  const [known, setKnown] = useState(nothing);
  const measure = useRef<(isWanted: (id: string) => boolean) => void>(undefined);
  const [parts] = useState(() => createPartWatch(() => measure.current?.(() => true)));
  const [later] = useState(() => createLater((ids) => measure.current?.((id) => ids.has(id))));
  const last = useRef<Looks>(new Map());
  useLayoutEffect(() => parts.stop, [parts]);
  useLayoutEffect(() => later.stop, [later]);
  useLayoutEffect(() => {
    const element = layer.current;
    if (!element) return;
    const ids = new Set<string>(tickets.map(({ id }) => id));
    const now = looksOf(element, kind, tickets);
    measure.current = (isWanted) => setKnown((before) => measured(element, before, kind, ids, isWanted));
    const fresh = [...now.keys()].filter((id) => !sameLook(now.get(id), last.current.get(id)));
    last.current = now;
    const hasNew = known.kind !== kind || fresh.some((id) => !known.sizes.has(id));
    if (hasNew) measure.current((id) => fresh.includes(id));
    else later.add(fresh);
    parts.watch(element);
  });
  return known.kind === kind ? known.sizes : nothing.sizes;
}

/** Gathers ids for a task that comes next. */
function createLater(work: (ids: ReadonlySet<string>) => void) {
  let ids = new Set<string>();
  let stop: (() => void) | undefined;

  function run(): void {
    const all = ids;
    ids = new Set();
    work(all);
  }

  return {
    add: (more: readonly string[]) => {
      if (ids.size === 0 && more.length > 0) stop = inTasks(1, run);
      for (const id of more) ids.add(id);
    },
    stop: () => {
      stop?.();
      ids.clear();
    },
  };
}

/** What the height of each drawn card hangs on, but for what its parts make known by growing. */
type Looks = ReadonlyMap<string, readonly unknown[]>;

function looksOf(layer: HTMLElement, kind: string, tickets: readonly Measured[]): Looks {
  const ticketOf = new Map(tickets.map(({ id, ticket }) => [id, ticket]));
  return new Map(
    [...layer.querySelectorAll<HTMLElement>('[data-ticket]')].map(({ dataset: { ticket: id = '', span } }) => {
      return [id, [ticketOf.get(id), span, kind]];
    }),
  );
}

const sameLook = (now: readonly unknown[] | undefined, before: readonly unknown[] | undefined) =>
  now?.length === before?.length && now?.every((one, index) => one === before?.[index]);

/** Tells when a part of any card has grown. */
function createPartWatch(grown: () => void) {
  const watched = new Set<Element>();
  const observer = new ResizeObserver(grown);

  function forgetGone(): void {
    for (const part of watched) {
      if (part.isConnected) continue;
      observer.unobserve(part);
      watched.delete(part);
    }
  }

  return {
    watch: (layer: HTMLElement) => {
      forgetGone();
      for (const part of layer.querySelectorAll('[data-head], [data-block], [data-foot]')) {
        // Watched anew, it would be told of once more although nothing has grown.
        if (watched.has(part)) continue;
        watched.add(part);
        observer.observe(part);
      }
    },
    stop: () => {
      observer.disconnect();
      watched.clear();
    },
  };
}

/** The same object when nothing has changed, so that measuring ends. */
function measured(
  layer: HTMLElement,
  known: Known,
  kind: string,
  ids: ReadonlySet<string>,
  isWanted: (id: string) => boolean,
): Known {
  const before = known.kind === kind ? known.sizes : nothing.sizes;
  const sizes = new Map([...before].filter(([id]) => ids.has(id)));
  for (const card of layer.querySelectorAll<HTMLElement>('[data-ticket]')) {
    const id = card.dataset.ticket ?? '';
    if (!isWanted(id) && sizes.has(id)) continue;
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
