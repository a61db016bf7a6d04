import type { StoreApi } from 'zustand/vanilla';
import type { WireReady } from '#shared/protocol/wire-ready.ts';
import type { Bell } from '../sound/bell.ts';
import type { ChimeMemory } from '../sound/chime-memory.ts';
import type { GuestOrders } from './guest-board.ts';
import type { ReadyState } from './ready-client.ts';

/** The bell for a number that has become ready: once, whatever the link and the page go through ([CHM1], [CHM3]). */
export function listenForGuests(store: StoreApi<ReadyState>, memory: ChimeMemory, bell: Pick<Bell, 'ring'>): void {
  let last: GuestOrders | undefined;
  let isBegun = false;

  store.subscribe(({ orders }) => {
    if (orders === undefined || orders === last) return;
    last = orders;
    const isNew = !isBegun && memory.isEmpty();
    isBegun = true;
    const called = [...orders.values()].filter(({ state }) => state === 'ready');
    const isNews = called.some((one) => !one.silent && !memory.knows(nameOf(one)));
    memory.learn(called.map(nameOf));
    // A board that knows nothing yet takes what stands there as known ([CHM4]).
    if (isNew) memory.learn(['begun']);
    else if (isNews) bell.ring(['ready']);
  });
}

/** Ids are of one start of the server; these hold beyond it. */
const nameOf = ({ number, since }: WireReady): string => `${number}/${since}`;
