import fc from 'fast-check';
import { expect, test } from 'vitest';
import { orderId } from '#shared/domain/id.ts';
import { buildOrder } from '../../test/harness/screen-kit.ts';
import { firstPage, nextPage, type Pages, pagesAfter, pageWith, previousPage, startOf } from './pages.ts';
import { advance, bumpOf, closeGaps, gapMs, isGap, type Slot } from './slots.ts';
import { nextFirst, type Placed } from './ticket.ts';

const at = (place: number, priority: 'normal' | 'high' = 'normal'): Placed => ({
  id: orderId(`order-${place}`),
  placeMs: place * 1000,
  order: { priority, number: `A${place}` },
});
const some = (...places: number[]) => places.map((place) => at(place));
const look = (slots: readonly Slot<Placed>[]) =>
  slots.map((slot) => `${isGap(slot) ? 'gap ' : ''}${slot.ticket.order.number}`).join(', ');

const start = advance<Placed>([], some(1, 2, 4, 5), 0);

test('[SLT1] who goes leaves a gap, and nobody else moves', () => {
  expect(look(advance(start, some(1, 4, 5), 10))).toBe('A1, gap A2, A4, A5');
});

test('[SLT1] who comes back while the gap is there stands in it again', () => {
  const gap = advance(start, some(1, 4, 5), 10);
  expect(look(advance(gap, some(1, 2, 4, 5), 20))).toBe('A1, A2, A4, A5');
});

test('[SLT1] new tickets stand at the end, recalled ones at their place, priority in front', () => {
  expect(look(advance(start, some(1, 2, 4, 5, 6), 10))).toBe('A1, A2, A4, A5, A6');
  expect(look(advance(start, some(1, 2, 3, 4, 5), 10))).toBe('A1, A2, A3, A4, A5');
  expect(look(advance(start, [at(9, 'high'), ...some(1, 2, 4, 5)], 10))).toBe('A9, A1, A2, A4, A5');
});

test('[SLT1] a ticket whose oldest line is done, or that has an addition, keeps its slot', () => {
  const later = some(1, 2, 4, 5).map((ticket) => (ticket.id === at(2).id ? { ...ticket, placeMs: 99_000 } : ticket));
  expect(look(advance(start, later.toSorted(nextFirst), 10))).toBe('A1, A2, A4, A5');
});

test('[SLT1] prioritised it goes to the front and closes its place; back again it finds its place', () => {
  const first = advance(start, [at(4, 'high'), ...some(1, 2, 5)], 10);
  expect(look(first)).toBe('A4, A1, A2, A5');
  expect(look(advance(first, some(1, 2, 4, 5), 20))).toBe('A1, A2, A4, A5');
});

test('[SLT2] a gap closes only when its time is over', () => {
  const gap = advance(start, some(1, 4, 5), 1000);
  expect(closeGaps(gap, 1000 + gapMs - 1)).toBe(gap);
  expect(look(closeGaps(gap, 1000 + gapMs))).toBe('A1, A4, A5');
  expect(closeGaps(gap, 1000 + gapMs, 1)).toHaveLength(gap.length - 1);
});

test('[SLT2] a gap gives back only what was bumped here at that moment', () => {
  const order = buildOrder('1');
  const deed = { kind: 'bump' } as const;
  const bumped = (atMs: number) => ({ key: `at ${atMs}`, before: order, after: order, station: null, deed, atMs });
  const gap = { id: order.id, goneAtMs: 60_500 };
  expect(bumpOf(gap, [bumped(1000), bumped(60_000)])?.key).toBe('at 60000');
  expect(bumpOf(gap, [bumped(1000)])).toBeUndefined();
  expect(bumpOf({ id: order.id, goneAtMs: null }, [bumped(60_000)])).toBeUndefined();
});

const pages = (starts: number[], count = 2): Pages => ({ starts, count });

test('[PGE2] pages go on by what each holds, and back the way they came', () => {
  const second = nextPage(pages([0]), 4);
  expect(second).toEqual(pages([0, 2]));
  expect(nextPage(second, 4)).toBe(second);
  expect(previousPage(second)).toEqual(pages([0]));
  expect(nextPage(firstPage, 4)).toBe(firstPage);
});

