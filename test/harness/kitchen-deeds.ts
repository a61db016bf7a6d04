import fc from 'fast-check';
import type { Command } from '#shared/domain/command.ts';
import { stationId } from '#shared/domain/id.ts';
import type { Line } from '#shared/domain/line.ts';
import { type Order, paymentStatuses, priorities } from '#shared/domain/order.ts';
import { workStatuses } from '#shared/domain/progress.ts';
import { freshOrder } from './arbitrary-order.ts';
import { changeOf, emptied, kitchens, moreOf, partsOf, settingsOf, sightBefore, undoOf } from './deed-parts.ts';
import { at, type KitchenWorld, startedAtMs, withExpo } from './kitchen-world.ts';

/** Some of their lines wait to be fired, for their time, or at one station for the others. */
const begun = fc.record({ isHeld: fc.boolean(), laterS: fc.constantFrom(null, null, 5, 20), isHandedOn: fc.boolean() });

type Beginning = typeof begun extends fc.Arbitrary<infer Value> ? Value : never;

function asItBegins(line: Line, { isHeld, laterS, isHandedOn }: Beginning): Line {
  const [first] = line.progress;
  return {
    ...line,
    heldAtMs: isHeld ? startedAtMs : null,
    startsAtMs: isHeld || laterS === null ? null : startedAtMs + laterS * 1000,
    progress: line.progress.map((part) =>
      isHandedOn && first && part !== first ? { ...part, after: [first.station] } : part,
    ),
  };
}

/** Orders of one restaurant and currency, as they come in. */
export const someOrders = fc
  .tuple(
    fc.uniqueArray(freshOrder, { minLength: 1, maxLength: 3, selector: ({ id }) => id }),
    fc.array(fc.option(begun, { nil: null, freq: 2 }), { minLength: 18, maxLength: 18 }),
  )
  .filter(([orders]) => hasOneOfEach(orders.flatMap(({ lines }) => lines.map(({ id }) => id))))
  .map(([orders, beginnings]) => orders.map((order, index) => asItComes(order, beginnings.slice(index * 6))));

/** Line ids are made from the order's: no line is in two orders. */
const hasOneOfEach = (ids: readonly string[]): boolean => new Set(ids).size === ids.length;

const asItComes = (order: Order, beginnings: readonly (Beginning | null)[]): Order => ({
  ...order,
  currency: 'EUR',
  paymentStatus: 'unpaid',
  lines: order.lines.map((line, index) => {
    const how = beginnings[index];
    return how ? asItBegins(line, how) : line;
  }),
});

/**
 * What a person does next, told by numbers: which order, which lines, which station. Made into a command of the world
 * as it is then, because splits and merges move the lines about.
 */
export type Deed = {
  readonly kind: (typeof cooking | typeof others | typeof endings | typeof site)[number];
  readonly order: number;
  readonly lines: readonly number[] | null;
  readonly station: string | null;
  readonly to: string;
  readonly number: number;
  readonly flag: boolean;
  readonly course: number | null;
  /** How many states of the order ago they looked at the board; null for who does not say. */
  readonly seen: number | null;
  /** `If-Match`: how many versions ago. */
  readonly ifVersion: number | null;
  readonly isSilent: boolean;
};

const cooking = [
  'order.set-status',
  'line.set-status',
  'order.bump',
  'order.recall',
  'order.reroute',
  'order.split',
  'order.undo',
] as const;
const others = [
  'order.acknowledge',
  'order.hold',
  'order.fire',
  'order.add-lines',
  'line.change',
  'line.void',
  'order.set-payment',
  'order.set-priority',
  'order.transfer',
  'order.merge',
] as const;
/** After these there is little left to be done. */
const endings = ['order.cancel', 'order.clear'] as const;
/** What a manager does to the whole kitchen in the middle of it. */
const site = ['stations.set', 'settings.change'] as const;

const anyKind = fc.oneof(
  { weight: 12, arbitrary: fc.constantFrom(...cooking) },
  { weight: 10, arbitrary: fc.constantFrom(...others) },
  { weight: 1, arbitrary: fc.constantFrom(...endings) },
);

const deedOf = (kind: fc.Arbitrary<Deed['kind']>): fc.Arbitrary<Deed> =>
  fc.record({
    kind,
    order: fc.nat(20),
    lines: fc.option(fc.array(fc.nat(20), { minLength: 1, maxLength: 3 }), { nil: null }),
    station: fc.option(fc.constantFrom('grill', 'fry', 'bar', 'pass'), { nil: null, freq: 4 }),
    to: fc.constantFrom('grill', 'fry', 'bar'),
    number: fc.nat(20),
    flag: fc.boolean(),
    course: fc.option(fc.nat(3), { nil: null, freq: 1 }),
    seen: fc.option(fc.nat(4), { nil: null, freq: 1 }),
    ifVersion: fc.option(fc.constantFrom(0, 0, 1), { nil: null, freq: 1 }),
    isSilent: fc.boolean(),
  });

