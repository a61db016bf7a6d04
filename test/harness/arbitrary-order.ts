import fc from 'fast-check';
import { lineId, orderId, productId, restaurantId, stationId } from '../../src-shared/domain/id.ts';
import { type Line, type Progress, workStatuses } from '../../src-shared/domain/line.ts';
import { type Order, orderTypes, paymentStatuses, priorities } from '../../src-shared/domain/order.ts';

/** Orders as they can be, for property tests. */

const atMs = fc.integer({ min: 0, max: 4_000_000_000_000 });
const maybe = <Value>(arbitrary: fc.Arbitrary<Value>) => fc.option(arbitrary, { nil: null });
const name = fc.string({ minLength: 1, maxLength: 30, unit: 'grapheme' });

const progress: fc.Arbitrary<Progress> = fc.record({
  station: fc.constantFrom('grill', 'fry', 'bar').map(stationId),
  status: fc.constantFrom(...workStatuses),
  startedAtMs: maybe(atMs),
  readyAtMs: maybe(atMs),
  completedAtMs: maybe(atMs),
});

const line: fc.Arbitrary<Line> = fc.record({
  id: fc.uuid().map(lineId),
  productId: maybe(fc.uuid().map(productId)),
  name,
  quantity: fc.integer({ min: 1, max: 999 }),
  unitPrice: fc.integer({ min: 0, max: 100_000_000 }),
  modifiers: fc.array(fc.record({ name, price: fc.integer({ min: 0, max: 100_000_000 }) }), { maxLength: 4 }),
  notes: maybe(name),
  seat: maybe(fc.integer({ min: 1, max: 999 })),
  course: maybe(fc.integer({ min: 1, max: 20 })),
  allergens: fc.array(name, { maxLength: 3 }),
  progress: fc.uniqueArray(progress, { minLength: 1, maxLength: 3, selector: (part) => part.station }),
  round: fc.integer({ min: 1, max: 5 }),
  voidedAtMs: maybe(atMs),
  voidReason: maybe(name),
});

export const order: fc.Arbitrary<Order> = fc.record({
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
  lines: fc.uniqueArray(line, { minLength: 1, maxLength: 6, selector: (one) => one.id }),
});

/** An order nobody has begun: version 1, nothing voided or cancelled. */
export const freshOrder: fc.Arbitrary<Order> = order.map((any) => ({
  ...any,
  version: 1,
  cancelledAtMs: null,
  cancelReason: null,
  lines: any.lines.map((one) => ({
    ...one,
    voidedAtMs: null,
    voidReason: null,
    progress: one.progress.map((part) => ({
      ...part,
      status: 'pending',
      startedAtMs: null,
      readyAtMs: null,
      completedAtMs: null,
    })),
  })),
}));