test('[PGE2] to the page with a slot, wherever it is', () => {
  expect(pageWith(pages([0]), 1, 20)).toEqual(pages([0]));
  expect(pageWith(pages([0]), 7, 20)).toEqual(pages([0, 2, 4, 6, 7]));
  expect(pageWith(pages([0]), 19, 20)).toEqual(pages([0, 2, 4, 6, 8, 10, 12, 14, 16, 18]));
  expect(pageWith(pages([0, 2, 4]), 3, 20)).toEqual(pages([0, 2]));
});

test('[PGE2] a page that would be empty falls back to the one before', () => {
  expect(pagesAfter(pages([0, 2]), start, start.slice(0, 2))).toEqual(pages([0]));
});

test('[PGE2] a page begins with the same ticket when one before it comes or goes', () => {
  const before = pages([0, 2]);
  expect(startOf(pagesAfter(before, start, start.slice(1)))).toBe(1);
  const recalled = advance(start, some(1, 2, 3, 4, 5), 10);
  expect(startOf(pagesAfter(before, start, recalled))).toBe(3);
  const prioritised = advance(start, [at(4, 'high'), ...some(1, 2, 5)], 10);
  expect(startOf(pagesAfter(before, start, prioritised))).toBe(3);
});

type Step = { readonly open: readonly Placed[]; readonly afterMs: number; readonly closes: boolean };

const anyStep: fc.Arbitrary<Step> = fc.record({
  open: fc
    .uniqueArray(fc.integer({ min: 1, max: 30 }), { maxLength: 30 })
    .chain((places) =>
      fc.tuple(...places.map((place) => fc.boolean().map((high) => at(place, high ? 'high' : 'normal')))),
    )
    .map((tickets) => tickets.toSorted(nextFirst)),
  afterMs: fc.integer({ min: 0, max: 2 * gapMs }),
  closes: fc.boolean(),
});

test('[SLT1] [PGE2] whatever happens: each open ticket has one slot, nobody overtakes, the page stays with its tickets', () => {
  fc.assert(
    fc.property(fc.array(anyStep, { maxLength: 12 }), (steps) => {
      let slots: readonly Slot<Placed>[] = [];
      let page = pages([0, 3, 6], 3);
      let nowMs = 0;
      for (const { open, afterMs, closes } of steps) {
        nowMs += afterMs;
        const before = slots;
        slots = advance(before, open, nowMs);
        expect(new Set(slots.map(({ id }) => id)).size).toBe(slots.length);
        const standing = slots.filter((slot) => !isGap(slot)).map(({ ticket }) => ticket);
        expect(standing.toSorted(nextFirst)).toEqual(open);
        expect(common(before, slots)).toEqual(common(slots, before));
        page = checkedPage(page, before, slots);
        if (!closes) continue;
        const closed = closeGaps(slots, nowMs);
        expect(closed.filter((slot) => !isGap(slot))).toEqual(slots.filter((slot) => !isGap(slot)));
        page = checkedPage(page, slots, closed);
        slots = closed;
      }
    }),
  );
});

/** In their order, those of `all` that also stand in `others` with the same priority. */
function common(all: readonly Slot<Placed>[], others: readonly Slot<Placed>[]): string[] {
  const ids = new Set(others.map(({ ticket }) => `${ticket.id} ${ticket.order.priority}`));
  return all.map(({ ticket }) => `${ticket.id} ${ticket.order.priority}`).filter((id) => ids.has(id));
}

function checkedPage(page: Pages, before: readonly Slot<Placed>[], after: readonly Slot<Placed>[]): Pages {
  const moved = pagesAfter(page, before, after);
  expect(moved.starts[0]).toBe(0);
  expect(moved.starts).toEqual([...new Set(moved.starts)].toSorted((a, b) => a - b));
  expect(startOf(moved)).toBeLessThan(Math.max(1, after.length));
  const first = before[startOf(page)];
  const same = after.findIndex(
    ({ ticket }) => ticket.id === first?.id && ticket.order.priority === first.ticket.order.priority,
  );
  if (same > 0 && startOf(page) > 0) expect(startOf(moved)).toBe(same);
  return moved;
}
