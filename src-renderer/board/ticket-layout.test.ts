import fc from 'fast-check';
import { expect, test } from 'vitest';
import { boxFor } from './grid-box.ts';
import { type GridBox, placeTickets, type TicketSize } from './ticket-layout.ts';

const box: GridBox = { columns: 3, columnWidth: 300, height: 1000, gap: 10 };
const size = (...blocks: number[]): TicketSize => ({ frame: 200, foot: 80, wideFrame: undefined, blocks });
const at = (column: number, top: number) => ({ column, top, span: 1, height: null, scrolls: false });

test('[GRD1] tickets fill a column from the top, then the next', () => {
  expect(placeTickets([size(300), size(200), size(100), size(100)], box)).toEqual([
    at(0, 0),
    at(0, 510),
    at(1, 0),
    at(1, 310),
  ]);
});

test('[PGE1] what does not fit is left for the next page', () => {
  expect(
    placeTickets(
      Array.from({ length: 9 }, () => size(500)),
      box,
    ),
  ).toHaveLength(3);
});

test('[GRD2] a ticket longer than the screen takes as many columns as its lines need, untorn', () => {
  expect(placeTickets([size(500, 500), size(100)], box)).toEqual([
    { column: 0, top: 0, span: 2, height: 1000, scrolls: false },
    at(2, 0),
  ]);
});

test('[GRD2] a ticket longer than all columns takes all and scrolls', () => {
  expect(placeTickets([size(500, 500, 500, 500)], box)).toEqual([
    { column: 0, top: 0, span: 3, height: 1000, scrolls: true },
  ]);
});

test('[GRD2] a single line higher than the screen scrolls', () => {
  expect(placeTickets([size(900)], box)[0]).toMatchObject({ scrolls: true });
});

test('[GRD2] a long ticket waits for the next page when most of this one is used', () => {
  expect(placeTickets([size(700), size(700), size(500, 500)], box)).toHaveLength(2);
});

test('[GRD2] a long ticket takes what is left rather than leave half of the screen empty', () => {
  expect(placeTickets([size(700), size(500, 500, 500)], box)[1]).toMatchObject({ column: 1, span: 2, scrolls: true });
});

test('[GRD1] whatever comes: the first has a place, nothing overlaps, nothing leaves the screen, the order is kept', () => {
  const anySize = fc
    .array(fc.integer({ min: 40, max: 1500 }), { minLength: 1, maxLength: 30 })
    .map((all) => size(...all));
  fc.assert(
    fc.property(fc.array(anySize, { minLength: 1, maxLength: 12 }), (sizes) => {
      const places = placeTickets(sizes, box);
      expect(places.length).toBeGreaterThan(0);
      const taken = new Map<number, number>();
      let last = -1;
      for (const [index, place] of places.entries()) {
        const height = place.height ?? sizes[index]!.blocks.reduce((sum, block) => sum + block, 200);
        expect(place.top + height).toBeLessThanOrEqual(box.height);
        expect(place.column + place.span).toBeLessThanOrEqual(box.columns);
        for (let column = place.column; column < place.column + place.span; column++) {
          expect(place.top).toBeGreaterThanOrEqual(taken.get(column) ?? 0);
          taken.set(column, place.top + height);
        }
        expect(place.column * 10_000 + place.top).toBeGreaterThan(last);
        last = place.column * 10_000 + place.top;
      }
    }),
  );
});

test('[GRD3] five columns on a 1080p screen, four on a tablet, a list on a phone', () => {
  expect(boxFor(1896, 980, 16)?.columns).toBe(5);
  expect(boxFor(1259, 720, 14)?.columns).toBe(4);
  expect(boxFor(1056, 1800, 16)?.columns).toBe(3);
  expect(boxFor(369, 760, 14)).toBeUndefined();
  expect(boxFor(823, 310, 14)).toBeUndefined();
});
