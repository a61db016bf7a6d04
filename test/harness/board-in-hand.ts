import type { Order } from '#shared/domain/order.ts';
import { createServerClock } from '../../src-renderer/link/server-clock.ts';
import { createScreenClient } from '../../src-renderer/store/screen-client.ts';
import { createTicketSelector } from '../../src-renderer/store/ticket.ts';
import {
  answered,
  createHeldHttp,
  createManualTimers,
  createSocketPairs,
  framesOf,
  quietDevice,
} from './screen-kit.ts';

/** The log that these screens follow, and its frames. */
export const epoch = '0123456789abcdef';
export const frames = framesOf(epoch);
/** Who is at them. */
export const manager = {
  user_id: 'admin',
  username: 'admin',
  display_name: 'Manager',
  role: 'manager',
  restaurant_id: 'main',
  password_is_temporary: false,
};

/** A screen without its picture, its time, connections and answers in the test's hand; nobody is signed in. */
export function screenInHand() {
  const timers = createManualTimers();
  const sockets = createSocketPairs();
  const http = createHeldHttp();
  let keys = 0;
  const client = createScreenClient({
    ...timers,
    open: sockets.open,
    ...quietDevice,
    http: http.send,
    serverClock: createServerClock(0),
    newKey: () => `key-${++keys}`,
    outboxStore: undefined,
  });
  const select = createTicketSelector();
  const tickets = () => select(client.store.getState());
  const numbers = () => tickets().map(({ order }) => order.number);
  return { timers, sockets, http, client, tickets, numbers };
}

/** The same with these orders open, live at event 7. */
export async function liveScreen(...orders: readonly Order[]) {
  const screen = screenInHand();
  screen.client.open();
  await screen.http.answer(answered(200, manager));
  screen.sockets.last().send(frames.established('snapshot', 7), frames.part(1, 1, ...orders), frames.live(7));
  return screen;
}
