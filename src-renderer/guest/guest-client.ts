import { createStore, type StoreApi } from 'zustand/vanilla';
import type { WireGuest } from '#shared/protocol/wire-guest.ts';
import { createLinkCounts } from '../link/link-counts.ts';
import type { LiveLinkHandlers } from '../link/link-handlers.ts';
import type { LiveLink, LiveLinkDeps } from '../link/link-ports.ts';
import type { LinkState } from '../link/link-state.ts';
import { createLiveLink } from '../link/live-link.ts';
import type { ServerClock } from '../link/server-clock.ts';

/** Everything that the page of an order's guest knows. */
export type GuestState = {
  readonly link: LinkState;
  /** `undefined` until it was told. */
  readonly order: WireGuest | undefined;
  /** The restaurant's; null until it is known. */
  readonly timeZone: string | null;
  /** When what is shown was last proven to be so, on the steady clock ([FRS1]). */
  readonly provenAtMs: number | null;
  readonly openedAtMs: number;
};

export type GuestClientDeps = Omit<LiveLinkDeps, 'counts'> & { readonly serverClock: ServerClock };

/** The page without its picture: the same link as every screen's, for as long as there is something to wait for ([GST5]). */
export type GuestClient = Pick<LiveLink, 'wake' | 'online' | 'visible'> & {
  readonly store: StoreApi<GuestState>;
  start(): void;
};

/** Longer than a cook needs to see that the wrong ticket was bumped, and to bring it back. */
const lookAgainMs = 15_000;

export function createGuestClient(deps: GuestClientDeps): GuestClient {
  const store = createStore<GuestState>(() => ({
    link: { phase: 'idle' },
    order: undefined,
    timeZone: null,
    provenAtMs: null,
    openedAtMs: deps.nowMs(),
  }));
  const link = createLiveLink({ ...deps, counts: createLinkCounts() }, linkHandlers(store, deps.serverClock, settle));
  let isSettled = false;
  let isYetToLook = true;

  /** What is over is asked for no more, but for one look soon after, and whenever the page is looked at again. */
  function settle(): void {
    if (!store.getState().order?.over) {
      isYetToLook = true;
      return;
    }
    if (isSettled) return;
    isSettled = true;
    // The link is in the middle of handing it on.
    queueMicrotask(link.stop);
    if (isYetToLook) deps.after(lookAgainMs, lookAgain);
    isYetToLook = false;
  }

  function lookAgain(): void {
    if (!isSettled) return;
    isSettled = false;
    link.start();
  }

  return {
    store,
    start: link.start,
    wake: link.wake,
    online: link.online,
    visible: (isVisible) => {
      link.visible(isVisible);
      if (isVisible) lookAgain();
    },
  };
}

function linkHandlers(store: StoreApi<GuestState>, clock: ServerClock, changed: () => void): LiveLinkHandlers {
  return {
    stateChanged: (link) => store.setState({ link }),
    snapshot: ({ guest, timeZone = null }) => {
      store.setState({ order: guest, timeZone });
      changed();
    },
    events: (events) => {
      const last = events.findLast((event) => event.type === 'guest_changed');
      if (last) store.setState({ order: last.guest });
      changed();
    },
    proof: (provenAtMs) => store.setState({ provenAtMs }),
    serverTime: clock.sample,
    seen: () => undefined,
    ephemeral: () => undefined,
  };
}
