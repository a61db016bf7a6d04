import { createStore, type StoreApi } from 'zustand/vanilla';
import { applyAll, type Change, emptyKitchen } from '#shared/domain/apply.ts';
import type { LineId } from '#shared/domain/id.ts';
import { changesIn, changesInAll } from '#shared/protocol/wire-entity.ts';
import { type Ask, createAsk, tellsToWait } from '../link/ask.ts';
import { createLinkCounts } from '../link/link-counts.ts';
import type { LiveLinkHandlers } from '../link/link-handlers.ts';
import type { LiveLink, LiveLinkDeps } from '../link/link-ports.ts';
import { isUnderWay } from '../link/link-state.ts';
import { createLiveLink } from '../link/live-link.ts';
import { createScreenReporter, type ScreenReporter } from '../link/screen-reporter.ts';
import type { ServerClock } from '../link/server-clock.ts';
import { createSessionApi } from '../link/session.ts';
import type { WayBack } from './bumped.ts';
import { type BumpedToday, createBumpedToday } from './bumped-today.ts';
import { type Bumps, createBumps } from './bumps.ts';
import { type CommandActions, type CommandDeskDeps, createCommandDesk } from './command-desk.ts';
import { momentAfter, watchDue } from './due-watch.ts';
import { transportOf } from './link-view.ts';
import { seqsAfter, seqsOfSnapshot } from './order-seqs.ts';
import { settle } from './pending-command.ts';
import { firstState, kitchenOf, leftBehind, type ScreenState, stationShown } from './screen-state.ts';
import { stationFor, type WantedStation } from './screen-station.ts';
import { createSessionActions, type SessionActions } from './session-actions.ts';
import type { Ticket } from './ticket.ts';

export type ScreenClientDeps = Omit<LiveLinkDeps, 'probe' | 'counts'> &
  Omit<CommandDeskDeps, 'counts' | 'isHeard'> & {
    readonly serverClock: ServerClock;
    /** The page's name in streams and reports ([TAB1]). */
    readonly tab: string;
    /** Hears what is never stored: drafts, calls for attention, who is here ([EPH1]). */
    readonly ephemeral?: LiveLinkHandlers['ephemeral'];
  };

/** One screen without its picture: what it knows, and what can be done from it. */
export type ScreenClient = SessionActions &
  CommandActions & {
    readonly store: StoreApi<ScreenState>;
    /** Off this board; remembered, so that it can be undone or recalled. `lineIds`: only these. */
    bump(ticket: Ticket, lineIds?: readonly LineId[] | null): void;
    /** On hold: what nobody has begun of it at this station, or one course; remembered too ([FIR1]). */
    hold: Bumps['hold'];
    /** What waits is begun; remembered too ([FIR2]). */
    fire: Bumps['fire'];
    /** To another station; remembered too ([RTE4]). */
    give: Bumps['give'];
    /** On its way to the guest; remembered too ([SHP1]). */
    send: Bumps['send'];
    /** Exactly as it was before, or a refusal when somebody has gone on from there. */
    undo(way: WayBack): void;
    /** Back on the board of that station, with a new clock or the old one ([RCL1]). */
    recall: Bumps['recall'];
    /** What was bumped today at a station, from the kitchen ([RCL4]). */
    readonly bumpedToday: BumpedToday;
    /** Anything else that a person asks the kitchen and waits for; whoever is not known any more is signed out. */
    readonly ask: Ask;
    /** This screen shows the work of one station; null for all of them. */
    showStation(wanted: WantedStation): void;
    /** A failure is before a person's eyes now; counted, once for each time ([CNT1]). */
    errorShown(): void;
    leave: ScreenReporter['leave'];
    /** The picture is gone: nothing that comes from here on is seen by anybody, so nothing is followed ([SEE1]). */
    close(): void;
  } & Pick<LiveLink, 'wake' | 'online' | 'visible' | 'tell'>;

