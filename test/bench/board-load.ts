import type { Api } from '../harness/api.ts';
import { openSmallKitchen, type SmallKitchen, type Taken } from '../harness/small-kitchen.ts';

/** A kitchen with a grill, a fryer and a pass, as many tickets open at the grill as asked, and work on them without end. */
export type BoardLoad = {
  /**
   * One new order, one handed over, three of which a dish is begun, ready, brought back or changed: by turns tickets
   * that somebody has before his eyes and others. How many events that made.
   */
  beat(inSight: readonly string[]): Promise<number>;
  /** Nobody else works on this ticket any more, and another one comes for it; false when somebody had it already. */
  give(id: string): Promise<boolean>;
};

type Open = { readonly order: Taken; step: number };

export async function createBoardLoad(pos: Api, count: number): Promise<BoardLoad> {
  const kitchen = await openSmallKitchen(pos);
  const open = new Map<string, Open>();
  let placed = 0;
  let beats = 0;
  const add = async () => {
    const order = await place(kitchen, placed++);
    open.set(order.id, { order, step: 0 });
  };
  for (let nth = 0; nth < count; nth++) await add();

  const inTurn = createTurns();
  /** Where there are none of the one kind, one of the other: the load stays the same. */
  function pick(inSight: readonly string[], isSeen: boolean): Open | undefined {
    const seen = new Set(inSight);
    const those = (wanted: boolean) => [...open.values()].filter(({ order }) => seen.has(order.id) === wanted);
    return inTurn(those(isSeen)) ?? inTurn(those(!isSeen));
  }
  async function work(one: Open | undefined): Promise<boolean> {
    if (!one) return false;
    const { status } = await deeds[one.step === 0 ? 0 : 1 + ((one.step - 1) % (deeds.length - 1))]!(pos, one.order);
    one.step++;
    return status === 200;
  }
  async function handOver(one: Open | undefined): Promise<boolean> {
    if (!one) return false;
    open.delete(one.order.id);
    return (await pos.call('POST', `/orders/${one.order.id}/bump`, {})).status === 200;
  }
  return {
    beat: async (inSight) => {
      beats++;
      // Each leaves a gap for eight seconds: more often, and there would be nothing left in sight to work on.
      const gone = handOver(pick(inSight, beats % 50 === 0));
      const worked = [true, beats % 2 === 0, false].map((isSeen) => work(pick(inSight, isSeen)));
      const made = await Promise.all([gone, ...worked, add().then(() => true)]);
      return made.filter(Boolean).length;
    },
    give: async (id) => {
      if (!open.delete(id)) return false;
      await add();
      return true;
    },
  };
}

/** Each of them before one of them again, whatever comes and goes. */
function createTurns(): (among: readonly Open[]) => Open | undefined {
  const lastTurn = new WeakMap<Open, number>();
  let turn = 0;
  return (among) => {
    const [first] = among.toSorted((one, other) => (lastTurn.get(one) ?? 0) - (lastTurn.get(other) ?? 0));
    if (first) lastTurn.set(first, ++turn);
    return first;
  };
}

type Deed = (pos: Api, order: Taken) => ReturnType<Api['call']>;

const grill = 'grill';
const dishOf = (order: Taken) => `/orders/${order.id}/items/${order.items[0].id}`;
const become = (status: string): Deed => {
  return (pos, order) => pos.call('PATCH', dishOf(order), { station: grill, status });
};
const changeTo = (quantity: number): Deed => {
  return (pos, order) => pos.call('PATCH', dishOf(order), { quantity });
};
const see: Deed = (pos, { id }) => pos.call('POST', `/orders/${id}/acknowledge`, { station: grill });
const bringBack: Deed = (pos, { id, items }) =>
  pos.call('POST', `/orders/${id}/recall`, { station: grill, item_ids: [items[0].id], keep_timer: true });

/** The first once, the others round and round. */
const deeds: readonly Deed[] = [
  become('preparing'),
  become('ready'),
  bringBack,
  become('ready'),
  bringBack,
  changeTo(2),
  see,
  become('ready'),
  bringBack,
  changeTo(1),
  see,
];

/** Two or three dishes, two of them the grill's: one goes to and fro, and the ticket stays. */
function place(kitchen: SmallKitchen, nth: number): Promise<Taken> {
  const dishes = ['burger', 'platter', 'fries'].slice(0, 2 + (nth % 2));
  const items = dishes.map((sku) => ({ sku, modifiers: ['no onion', 'well done'] }));
  return kitchen.order(items, { table_number: String(nth) });
}
