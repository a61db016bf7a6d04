import fc from 'fast-check';
import type { Command } from '#shared/domain/command.ts';
import { decide } from '#shared/domain/decide.ts';
import type { Decision } from '#shared/domain/decision.ts';
import type { OrderEvent } from '#shared/domain/event.ts';
import { lineId, type OrderId, orderId, restaurantId, stationId } from '#shared/domain/id.ts';
import type { Line } from '#shared/domain/line.ts';
import { type Order, paymentStatuses, priorities } from '#shared/domain/order.ts';
import { workStatuses } from '#shared/domain/progress.ts';
import { firstSettings, type Settings } from '#shared/domain/settings.ts';
import type { Station, Stations } from '#shared/domain/station.ts';
import { freshOrder } from './arbitrary-order.ts';

/** A kitchen in memory that any commands can be tried on, one after the other, a second apart. */
export type KitchenWorld = {
  readonly orders: ReadonlyMap<OrderId, Order>;
  readonly events: readonly OrderEvent[];
  readonly stations: Stations;
  readonly settings: Settings;
  nowMs(): number;
  /** `isSilent`: no screen is to ring for it. */
  run(command: Command, isSilent?: boolean): Decision;
};

const at = restaurantId('main');

const station = (id: string, change: Partial<Station> = {}): Station => ({
  id: stationId(id),
  name: id,
  kind: 'prep',
  categories: [],
  items: [],
  next: null,
  ...change,
});

export const withExpo = [station('grill'), station('fry'), station('bar'), station('pass', { kind: 'expo' })];
export const withoutExpo = withExpo.slice(0, 3);

export const stationsOf = (list: readonly Station[]): Stations => ({
  restaurantId: at,
  version: 1,
  list,
  updatedAtMs: 0,
});

/** Later than anything in the orders of `freshOrder`. */
const startedAtMs = 4_000_000_000_000;

export function createWorld(
  first: readonly Order[],
  list: readonly Station[] = withExpo,
  change: Partial<Settings> = {},
): KitchenWorld {
  const orders = new Map(first.map((order) => [order.id, order]));
  const events: OrderEvent[] = [];
  const stations = stationsOf(list);
  const settings = { ...firstSettings(at), ...change };
  let nowMs = startedAtMs;
  return {
    orders,
    events,
    stations,
    settings,
    nowMs: () => nowMs,
    run: (command, isSilent = false) => {
      nowMs += 1000;
      const view = {
        order: (id: OrderId) => orders.get(id),
        product: () => undefined,
        productBySku: () => undefined,
        stations: () => stations,
        settings: () => settings,
      };
      const decision = decide(view, command, nowMs, isSilent);
      for (const event of decision.ok ? decision.events : []) {
        if (!('order' in event)) continue;
        orders.set(event.order.id, event.order);
        events.push(event);
      }
      return decision;
    },
  };
}

/** Orders of one restaurant and currency, as they come in. */
export const someOrders = fc
  .uniqueArray(freshOrder, { minLength: 1, maxLength: 3, selector: ({ id }) => id })
  .map((orders) => orders.map((order) => ({ ...order, currency: 'EUR', paymentStatus: 'unpaid' as const })));

/**
 * What a person does next, told by numbers: which order, which lines, which station. Made into a command of the world
 * as it is then, because splits and merges move the lines about.
 */
export type Deed = {
  readonly kind: (typeof deeds)[number];
  readonly order: number;
  readonly lines: readonly number[] | null;
  readonly station: string | null;
  readonly to: string;
  readonly number: number;
  readonly flag: boolean;
};

const deeds = [
  'order.set-status',
  'line.set-status',
  'order.bump',
  'order.recall',
  'order.acknowledge',
  'order.hold',
  'order.fire',
  'order.reroute',
  'order.add-lines',
  'line.change',
  'line.void',
  'order.cancel',
  'order.set-payment',
  'order.set-priority',
  'order.transfer',
  'order.split',
  'order.merge',
] as const;

export const anyDeed: fc.Arbitrary<Deed> = fc.record({
  kind: fc.constantFrom(...deeds),
  order: fc.nat(20),
  lines: fc.option(fc.array(fc.nat(20), { minLength: 1, maxLength: 3 }), { nil: null }),
  station: fc.option(fc.constantFrom('grill', 'fry', 'bar', 'pass'), { nil: null, freq: 4 }),
  to: fc.constantFrom('grill', 'fry', 'bar'),
  number: fc.nat(20),
  flag: fc.boolean(),
});

/** `undefined` where there is nothing that it could be done to. */
export function commandOf(world: Pick<KitchenWorld, 'orders'>, deed: Deed, made: string): Command | undefined {
  const all = [...world.orders.values()];
  const order = all[deed.order % all.length];
  if (!order) return undefined;
  const base = { restaurantId: at, orderId: order.id };
  const chosen = deed.lines?.flatMap((index) => order.lines[index % Math.max(1, order.lines.length)] ?? []) ?? null;
  const lineIds = chosen && [...new Set(chosen.map(({ id }) => id))];
  const one = order.lines[deed.number % Math.max(1, order.lines.length)];
  const where = { station: deed.station === null ? null : stationId(deed.station), lineIds };
  const by = deed.flag ? 'Ana' : null;
  const status = workStatuses[deed.number % workStatuses.length] ?? 'ready';
  switch (deed.kind) {
    case 'order.set-status':
      return { ...base, kind: deed.kind, status, by };
    case 'line.set-status':
      return one && { ...base, kind: deed.kind, lineId: one.id, station: where.station, status, by };
    case 'order.bump':
      return { ...base, kind: deed.kind, ...where, by };
    case 'order.recall':
      return { ...base, kind: deed.kind, ...where, keepTimer: deed.flag, by };
    case 'order.acknowledge':
      return { ...base, kind: deed.kind, ...where, cooked: deed.flag };
    case 'order.hold':
    case 'order.fire':
      return { ...base, kind: deed.kind, ...where, course: null };
    case 'order.reroute':
      return { ...base, kind: deed.kind, ...where, station: stationId(deed.station ?? 'bar'), to: stationId(deed.to) };
    case 'order.add-lines':
      return one && { ...base, kind: deed.kind, lines: [again(one, made)] };
    case 'line.change':
      return one && { ...base, kind: deed.kind, lineId: one.id, change: { notes: made, seat: deed.number + 1 } };
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
  }
}

const again = (line: Line, made: string): Line => ({
  ...line,
  id: lineId(`${made}.0`),
  voidedAtMs: null,
  addition: 1,
  round: 1,
  progress: line.progress.map((part) => ({ ...part, status: 'pending', acknowledgedAtMs: null, turn: 0 })),
});

function partsOf(lines: readonly Line[], isWhole: boolean, made: string) {
  return [...new Set(lines)].map((line, index) => ({
    lineId: line.id,
    quantity: isWhole ? line.quantity : Math.ceil(line.quantity / 2),
    newLineId: lineId(`${made}.${index}`),
  }));
}

const emptied = (order: Order, made: string): Order => ({ ...order, id: orderId(made), version: 1, lines: [] });
