import fc from 'fast-check';
import { lineId, orderId, productId, restaurantId, stationId } from '../../src-shared/domain/id.ts';
import type { Line, LineContent } from '../../src-shared/domain/line.ts';
import { type Order, orderTypes, paymentStatuses, priorities, type Recall } from '../../src-shared/domain/order.ts';
import { type Progress, routeReasons, untouched, workStatuses } from '../../src-shared/domain/progress.ts';

/** Orders as they can be, for property tests. */

const atMs = fc.integer({ min: 0, max: 4_000_000_000_000 });
const maybe = <Value>(arbitrary: fc.Arbitrary<Value>) => fc.option(arbitrary, { nil: null });
const name = fc.string({ minLength: 1, maxLength: 30, unit: 'grapheme' });

const station = fc.constantFrom('grill', 'fry', 'bar').map(stationId);

const progress: fc.Arbitrary<Progress> = fc.record({
  station,
  status: fc.constantFrom(...workStatuses),
  startedAtMs: maybe(atMs),
  readyAtMs: maybe(atMs),
  completedAtMs: maybe(atMs),
  sinceMs: maybe(atMs),
  after: fc.constant([]),
  routedBy: fc.constantFrom(...routeReasons),
  acknowledgedAtMs: maybe(atMs),
  doneBy: maybe(name),
  doneByAge: fc.boolean(),
  turn: fc.nat(5),
});

const quiet = fc.record({ stations: fc.uniqueArray(station), change: fc.boolean(), voiding: fc.boolean() });

const price = fc.integer({ min: 0, max: 100_000_000 });

const content: fc.Arbitrary<LineContent> = fc.record({
  quantity: fc.integer({ min: 1, max: 999 }),
  modifiers: fc.array(fc.record({ name, price }), { maxLength: 4 }),
  notes: maybe(name),
  seat: maybe(fc.integer({ min: 1, max: 999 })),
  course: maybe(fc.integer({ min: 1, max: 20 })),
  allergens: fc.array(name, { maxLength: 3 }),
});

const lineAlone = fc.record({
  id: fc.uuid().map(lineId),
  productId: maybe(fc.uuid().map(productId)),
  name,
  category: maybe(name),
  unitPrice: price,
  prepMinutes: maybe(fc.nat(60)),
  progress: fc.uniqueArray(progress, { minLength: 1, maxLength: 3, selector: (part) => part.station }),
  round: fc.integer({ min: 1, max: 5 }),
  addition: fc.nat(3),
  addedAtMs: atMs,
  heldAtMs: maybe(atMs),
  startsAtMs: maybe(atMs),
  firedAtMs: maybe(atMs),
  changedFrom: maybe(content),
  changedAtMs: maybe(atMs),
  voidedAtMs: maybe(atMs),
  voidReason: maybe(name),
  quiet: maybe(quiet),
  voidCooked: maybe(fc.boolean()),
  expoSeenAtMs: maybe(atMs),
});

const brought = fc.option(fc.record({ mergedFrom: fc.uuid().map(orderId) }), { nil: {} });

const line: fc.Arbitrary<Line> = fc
  .tuple(lineAlone, content, brought)
  .map(([alone, what, from]) => ({ ...alone, ...what, ...from }));

const recall: fc.Arbitrary<Recall> = fc.record({
  atMs,
  by: maybe(name),
  station: maybe(station),
  timerKept: fc.boolean(),
});

const orderAlone = fc.record({
  id: fc.uuid().map(orderId),
  restaurantId: fc.constant(restaurantId('main')),
  version: fc.integer({ min: 1, max: 1000 }),
  number: fc.integer({ min: 1, max: 9999 }).map((day) => `A${day}`),
  orderNumber: fc.constant('ORD-261121180503-A1'),
  businessDay: fc.constant('2026-11-21'),
  type: fc.constantFrom(...orderTypes),
  tableNumber: maybe(name),
  covers: maybe(fc.integer({ min: 1, max: 999 })),
  customerName: maybe(name),
  customerPhone: maybe(name),
  notes: maybe(name),
  priority: fc.constantFrom(...priorities),
  promisedAtMs: maybe(atMs),
  estimatedMinutes: maybe(fc.integer({ min: 0, max: 600 })),
  paymentStatus: fc.constantFrom(...paymentStatuses),
  paymentMethod: maybe(name),
  currency: fc.constantFrom('USD', 'EUR', 'JPY', 'KWD'),
  source: fc.constantFrom('staff', 'pos', 'guest'),
  serverName: maybe(name),
  createdAtMs: atMs,
  updatedAtMs: atMs,
  cancelledAtMs: maybe(atMs),
  cancelReason: maybe(name),
  clearedAtMs: maybe(atMs),
  mergedInto: maybe(fc.uuid().map(orderId)),
  splitFrom: maybe(fc.uuid().map(orderId)),
  lastRecall: maybe(recall),
  lines: fc.uniqueArray(line, { minLength: 1, maxLength: 6, selector: (one) => one.id }),
});

const beforeMerge = fc.record({ notes: maybe(name), covers: maybe(fc.integer({ min: 1, max: 999 })) });

const printed = fc.array(fc.record({ station: fc.constantFrom('grill', 'fry').map(stationId), atMs }), {
  minLength: 1,
  maxLength: 2,
});

const delivery = fc.record({ shippedAtMs: atMs, deliveredAtMs: maybe(atMs) });

const orNone = <Part extends object>(part: fc.Arbitrary<Part>) => fc.option(part, { nil: {} });

export const order: fc.Arbitrary<Order> = fc
  .tuple(
    orderAlone,
    orNone(fc.record({ beforeMerge })),
    orNone(fc.record({ printed })),
    orNone(fc.record({ delivery })),
    orNone(fc.record({ serverId: fc.uuid() })),
  )
  .map(([alone, merged, slips, sent, taken]) => ({ ...alone, ...merged, ...slips, ...sent, ...taken }));

/** An order nobody has begun: version 1, nothing voided or cancelled. */
export const freshOrder: fc.Arbitrary<Order> = order.map(({ beforeMerge: _, printed: __, delivery: ___, ...any }) => ({
  ...any,
  version: 1,
  cancelledAtMs: null,
  cancelReason: null,
  clearedAtMs: null,
  mergedInto: null,
  splitFrom: null,
  lastRecall: null,
  lines: any.lines.map(({ mergedFrom: _, ...one }) => ({
    ...one,
    round: 1,
    addition: 0,
    addedAtMs: any.createdAtMs,
    heldAtMs: null,
    startsAtMs: null,
    firedAtMs: null,
    changedFrom: null,
    changedAtMs: null,
    voidedAtMs: null,
    voidReason: null,
    voidCooked: null,
    expoSeenAtMs: null,
    quiet: null,
    progress: one.progress.map(({ station: at, routedBy }) => untouched(at, routedBy)),
  })),
}));
