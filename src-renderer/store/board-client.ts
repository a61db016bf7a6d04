import { createStore, type StoreApi } from 'zustand/vanilla';
import { applyAll, type Change, emptyKitchen } from '#shared/domain/apply.ts';
import type { WireEvent } from '#shared/protocol/frames.ts';
import { fromWireOrder } from '#shared/protocol/wire-order.ts';
import { fromWireProduct } from '#shared/protocol/wire-product.ts';
import type { Objection } from '../link/answer.ts';
import { type CommandHandlers, createCommandSender } from '../link/commands.ts';
import type { Snapshot } from '../link/frame-reader.ts';
import type { SendHttp } from '../link/http.ts';
import { createLinkCounts } from '../link/link-counts.ts';
import type { LiveLinkHandlers } from '../link/link-handlers.ts';
import { createLiveLink, type LiveLink, type LiveLinkDeps } from '../link/live-link.ts';
import { createScreenReporter, type ScreenReporter } from '../link/screen-reporter.ts';
import type { ServerClock } from '../link/server-clock.ts';
import { createSessionApi, type SessionApi } from '../link/session.ts';
import type { ProbeAnswer } from '../link/session-probe.ts';
import { type BoardState, firstState, kitchenOf } from './board-state.ts';
import { transportOf } from './link-view.ts';
import { seqsAfter, seqsOfSnapshot } from './order-seqs.ts';
import { aboutOf, type BoardCommand, settle, toOutgoing } from './pending-command.ts';
import { createSessionActions, type SessionActions } from './session-actions.ts';

export type BoardClientDeps = Omit<LiveLinkDeps, 'probe' | 'counts'> & {
  readonly http: SendHttp;
  readonly serverClock: ServerClock;
  /** The page's name in streams and reports ([TAB1]). */
  readonly tab: string;
  /** Hears what is never stored: drafts, calls for attention, who is here ([EPH1]). */
  readonly ephemeral?: LiveLinkHandlers['ephemeral'];
  /** A new Idempotency-Key. */
  readonly newKey: () => string;
};

/** One screen without its picture: what it knows, and what can be done from it. */
export type BoardClient = SessionActions & {
  readonly store: StoreApi<BoardState>;
  /** Shown at once, sent until answered, taken back in words if refused. */
  command(command: BoardCommand): void;
  dismissNotice(id: string): void;
  /** A failure is before a person's eyes now; counted, once for each time ([CNT1]). */
  errorShown(): void;
  leave: ScreenReporter['leave'];
} & Pick<LiveLink, 'wake' | 'online' | 'visible'>;

export function createBoardClient(deps: BoardClientDeps): BoardClient {
  const store = createStore<BoardState>(() => firstState);
  const sender = createCommandSender(
    deps.http,
    deps,
    commandHandlers(store, () => session.signedOut()),
  );
  const counts = createLinkCounts();
  const api = createSessionApi(deps.http);
  const link = createLiveLink(
    { ...deps, counts, probe: () => probe(api) },
    linkHandlers(store, deps, { live: sender.resume, signedOut: () => session.signedOut() }),
  );
  const reporter = createScreenReporter({
    http: deps.http,
    timers: deps,
    counts,
    tab: deps.tab,
    transport: () => transportOf(store.getState().link),
  });
  const session = createSessionActions(store, api, deps, {
    signedIn: () => {
      link.start();
      sender.resume();
      reporter.start();
    },
    signedOut: () => {
      link.stop();
      reporter.stop();
    },
  });

  function command(wanted: BoardCommand): void {
    const madeAtMs = deps.serverClock.at(deps.nowMs());
    const about = aboutOf(kitchenOf(store.getState()).orders.get(wanted.orderId), wanted);
    const pending = { key: deps.newKey(), command: wanted, madeAtMs, about, storedVersion: null };
    store.setState((state) => ({
      pending: [...state.pending, pending],
      notices: state.notices.filter((notice) => notice.orderId !== wanted.orderId),
    }));
    counts.commandMade();
    sender.send(toOutgoing(pending));
  }

  function dismissNotice(id: string): void {
    store.setState(({ notices }) => ({ notices: notices.filter((notice) => notice.id !== id) }));
  }

  const { wake, online, visible } = link;
  const { errorShown } = counts;
  return { store, ...session, command, dismissNotice, errorShown, leave: reporter.leave, wake, online, visible };
}

