import type { RestaurantId } from '#shared/domain/id.ts';
import { closeCodes } from '#shared/protocol/close-codes.ts';
import type { Transport } from '#shared/protocol/screen-report.ts';
import { createFrame, type Frame } from '../fanout/frame.ts';
import type { Caller } from '../ports.ts';
import { createKeptPlaces } from './kept-places.ts';
import { isOnOwnPhone } from './own-phone.ts';
import { restartRetryMs } from './retry-times.ts';
import { createSessionPlaces } from './session-places.ts';
import { type Comer, createTabs, isNameOf, keyOf } from './stream-tabs.ts';

/** Who follows, over what. */
export type MemberAbout = {
  readonly caller: Caller;
  readonly transport: Transport;
  readonly tab: string | undefined;
  readonly screen: string | undefined;
  /** The whole log, not a part of it. */
  readonly isWhole: boolean;
};

/** One open stream or held poll. */
export interface Member {
  readonly about: MemberAbout;
  beat(): void;
  whisper(frame: Frame): void;
  /**
   * The reader has applied everything up to `seq` ([ACK1]), where somebody could see it or not ([SEE1]). `station`: whose
   * work alone it shows ([PRT6]).
   */
  confirm(seq: number, isVisible: boolean, station?: string): void;
  /** Says why, ends, and calls `leave` of the registry when it is gone. */
  close(code: number, reason: string, retryMs: number): void;
  statistics(): MemberStatistics;
}

export type MemberStatistics = {
  readonly mode: 'replay' | 'snapshot';
  readonly sent: number;
  readonly acked: number;
  readonly behind: number;
  readonly bufferedBytes: number;
  readonly lastSeenMs: number;
};

export type Joined = {
  readonly member: Member;
  readonly id: number;
  readonly sinceMs: number;
  readonly resyncs: number;
};

/** Everybody who follows this server now: one limit, one heart, one list for all transports. */
export interface StreamRegistry {
  /**
   * Also when all is full, or their session has all it may have, for a page that takes the place of its own older
   * connection; and for one that was in a moment ago, whose place is nobody else's ([FUL2]).
   */
  hasRoom(comer?: Comer): boolean;
  join(member: Member, nowMs: number): void;
  leave(member: Member): void;
  all(): Iterable<Joined>;
  /** The stream of a person's page. */
  find(caller: Caller, tab: string): Member | undefined;
  of(restaurantId: RestaurantId): Joined[];
  /** JSON frame for all who follow the whole restaurant, but for `except`; not kept for anybody ([EPH1]). */
  whisper(restaurantId: RestaurantId, frame: object, except?: Member): void;
  beat(): void;
  /** Ends those whose session has ended ([AUT2]). */
  dismiss(isGood: (jti: string) => boolean): void;
  /** Ends all with 1012 and spreads their return. */
  stop(): void;
  /** Called when somebody came or went. */
  onChange(listener: (restaurantId: RestaurantId) => void): void;
}

/** `steadyMs`: a clock that nobody sets. */
export function createStreamRegistry(mostMembers: number, steadyMs = () => performance.now()): StreamRegistry {
  const members = new Map<Member, Joined>();
  const tabs = createTabs();
  /** A page may poll and try a stream at the same time; neither takes the other's place while there is room. */
  const pollTabs = createTabs();
  const kept = createKeptPlaces();
  const sessions = createSessionPlaces(Math.ceil(mostMembers * guestsShare));
  const tabsOf = (member: Member) => (isPoll(member) ? pollTabs : tabs);
  const listeners: ((restaurantId: RestaurantId) => void)[] = [];
  let made = 0;

  /** Polls come and go all the time, and say nothing about who is there. */
  function changed(member: Member): void {
    if (isPoll(member)) return;
    const { about } = member;
    for (const listener of listeners) listener(about.caller.restaurantId);
  }

  function forget(member: Member): boolean {
    if (!members.delete(member)) return false;
    sessions.giveBack(member.about.caller);
    const name = keptNameOf(member);
    if (name !== undefined) kept.went(name, steadyMs());
    return true;
  }

  /** Its place is free at once: a dead connection would hold it until its goodbye has gone unanswered. */
  function replace(older: Member): void {
    forget(older);
    older.close(closeCodes.replaced, 'the same page has connected again', 0);
  }

  /** A page that came in on the place of its poll does not hold two. */
  function endOwnPoll({ about: { caller, tab, transport } }: Member): void {
    const poll = tab === undefined || transport === 'polling' ? undefined : pollTabs.find(caller, tab);
    if (!poll) return;
    pollTabs.leave(poll);
    replace(poll);
  }

  return {
    hasRoom: (comer) => {
      if (comer && (tabs.isOpen(comer) || pollTabs.isOpen(comer))) return true;
      const others = comer && kept.some((name) => isNameOf(comer, name), steadyMs()) ? 0 : kept.count(steadyMs());
      return members.size + others < mostMembers && !(comer?.caller && sessions.isFull(comer.caller));
    },
    join: (member, nowMs) => {
      const { replaced, resyncs } = tabsOf(member).take(member);
      members.set(member, { member, id: ++made, sinceMs: nowMs, resyncs: isPoll(member) ? 0 : resyncs });
      sessions.take(member.about.caller);
      const name = keptNameOf(member);
      if (name !== undefined) kept.came(name, steadyMs());
      if (replaced) replace(replaced);
      if (members.size > mostMembers || sessions.isOver(member.about.caller)) endOwnPoll(member);
      changed(member);
    },
    leave: (member) => {
      if (!forget(member)) return;
      tabsOf(member).leave(member);
      changed(member);
    },
    all: () => members.values(),
    find: tabs.find,
    of: (restaurantId) =>
      [...members.values()].filter(({ member }) => member.about.caller.restaurantId === restaurantId),
    whisper: (restaurantId, content, except) => {
      const frame = createFrame(JSON.stringify(content));
      for (const member of members.keys()) {
        const { caller, isWhole } = member.about;
        if (isWhole && member !== except && caller.restaurantId === restaurantId) member.whisper(frame);
      }
    },
    beat: () => {
      for (const member of [...members.keys()]) member.beat();
    },
    dismiss: (isGood) => {
      for (const member of [...members.keys()]) {
        if (!isGood(member.about.caller.jti)) member.close(closeCodes.notAuthenticated, 'the session has ended', 0);
      }
    },
    stop: () => {
      for (const member of [...members.keys()]) {
        member.close(closeCodes.restarting, 'the kitchen computer is stopping', restartRetryMs());
      }
    },
    onChange: (listener) => {
      listeners.push(listener);
    },
  };
}

/** Guests who look at their phones must not be what keeps the kitchen's screens out ([GST6]). */
const guestsShare = 0.25;

/** No place is kept free for a guest. */
const keptNameOf = (member: Member) => (isOnOwnPhone(member.about.caller) ? undefined : keyOf(member));

const isPoll = ({ about }: Member) => about.transport === 'polling';