export const anyDeed = deedOf(anyKind);
/** What makes a dish another one than somebody has looked at, or takes that back. */
export const anyNews = deedOf(
  fc.constantFrom(
    'line.change',
    'line.change',
    'line.void',
    'order.cancel',
    'order.undo',
    'order.undo',
    'order.recall',
  ),
);
/** What others may have done at the board since somebody looked. */
export const anyMeanwhile = fc.oneof(
  anyNews,
  deedOf(fc.constantFrom('order.bump', 'order.bump', 'order.set-status', 'order.hold', 'order.fire')),
);
/** With what changes the kitchen itself. */
export const anyDeedOrSite = fc.oneof(
  { weight: 20, arbitrary: anyDeed },
  { weight: 1, arbitrary: deedOf(fc.constantFrom(...site)) },
);

/** `undefined` where there is nothing that it could be done to. */
export function commandOf(world: KitchenWorld, deed: Deed, made: string): Command | undefined {
  const all = [...world.orders.values()];
  const order = all[deed.order % all.length];
  if (!order) return undefined;
  const known = deed.ifVersion === null ? {} : { ifVersion: order.version - deed.ifVersion };
  const base = { restaurantId: at, orderId: order.id, ...known };
  const chosen = deed.lines?.flatMap((index) => order.lines[index % Math.max(1, order.lines.length)] ?? []) ?? null;
  const lineIds = chosen && [...new Set(chosen.map(({ id }) => id))];
  const one = order.lines[deed.number % Math.max(1, order.lines.length)];
  const where = { station: deed.station === null ? null : stationId(deed.station), lineIds };
  const by = deed.flag ? 'Ana' : null;
  const status = workStatuses[deed.number % workStatuses.length] ?? 'ready';
  const seen = deed.seen === null ? {} : { seen: sightBefore(world, order, deed.seen, where) };
  switch (deed.kind) {
    case 'order.set-status':
      return { ...base, kind: deed.kind, status, by };
    case 'line.set-status':
      return one && { ...base, ...seen, kind: deed.kind, lineId: one.id, station: where.station, status, by };
    case 'order.bump':
      return { ...base, ...seen, kind: deed.kind, ...where, by, byAge: by === null };
    case 'order.recall':
      return { ...base, ...seen, kind: deed.kind, ...where, keepTimer: deed.flag, by };
    case 'order.acknowledge':
      return { ...base, ...seen, kind: deed.kind, ...where, cooked: deed.flag };
    case 'order.hold':
    case 'order.fire':
      return { ...base, kind: deed.kind, ...where, course: deed.course };
    case 'order.reroute':
      return { ...base, kind: deed.kind, ...where, station: stationId(deed.station ?? 'bar'), to: stationId(deed.to) };
    case 'order.add-lines':
      return one && { ...base, kind: deed.kind, lines: moreOf(world, order, one, made) };
    case 'line.change':
      return one && { ...base, kind: deed.kind, lineId: one.id, change: changeOf(deed, one, made) };
    case 'line.void':
      return one && { ...base, kind: deed.kind, lineId: one.id, reason: null };
    case 'order.cancel':
      return { ...base, kind: deed.kind, reason: null };
    case 'order.set-payment':
      return { ...base, kind: deed.kind, status: paymentStatuses[deed.number % 3] ?? 'paid', method: undefined };
    case 'order.set-priority':
      return { ...base, kind: deed.kind, priority: priorities[deed.number % 2] ?? 'high' };
    case 'order.transfer':
      return { ...base, kind: deed.kind, tableNumber: String(deed.number) };
    case 'order.split':
      return { ...base, kind: deed.kind, parts: partsOf(chosen ?? [], deed.flag, made), draft: emptied(order, made) };
    case 'order.merge':
      return { ...base, kind: deed.kind, fromId: all[deed.number % all.length]?.id ?? order.id };
    case 'order.clear':
      return { ...base, kind: deed.kind };
    case 'order.undo':
      return undoOf(world, order, deed.number);
    case 'stations.set':
      return { kind: deed.kind, restaurantId: at, list: kitchens[deed.number % kitchens.length] ?? withExpo };
    case 'settings.change':
      return { kind: deed.kind, restaurantId: at, change: settingsOf(deed) };
  }
}
