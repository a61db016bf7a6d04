import type { Api } from '../harness/api.ts';
import { openSmallKitchen, type SmallKitchen, type Taken } from '../harness/small-kitchen.ts';

/** A kitchen with a grill, a fryer and a pass, as many tickets open at the grill as asked, and work on them without end. */
export type BoardLoad = {
  /** One new order, one handed over, up to three dishes begun or ready; how many events that made. */
  beat(): Promise<number>;
  /** Another ticket in place of one that was bumped. */
  refill(): Promise<void>;
};

type Step = { readonly order: Taken; readonly dish: number; readonly station: string; readonly status: string };

export async function createBoardLoad(pos: Api, open: number): Promise<BoardLoad> {
  const kitchen = await openSmallKitchen(pos);
  const orders: Taken[] = [];
  const steps: Step[] = [];
  let placed = 0;
  async function add(): Promise<void> {
    const order = await place(kitchen, placed++);
    orders.push(order);
    steps.push(...stepsOf(order));
  }
  /** From the middle: the oldest are those that the cook has before his eyes. */
  const handOver = () => pos.call('POST', `/orders/${orders.splice(open / 2, 1)[0]?.id}/bump`, {});
  const cook = ({ order, dish, ...share }: Step) =>
    pos.call('PATCH', `/orders/${order.id}/items/${order.items[dish].id}`, share);

  for (let nth = 0; nth < open; nth++) await add();
  return {
    beat: async () => {
      const answers = await Promise.all([handOver(), ...steps.splice(0, 3).map(cook)]);
      await add();
      return 1 + answers.filter(({ status }) => status === 200).length;
    },
    refill: add,
  };
}

/** One, two or three dishes, of which the grill cooks at least one. */
function place(kitchen: SmallKitchen, nth: number): Promise<Taken> {
  const dishes = ['burger', 'platter', 'fries'].slice(0, 1 + (nth % 3));
  const items = dishes.map((sku) => ({ sku, modifiers: ['no onion', 'well done'] }));
  return kitchen.order(items, { table_number: String(nth) });
}

/** All begun, and of several the first ready: nothing that would end a ticket. */
function stepsOf(order: Taken): Step[] {
  const begun = order.items.map((_: Taken, dish: number) => ({
    order,
    dish,
    station: dish === 2 ? 'fry' : 'grill',
    status: 'preparing',
  }));
  return order.items.length > 1 ? [...begun, { order, dish: 0, station: 'grill', status: 'ready' }] : begun;
}