async function probe(api: SessionApi): Promise<ProbeAnswer> {
  const { kind } = await api.me();
  return kind === 'ok' || kind === 'refused' ? 'answers' : kind;
}

function linkHandlers(
  store: StoreApi<BoardState>,
  { serverClock, ephemeral }: Pick<BoardClientDeps, 'serverClock' | 'ephemeral'>,
  on: { live(): void; signedOut(): void },
): LiveLinkHandlers {
  return {
    stateChanged: (link) => {
      store.setState({ link });
      if (link.phase === 'live') on.live();
      if (link.phase === 'signed-out') on.signedOut();
    },
    snapshot: (snapshot) => {
      takeChanges(store, snapshotChanges(snapshot), true);
      store.setState({ orderSeqs: seqsOfSnapshot(snapshot), seenSeq: 0 });
    },
    events: (events) => {
      takeChanges(store, events.flatMap(eventChanges), false);
      store.setState(({ orderSeqs }) => ({ orderSeqs: seqsAfter(orderSeqs, events) }));
    },
    proof: (provenAtMs) => store.setState({ provenAtMs }),
    serverTime: serverClock.sample,
    seen: (seq) => {
      if (seq > store.getState().seenSeq) store.setState({ seenSeq: seq });
    },
    ephemeral: (frame) => ephemeral?.(frame),
  };
}

/** In one step, so that no screen ever draws half of a commit or half of a snapshot. */
function takeChanges(store: StoreApi<BoardState>, changes: readonly Change[], anew: boolean): void {
  store.setState((state) => {
    const kitchen = applyAll(anew ? emptyKitchen : kitchenOf(state), changes);
    return { kitchen, pending: settle(state.pending, kitchen) };
  });
}

function snapshotChanges({ orders, products }: Snapshot): Change[] {
  return [
    ...orders.map((order) => ({ order: fromWireOrder(order) })),
    ...products.map((product) => ({ product: fromWireProduct(product) })),
  ];
}

function eventChanges(event: WireEvent): Change[] {
  if ('order' in event) return [{ order: fromWireOrder(event.order) }];
  return 'product' in event ? [{ product: fromWireProduct(event.product) }] : [];
}

function commandHandlers(store: StoreApi<BoardState>, signedOut: () => void): CommandHandlers {
  return {
    stored: (key, body) => store.setState((state) => stored(state, key, versionIn(body))),
    refused: (key, objection) => store.setState((state) => refused(state, key, objection)),
    signedOut,
  };
}

/** An answer that names no version says nothing about when the change will be seen: then it counts as seen. */
function versionIn(body: unknown): number {
  const version = typeof body === 'object' && body !== null && 'version' in body ? body.version : undefined;
  return typeof version === 'number' ? version : 0;
}

function stored(state: BoardState, key: string, storedVersion: number): Partial<BoardState> {
  const pending = state.pending.map((one) => (one.key === key ? { ...one, storedVersion } : one));
  return { pending: settle(pending, kitchenOf(state)) };
}

/** Taken back, with the reason where the person looks. */
function refused(state: BoardState, key: string, { detail }: Objection): Partial<BoardState> {
  const pending = state.pending.find((one) => one.key === key);
  if (!pending) return {};
  const { command, about } = pending;
  const isBack = command.kind === 'order.set-status' && kitchenOf(state).orders.has(command.orderId);
  return {
    pending: state.pending.filter((one) => one !== pending),
    notices: [...state.notices, { id: key, orderId: command.orderId, ...about, isBack, detail }],
  };
}
