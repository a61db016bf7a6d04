import { expect, test, vi } from 'vitest';
import { productId } from '#shared/domain/id.ts';
import type { WireOwnSelfOrder } from '#shared/protocol/wire-self-order.ts';
import type { Answer } from '../link/ask.ts';
import { emptyBasket } from './kept-basket.ts';
import { createId } from './new-id.ts';
import { createTableClient } from './table-client.ts';

const line = {
  key: 'k',
  productId: productId('p'),
  quantity: 1,
  modifiers: [],
  notes: '',
  seat: null,
  course: null,
  allergens: [],
};
const away = { kind: 'unreachable' } as const;
const ok = <Value>(value: Value): Answer<Value> => ({ kind: 'ok', value });

/** A phone at a table; `net` says what the kitchen answers. */
function phone(kept = emptyBasket) {
  const later: (() => void)[] = [];
  const shelf = { basket: kept };
  const own = (id: string, state: WireOwnSelfOrder['state']) =>
    ({ id, state, items: [], path: null }) as unknown as WireOwnSelfOrder;
  const net = {
    state: 'waiting' as WireOwnSelfOrder['state'] | 'away',
    sent: [] as string[],
    withdrawn: [] as string[],
    /** What holds an answer up. */
    wait: async () => undefined as unknown,
    answer: (id: string) => (net.state === 'away' ? away : ok(own(id, net.state))),
  };
  const client = createTableClient({
    after: (_ms, run) => {
      later.push(run);
      return () => later.splice(later.indexOf(run), 1);
    },
    newId: () => createId(crypto),
    kept: {
      read: () => shelf.basket,
      keep: (basket) => {
        shelf.basket = basket;
      },
    },
    api: {
      place: async () => (net.state === 'away' ? away : ok({ restaurant: 'R', table_number: '5' })),
      menu: async () => (net.state === 'away' ? away : ok(new Map())),
      send: async ({ id }) => {
        net.sent.push(id);
        await net.wait();
        return net.answer(id);
      },
      one: async (id) => net.answer(id),
      withdraw: async (id) => {
        net.withdrawn.push(id);
        return net.state === 'away' ? away : ok(own(id, 'withdrawn'));
      },
    },
  });
  const turn = async () => {
    later.shift()?.();
    await vi.waitFor(() => expect(later.length).toBeGreaterThan(0));
  };
  return { client, net, shelf, turn };
}

test('[SLF1] what was chosen is kept, sent with one id until there is an answer, also by the page that comes after a reload', async () => {
  const first = phone();
  first.client.add(line);
  expect(first.shelf.basket.lines).toHaveLength(1);
  first.net.state = 'away';
  first.client.start();
  first.client.send();
  await vi.waitFor(() => expect(first.client.store.getState().isAway).toBe(true));
  await first.turn();
  expect(first.client.store.getState().own).toBe(null);
  const again = phone(first.shelf.basket);
  again.client.start();
  await vi.waitFor(() => expect(again.client.store.getState().own?.state).toBe('waiting'));
  expect(new Set([...first.net.sent, ...again.net.sent])).toEqual(new Set([first.shelf.basket.sentAs]));
  // While it waits nothing of it is changed under the waiter's eyes.
  again.client.add({ ...line, key: 'other' });
  expect(again.client.store.getState().lines).toEqual([line]);
});

test('[SLF3] withdrawn it is the guest’s to change again; not while nobody knows whether it has arrived', async () => {
  const { client, net, shelf } = phone();
  client.add(line);
  client.send();
  await vi.waitFor(() => expect(client.store.getState().own?.state).toBe('waiting'));
  net.state = 'away';
  client.withdraw();
  await vi.waitFor(() => expect(client.store.getState().isAway).toBe(true));
  expect(client.store.getState().sentAs).not.toBe(null);
  net.state = 'waiting';
  client.withdraw();
  await vi.waitFor(() => expect(client.store.getState().sentAs).toBe(null));
  expect(shelf.basket).toEqual({ lines: [line], sentAs: null });
});

test('[SLF3] refused, the basket is there; taken, it is empty for what comes next', async () => {
  const { client, net, shelf, turn } = phone();
  client.add(line);
  client.send();
  net.state = 'refused';
  await vi.waitFor(() => expect(client.store.getState().own).not.toBe(null));
  await turn();
  expect(client.store.getState().own?.state).toBe('refused');
  client.again(true);
  expect(shelf.basket).toEqual({ lines: [line], sentAs: null });
  client.again(false);
  expect(shelf.basket).toEqual(emptyBasket);
});

test('[SLF5] an id is a UUID of version 4', () => {
  expect(createId(crypto)).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}$/);
});

test('[SLF3] taken back while it was on its way, it does not wait behind the guest’s back', async () => {
  const { client, net } = phone();
  client.add(line);
  let arrive = (_: unknown) => undefined as unknown;
  net.wait = () =>
    new Promise((resolve) => {
      arrive = resolve as typeof arrive;
    });
  client.send();
  await vi.waitFor(() => expect(net.sent).toHaveLength(1));
  client.withdraw();
  await vi.waitFor(() => expect(client.store.getState().sentAs).toBe(null));
  arrive(undefined);
  await vi.waitFor(() => expect(net.withdrawn).toEqual([net.sent[0], net.sent[0]]));
  expect(client.store.getState()).toMatchObject({ own: null, sentAs: null, lines: [line] });
});
