import type { StoreApi } from 'zustand/vanilla';
import type { Order } from '#shared/domain/order.ts';
import type { Objection } from '../link/answer.ts';
import { createCommandSender } from '../link/commands.ts';
import type { SendHttp } from '../link/http.ts';
import type { LinkCounts } from '../link/link-counts.ts';
import type { ServerClock } from '../link/server-clock.ts';
import type { Timers } from '../link/timers.ts';
import { sendingOf } from '../outbox/command-request.ts';
import { createOutbox, type OutboxStore } from '../outbox/outbox.ts';
import type { OutboxEntry } from '../outbox/outbox-entry.ts';
import type { ScreenCommand } from '../outbox/screen-command.ts';
import * as step from './command-steps.ts';
import { followed } from './delivery.ts';
import { entriesOf, type KeptState, leftByOthers, ownerOf, personAt } from './kept-commands.ts';
import { aboutOf } from './pending-command.ts';
import { kitchenOf, type ScreenState } from './screen-state.ts';

export type CommandDeskDeps = Timers & {
  readonly http: SendHttp;
  readonly serverClock: Pick<ServerClock, 'at'>;
  /** Whether the link has heard of the kitchen of late. */
  readonly isHeard: () => boolean;
  /** A new Idempotency-Key. */
  readonly newKey: () => string;
  readonly counts: Pick<LinkCounts, 'commandMade' | 'commandRefused' | 'errorShown'>;
  /** `undefined` where the device can keep nothing. */
  readonly outboxStore: OutboxStore | undefined;
};

/** What a person can do with commands. */
export type CommandActions = {
  /**
   * Shown at once, sent until answered, taken back in words if refused. Gives its key; nobody signed in, nothing.
   *
   * @param order as it is called in those words, where the board may not have it any more
   */
  command(command: ScreenCommand, order?: Order): string | undefined;
  /** The refusal was read. */
  dismissNotice(key: string): void;
  /** What that person has left on this device will never reach the kitchen. Ask before. */
  discardOf(userId: string): void;
  discardUnreadable(): void;
};

/** Everything between a tap and its answer. */
export interface CommandDesk extends CommandActions {
  /** Looks what is on the device, before anybody has signed in. */
  look(): void;
  /** Somebody is at the screen: what they left is sent before anything new. */
  signedIn(): void;
  signedOut(): void;
  /** The link is live: what waits is tried at once, also what another tab has left. */
  resume(): void;
}

/** A disk that does not answer must not hold up a cook's tap for longer. */
const loadingTakesMs = 3000;
/** What could not be read is looked for again: it may be waiting to be sent. */
const lookAgainMs = 5000;

export function createCommandDesk(
  store: StoreApi<ScreenState>,
  deps: CommandDeskDeps,
  onSignedOut: () => void,
): CommandDesk {
  const sender = createCommandSender(
    { http: deps.http, timers: deps, isHeard: deps.isHeard },
    { stored, refused, signedOut: onSignedOut },
  );
  const outbox = createOutbox(deps.outboxStore, deps, {
    kept: (keys) => store.setState((state) => step.kept(state, keys)),
    trouble: (trouble) => setKept({ trouble }),
  });
  /** Made while the older ones are being read; undefined once they are. */
  let early: OutboxEntry[] | undefined;
  let visit = 0;
  let cancelLook: () => void = () => undefined;
  store.subscribe(followSent);

  const nowMs = () => Math.round(deps.serverClock.at(deps.nowMs()));

  function command(wanted: ScreenCommand, order?: Order): string | undefined {
    const state = store.getState();
    const entry = makeEntry(wanted, state, order);
    if (!entry) return undefined;
    outbox.forget(state.notices.filter((notice) => step.isAbout(wanted, notice)).map(({ id }) => id));
    store.setState(step.made(state, entry));
    deps.counts.commandMade();
    if (early) early.push(entry);
    else sender.send(entry);
    outbox.keep(entry);
    return entry.key;
  }

  function makeEntry(wanted: ScreenCommand, state: ScreenState, order?: Order): OutboxEntry | undefined {
    const person = personAt(state);
    if (!person) return undefined;
    const [key, madeAtMs, id] = [deps.newKey(), nowMs(), step.orderOf(wanted)];
    const kitchen = kitchenOf(state);
    const about = aboutOf((id && kitchen.orders.get(id)) ?? order, wanted, kitchen);
    const sending = sendingOf(wanted, key, madeAtMs);
    return { key, ...sending, command: wanted, about, madeAtMs, owner: ownerOf(person), objection: null };
  }

  function stored(key: string, body: unknown): void {
    outbox.forget([key]);
    store.setState((state) => step.stored(state, key, body, nowMs()));
  }

  function refused(key: string, objection: Objection): void {
    outbox.refuse(key, objection);
    deps.counts.commandRefused();
    deps.counts.errorShown();
    store.setState((state) => step.refused(state, key, objection));
  }

  function setKept(change: Partial<KeptState>): void {
    store.setState(({ kept }) => ({ kept: { ...kept, ...change } }));
  }

  /** What the device holds becomes what the screen shows and sends; what is known already is left alone. */
  async function takeUp(): Promise<void> {
    const loaded = await outbox.load();
    cancelLook();
    if (!loaded.isWhole) cancelLook = deps.after(lookAgainMs, () => void takeUp());
    const state = store.getState();
    const person = personAt(state);
    const known = new Set([...state.pending.map(({ key }) => key), ...state.notices.map(({ id }) => id)]);
    const fresh = entriesOf(person, loaded).filter(({ key }) => !known.has(key));
    if (loaded.isWhole) setKept({ byOthers: leftByOthers(person, loaded), unreadable: loaded.unreadable });
    if (fresh.length > 0) store.setState((now) => step.takenUp(now, fresh));
    for (const entry of fresh) if (!entry.objection) sender.send(entry);
  }

  function release(): void {
    const waiting = early ?? [];
    early = undefined;
    for (const entry of waiting) sender.send(entry);
  }

  function signedIn(): void {
    const mine = ++visit;
    early = [];
    const open = () => (mine === visit ? release() : undefined);
    const cancel = deps.after(loadingTakesMs, open);
    void takeUp().finally(() => {
      cancel();
      open();
    });
  }

  function signedOut(): void {
    visit++;
    early = undefined;
    sender.clear();
    void takeUp();
  }

  async function discardOf(userId: string): Promise<void> {
    const { entries } = await outbox.load();
    outbox.forget(entries.filter(({ owner }) => owner.userId === userId).map(({ key }) => key));
    return takeUp();
  }

  function followSent(state: ScreenState, before: ScreenState): void {
    if (state.seenSeq === before.seenSeq && state.orderSeqs === before.orderSeqs) return;
    const sent = followed(state.sent, state.orderSeqs, state.seenSeq);
    if (sent !== state.sent) store.setState({ sent });
  }

  return {
    command,
    dismissNotice: (key) => {
      outbox.forget([key]);
      store.setState(({ notices }) => ({ notices: notices.filter(({ id }) => id !== key) }));
    },
    discardOf: (userId) => void discardOf(userId),
    discardUnreadable: () => {
      outbox.discardUnreadable();
      setKept({ unreadable: 0 });
    },
    look: () => void takeUp(),
    signedIn,
    signedOut,
    resume: () => {
      sender.resume();
      void takeUp();
    },
  };
}
