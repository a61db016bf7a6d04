import { createStore, type StoreApi } from 'zustand/vanilla';
import type { SendHttp } from '../link/http.ts';
import { createLinkCounts } from '../link/link-counts.ts';
import type { LiveLinkHandlers } from '../link/link-handlers.ts';
import type { LiveLink, LiveLinkDeps } from '../link/link-ports.ts';
import type { LinkState } from '../link/link-state.ts';
import { createLiveLink } from '../link/live-link.ts';
import type { ServerClock } from '../link/server-clock.ts';
import { createSessionApi } from '../link/session.ts';
import type { SessionState } from '../store/screen-state.ts';
import { createSessionActions, type SessionActions } from '../store/session-actions.ts';
import { type GuestOrders, ordersAfter, ordersOf } from './guest-board.ts';

/** Everything that the board for guests knows. */
export type ReadyState = {
  readonly session: SessionState;
  readonly link: LinkState;
  /** `undefined` until the first snapshot is whole. */
  readonly orders: GuestOrders | undefined;
  /** The restaurant's; null until it is known. */
  readonly timeZone: string | null;
  /** When what is shown was last proven complete, on the steady clock ([FRS1]). */
  readonly provenAtMs: number | null;
  /** When it began to follow: opened by somebody who is signed in, or signed in on. The same clock. */
  readonly openedAtMs: number;
};

export type ReadyClientDeps = Omit<LiveLinkDeps, 'probe' | 'counts'> & {
  readonly http: SendHttp;
  readonly serverClock: ServerClock;
};

/** The board for guests without its picture: the same link as every screen's, on a stream of its own ([RDY3]). */
export type ReadyClient = Pick<SessionActions, 'open' | 'signIn' | 'signOut' | 'keepPassword'> & {
  readonly store: StoreApi<ReadyState>;
} & Pick<LiveLink, 'wake' | 'online' | 'visible'>;

const leftBehind = { orders: undefined, timeZone: null, provenAtMs: null };

export function createReadyClient(deps: ReadyClientDeps): ReadyClient {
  const store = createStore<ReadyState>(() => ({
    ...leftBehind,
    openedAtMs: deps.nowMs(),
    session: { phase: 'asking', unreachable: false },
    link: { phase: 'idle' },
  }));
  const api = createSessionApi(deps.http);
  const signedOut = () => session.signedOut();
  const link = createLiveLink(
    { ...deps, counts: createLinkCounts(), probe: api.probe },
    linkHandlers(store, deps.serverClock, signedOut),
  );
  const session = createSessionActions(store, api, deps, {
    leftBehind,
    signedIn: () => {
      store.setState({ openedAtMs: deps.nowMs() });
      link.start();
    },
    signedOut: link.stop,
  });
  const { open, signIn, signOut, keepPassword } = session;
  const { wake, online, visible } = link;
  return { store, open, signIn, signOut, keepPassword, wake, online, visible };
}

function linkHandlers(store: StoreApi<ReadyState>, clock: ServerClock, signedOut: () => void): LiveLinkHandlers {
  return {
    stateChanged: (link) => {
      store.setState({ link });
      if (link.phase === 'signed-out') signedOut();
    },
    snapshot: ({ ready = [], timeZone = null }) => store.setState({ orders: ordersOf(ready), timeZone }),
    events: (events) =>
      store.setState(({ orders = new Map() }) => ({
        orders: ordersAfter(
          orders,
          events.flatMap((event) => (event.type === 'ready_changed' ? [event] : [])),
        ),
      })),
    proof: (provenAtMs) => store.setState({ provenAtMs }),
    serverTime: clock.sample,
    seen: () => undefined,
    ephemeral: () => undefined,
  };
}
