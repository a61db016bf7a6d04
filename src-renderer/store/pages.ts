import type { Slot } from './slots.ts';
import type { Placed } from './ticket.ts';

/** Which part of the slots is on the screen. How much fits on a page is known only once it has been drawn. */
export type Pages = {
  /** Where the pages begin that lead to this one, the first at 0; the last is on the screen. */
  readonly starts: readonly number[];
  /** How many slots this page holds. */
  readonly count: number;
};

export const firstPage: Pages = { starts: [0], count: 0 };

export const startOf = ({ starts }: Pages): number => starts.at(-1) ?? 0;

export function nextPage(pages: Pages, total: number): Pages {
  const next = startOf(pages) + pages.count;
  return pages.count > 0 && next < total ? { ...pages, starts: [...pages.starts, next] } : pages;
}

/** For who has one key for pages: after the last comes the first. */
export function roundPage(pages: Pages, total: number): Pages {
  const next = nextPage(pages, total);
  return next === pages ? pageWith(pages, 0, total) : next;
}

/** Retraces the pages that were shown. */
export const previousPage = (pages: Pages): Pages =>
  pages.starts.length > 1 ? { ...pages, starts: pages.starts.slice(0, -1) } : pages;

/**
 * To the page with this slot ([OVW1]). Going back is known; going on, the pages between are taken to hold as much as
 * this one, and the page begins with the slot unless it is one of the last.
 */
export function pageWith(pages: Pages, index: number, total: number): Pages {
  const start = startOf(pages);
  if (index < start) return { ...pages, starts: pages.starts.filter((one) => one <= index) };
  if (pages.count === 0 || index < start + pages.count) return pages;
  const last = Math.max(start + 1, total - pages.count);
  const wanted = Math.min(index, last);
  const between: number[] = [];
  for (let one = start + pages.count; one < wanted; one += pages.count) between.push(one);
  return { ...pages, starts: [...pages.starts, ...between, wanted] };
}

/**
 * The same page among other slots: it begins with the slot that it began with, or with the first after it that is
 * still there. A page that would be empty falls back to the one before.
 */
export function pagesAfter<T extends Placed>(
  pages: Pages,
  before: readonly Slot<T>[],
  after: readonly Slot<T>[],
): Pages {
  const places = new Map(after.map((slot, index) => [slot.id, { slot, index }]));
  const indexOf = (start: number): number => {
    for (const slot of before.slice(start)) {
      const found = places.get(slot.id);
      // One that went to the front takes nobody with it.
      if (found && found.slot.ticket.order.priority === slot.ticket.order.priority) return found.index;
    }
    return after.length;
  };
  const moved = pages.starts.slice(1).map(indexOf);
  const starts = moved.filter((start, index) => start > Math.max(0, ...moved.slice(0, index)) && start < after.length);
  const isSame = starts.length === moved.length && starts.every((start, index) => start === pages.starts[index + 1]);
  return isSame ? pages : { ...pages, starts: [0, ...starts] };
}