export function createScreenClient(deps: ScreenClientDeps): ScreenClient {
  const store = createStore<ScreenState>(() => firstState);
  const counts = createLinkCounts();
  const api = createSessionApi(deps.http);
  const ask = createAsk(deps.http, tellsToWait);
  const desk = createCommandDesk(store, { ...deps, counts, isHeard: () => link.isHeard() }, () => session.signedOut());
  const link = createLiveLink(
    { ...deps, counts, probe: api.probe, station: () => stationShown(store.getState()) },
    linkHandlers(store, deps, { live: desk.resume, signedOut: () => session.signedOut() }),
  );
  const reporter = createScreenReporter({
    http: deps.http,
    timers: deps,
    counts,
    tab: deps.tab,
    transport: () => transportOf(store.getState().link),
    isAway: () => !deps.isVisible() || !isUnderWay(store.getState().link),
  });
  const session = createSessionActions(store, api, deps, {
    leftBehind,
    signedIn: () => {
      desk.signedIn();
      link.start();
      reporter.start();
    },
    signedOut: () => {
      desk.signedOut();
      link.stop();
      reporter.stop();
    },
  });
  desk.look();
  watchDue(store, deps);
  const { bump, hold, fire, give, send, undo, recall } = createBumps(store, desk, deps);
  const showStation = (wanted: WantedStation) =>
    store.setState((state) => ({ wanted, station: stationFor(wanted, kitchenOf(state).stations) }));

  const { command, dismissNotice, discardOf, discardUnreadable } = desk;
  const { wake, online, visible, tell } = link;
  const actions = { command, dismissNotice, discardOf, discardUnreadable };
  return {
    store,
    ...session,
    ...actions,
    bump,
    hold,
    fire,
    give,
    send,
    undo,
    recall,
    bumpedToday: createBumpedToday(deps.http, () => session.signedOut()),
    ask: async (request, read) => {
      const answer = await ask(request, read);
      if (answer.kind === 'signed-out') session.signedOut();
      return answer;
    },
    showStation,
    errorShown: counts.errorShown,
    leave: reporter.leave,
    close: () => {
      link.stop();
      reporter.stop();
    },
    wake,
    online,
    visible,
    tell,
  };
}

function linkHandlers(
  store: StoreApi<ScreenState>,
  { serverClock, ephemeral, nowMs }: Pick<ScreenClientDeps, 'serverClock' | 'ephemeral' | 'nowMs'>,
  on: { live(): void; signedOut(): void },
): LiveLinkHandlers {
  /** Answered before the connection was asked for: its snapshot has them, whatever versions it has ([OPT2]). */
  let answered: ReadonlySet<string> = new Set();
  return {
    stateChanged: (link) => {
      const wasLive = store.getState().link.phase === 'live';
      store.setState({ link });
      if (link.phase === 'connecting') answered = answeredKeys(store.getState());
      if (link.phase === 'live' && !wasLive) on.live();
      if (link.phase === 'signed-out') on.signedOut();
    },
    snapshot: (snapshot) => {
      const news = { changes: changesInAll(snapshot), orderSeqs: seqsOfSnapshot(snapshot), included: answered };
      takeNews(store, news, serverClock.at(nowMs()));
    },
    events: (events) => {
      const orderSeqs = seqsAfter(store.getState().orderSeqs, events);
      takeNews(store, { changes: events.flatMap(changesIn), orderSeqs }, serverClock.at(nowMs()));
    },
    proof: (provenAtMs) => store.setState({ provenAtMs }),
    serverTime: serverClock.sample,
    seen: (seq) => {
      if (seq > store.getState().seenSeq) store.setState({ seenSeq: seq });
    },
    ephemeral: (frame) => ephemeral?.(frame),
  };
}

const answeredKeys = ({ pending }: ScreenState): ReadonlySet<string> =>
  new Set(pending.flatMap(({ key, answer }) => (answer ? [key] : [])));

type News = Pick<ScreenState, 'orderSeqs'> & {
  readonly changes: readonly Change[];
  /** Of a snapshot, which begins anew: the commands that are in it. */
  readonly included?: ReadonlySet<string>;
};

/**
 * In one step, so that no screen ever draws half of a commit or half of a snapshot, or hears the work of a station that
 * is not its own, and so that the board is drawn once.
 */
function takeNews(store: StoreApi<ScreenState>, { changes, orderSeqs, included }: News, nowMs: number): void {
  store.setState((state) => {
    const kitchen = applyAll(included ? emptyKitchen : kitchenOf(state), changes);
    const pending = included ? state.pending.filter(({ key }) => !included.has(key)) : state.pending;
    const station = stationFor(state.wanted, kitchen.stations);
    const momentMs = momentAfter(state.momentMs, nowMs);
    const seenSeq = included ? 0 : state.seenSeq;
    return { kitchen, station, momentMs, orderSeqs, seenSeq, pending: settle(pending, kitchen) };
  });
}
