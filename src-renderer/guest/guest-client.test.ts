import { expect, test } from 'vitest';
import type { ServerFrame } from '#shared/protocol/frames.ts';
import type { WireGuest } from '#shared/protocol/wire-guest.ts';
import {
  createManualTimers,
  createSocketPairs,
  framesOf,
  quietDevice,
  settled,
} from '../../test/harness/screen-kit.ts';
import { createServerClock } from '../link/server-clock.ts';
import { createGuestClient } from './guest-client.ts';

const epoch = '0123456789abcdef';

const guest = (state: WireGuest['state'], over = false): WireGuest => ({
  ...{ number: 'A1', type: 'dine_in', table_number: '5', ready_by: null, items: [] },
  ...{ state, over },
});

function pageInHand() {
  const timers = createManualTimers();
  const sockets = createSocketPairs();
  const said = framesOf(epoch, timers.nowMs);
  const client = createGuestClient({
    ...timers,
    ...quietDevice,
    open: sockets.open,
    probe: async () => 'answers' as const,
    serverClock: createServerClock(0),
  });
  client.start();
  /** The server lets the page in and tells it the whole. */
  const letIn = (seq: number, order: WireGuest) => {
    const part: ServerFrame = { type: 'snapshot', part: 1, parts: 1, orders: [], products: [], guest: order };
    sockets.last().send(said.established('snapshot', seq), part, said.live(seq));
  };
  const change = (seq: number, order: WireGuest) =>
    sockets.last().send({ type: 'guest_changed', seq, epoch, timestamp: new Date(0).toISOString(), guest: order });
  const shown = () => client.store.getState().order?.state;
  const opened = () => sockets.opened.length;
  return { timers, sockets, client, letIn, change, shown, opened };
}

test('[GST5] what is over is followed no more, and looked at once more soon after', async () => {
  const { timers, sockets, letIn, change, shown, opened } = pageInHand();
  letIn(1, guest('ready'));
  change(2, guest('completed', true));
  await settled();
  expect([shown(), opened(), sockets.last().abandoned]).toEqual(['completed', 1, true]);
  timers.advance(15_000);
  expect(opened()).toBe(2);
  letIn(2, guest('completed', true));
  await settled();
  timers.advance(600_000);
  expect([shown(), opened(), sockets.last().abandoned]).toEqual(['completed', 2, true]);
});

test('[GST5] it is asked for anew whenever the page is looked at again', async () => {
  const { client, letIn, opened } = pageInHand();
  letIn(2, guest('completed', true));
  await settled();
  client.visible(true);
  expect(opened()).toBe(2);
});

test('[GST5] brought back after it was over it is followed again, and its next end is looked at once more, too', async () => {
  const { timers, letIn, change, shown, opened, sockets } = pageInHand();
  letIn(2, guest('completed', true));
  await settled();
  timers.advance(15_000);
  letIn(3, guest('preparing'));
  await settled();
  expect([shown(), sockets.last().abandoned]).toEqual(['preparing', false]);
  change(4, guest('completed', true));
  await settled();
  timers.advance(15_000);
  expect(opened()).toBe(3);
});
