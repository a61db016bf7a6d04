import { closeCodes } from '#shared/protocol/close-codes.ts';
import type { Cursor } from '#shared/protocol/cursor.ts';
import type { ServerFrame } from '#shared/protocol/frames.ts';
import { type Attempt, createAttempt, type End } from './attempt.ts';
import { isForGood, isHole } from './end-meaning.ts';
import { createFollowing, type Following, type Step } from './following.ts';
import type { LiveLinkHandlers } from './link-handlers.ts';
import type { LiveLink, LiveLinkDeps } from './link-ports.ts';
import { isUnderWay, type LinkState } from './link-state.ts';
import { createPulse } from './pulse.ts';
import { createRetryWait } from './retry-wait.ts';
import { seeking } from './seek.ts';
import { createSessionProbe, type ProbeAnswer } from './session-probe.ts';
import { createSideTrial } from './side-trial.ts';
import type { Transport } from './transport.ts';
import { createTransportChoice } from './transport-choice.ts';
import { createTroubleTeller } from './trouble.ts';

const doubtfulMs = 6000;
/** A network that has just come may be another one: then a link that was good is likely to be dead. */
const doubtfulOnlineMs = 2000;
/** So long a poll that is held open is quiet, and well. */
const heldMs = 5000;
const hiddenMs = 60_000;
/** So many are needed to tell a WebSocket that is blocked from a network that is away. */
const seekAfterFailures = 3;
const trialSpeaksMs = 1000;
/** A heartbeat is due every 5 s, and a poll is held for 10. */
const heardWithinMs = { websocket: 7000, sse: 7000, polling: 12_000 } as const;

export function createLiveLink(deps: LiveLinkDeps, handlers: LiveLinkHandlers): LiveLink {
  const { counts } = deps;
  const choice = createTransportChoice();
  const wait = createRetryWait(deps);
  const trouble = createTroubleTeller();
  const probe = createSessionProbe(deps.probe, probed);
  const trial = createSideTrial(
    deps,
    () => attempt('websocket'),
    () => choice.current() !== 'websocket',
  );
  const pulse = createPulse(deps, () => {
    nothingThere();
    trial.doubt();
  });
  let state: LinkState = { phase: 'idle' };
  let cursor: Cursor | undefined;
  let current: Attempt | undefined;
  let following: Following | undefined;
  let leastWaitMs = 0;
  let lostAtMs: number | undefined;
  let hasHung = false;
  let heardAtMs = Number.NEGATIVE_INFINITY;
  let cancelRetry = nothing;
  let cancelHidden = nothing;
  let isUnseen = false;

  function enter(next: LinkState): void {
    state = next;
    handlers.stateChanged(next);
  }

  const trying = (transport: Transport) => ({
    transport,
    failures: wait.failures(),
    trouble: deps.isOnline() ? trouble.now() : 'offline',
  });

  const seek = seeking({ timers: deps, open: deps.open, probe: probe.ask, isHole: () => hasHung });
  const mustSeek = (transport: Transport) => transport === 'websocket' && wait.failures() >= seekAfterFailures;

  function attempt(transport: Transport, isSeeking = false): Attempt {
    const opening = { open: isSeeking ? seek : deps.open, transport, cursor, isSeeking };
    return createAttempt(deps, opening, { frame, ended, pace });
  }

  function connect(): void {
    letGo();
    leastWaitMs = 0;
    const transport = choice.current();
    enter({ phase: 'connecting', ...trying(transport) });
    follow(attempt(transport, mustSeek(transport)));
  }

  function follow(next: Attempt, takesOver = false): void {
    current = next;
    const { isVisible, station } = deps;
    const parts = { timers: deps, attempt: next, handlers, counts, isVisible, station, takesOver };
    following = createFollowing(parts, cursor);
  }

  /** From here on, nothing that the old connection says counts ([LNK2]). */
  function letGo(): void {
    cancelRetry();
    pulse.stop();
    following?.stop();
    current?.drop();
    current = undefined;
    following = undefined;
  }

  function letGoOfAll(): void {
    letGo();
    trial.stop();
    probe.forget();
    counts.away();
    lostAtMs = undefined;
  }

  function frame(from: Attempt, said: ServerFrame): void {
    if (from === current) speaks(from, said);
    else if (!adopt(from, said)) return;
    if (!following) return;
    heardAtMs = deps.nowMs();
    const step = following.take(said);
    cursor = following.cursor();
    if (state.phase === 'live' && state.trouble) enter({ ...state, trouble: null });
    act(step, from);
  }

  /** What was tried beside a quiet WebSocket is not needed, unless it is what this one goes for. */
  function speaks({ transport }: Attempt, { type }: ServerFrame): void {
    if (transport === 'websocket' && type !== 'bye') trial.stop();
  }

  /** A trial speaks: from here on the screen follows it, from where the fallback has brought it. */
  function adopt(from: Attempt, said: ServerFrame): boolean {
    if (!trial.handOver(from)) return false;
    if (said.type !== 'connection_established') {
      from.drop();
      trial.later();
      return false;
    }
    if (current?.transport === 'websocket') replaced(current);
    letGo();
    follow(from, true);
    return true;
  }

  /** What was quiet while another connection went through was dead ([LNK16]). */
  function replaced(silent: Attempt): void {
    if (!silent.wasLive()) return;
    pulse.replaced();
    lost(silent.heardAtMs());
    counts.stalled();
  }

  function act(step: Step, from: Attempt): void {
    if (step.kind === 'established') enter({ phase: 'catching-up', mode: step.mode, ...trying(from.transport) });
    if (step.kind === 'live') live(from);
    if (step.kind === 'live' || step.kind === 'proof') handlers.proof(step.provenAtMs);
    if (step.kind === 'broken') end(from, { kind: 'mismatch' });
    if (step.kind === 'late') end(from, { kind: 'silent' });
    if (step.kind === 'bye') {
      leastWaitMs = step.retryMs;
      end(from, { kind: 'closed', code: step.code });
    }
  }

  function live(from: Attempt): void {
    trouble.over();
    wait.live();
    probe.forget();
    choice.live(from.transport);
    if (lostAtMs !== undefined) counts.reconnected(deps.nowMs() - lostAtMs);
    lostAtMs = undefined;
    trial.later();
    pulse.watch(from);
    enter({ phase: 'live', path: from.path(), trouble: null });
  }

  function pace(from: Attempt): void {
    if (from !== current || state.phase !== 'live' || state.path === from.path()) return;
    enter({ ...state, path: from.path() });
  }

  function end(from: Attempt, how: End): void {
    from.drop();
    ended(from, how);
  }

  function ended(from: Attempt, how: End): void {
    if (trial.handOver(from)) trial.later();
    else if (how.kind === 'closed' && isForGood(how.code)) finish(how.code);
    else comeBack(from, how);
  }

  function comeBack(from: Attempt, how: End): void {
    current = undefined;
    pulse.stop();
    lost(how.kind === 'silent' ? from.heardAtMs() : deps.nowMs());
    hasHung = isHole(from, how, deps.nowMs());
    if (how.kind === 'silent') counts.stalled();
    if (how.kind === 'mismatch') counts.reset();
    choice.failed(from, how);
    if (!from.wasLive() && !mustSeek(from.transport)) void probe.ask();
    // The newer one that has taken its place is the trial: it is about to speak.
    if (trial.isUnderWay() && how.kind === 'closed' && how.code === closeCodes.replaced) leastWaitMs = trialSpeaksMs;
    const waitMs = wait.after(how, from, leastWaitMs);
    trouble.ended(how, deps.nowMs());
    if (!trial.isUnderWay()) trial.later();
    if (waitMs > 0) stayAway(waitMs);
    else connect();
  }

  function stayAway(waitMs: number): void {
    letGo();
    enter({ phase: 'waiting', retryAtMs: deps.nowMs() + waitMs, ...trying(choice.current()) });
    cancelRetry = deps.after(waitMs, connect);
  }

  function lost(atMs: number): void {
    if (state.phase === 'live') lostAtMs ??= atMs;
  }

  function finish(code: number): void {
    letGoOfAll();
    if (code === closeCodes.notAuthenticated) enter({ phase: 'signed-out' });
    else if (code === closeCodes.protocolTooOld && deps.reloadOnce()) enter({ phase: 'idle' });
    else enter({ phase: 'stopped', code });
  }

  function probed(answer: ProbeAnswer): void {
    choice.probed(answer !== 'unreachable', deps.nowMs());
    if (answer === 'signed-out' && isUnderWay(state) && state.phase !== 'live') finish(closeCodes.notAuthenticated);
  }

  function doubt(afterMs: number): void {
    if (!isUnderWay(state)) return;
    const heardAtMs = current?.heardAtMs() ?? Number.NEGATIVE_INFINITY;
    if (deps.nowMs() - heardAtMs > afterMs) {
      lost(heardAtMs);
      connect();
    }
    trial.now();
  }

  /** A frame that was under way when the network went has said that there is one ([FRS3]). */
  function nothingThere(): void {
    if (state.phase === 'live' && state.trouble !== 'offline' && !deps.isOnline())
      enter({ ...state, trouble: 'offline' });
  }

  const wake = () => doubt(doubtfulMs + (current?.transport === 'polling' ? heldMs : 0));

  function online(isOnline: boolean): void {
    if (!isUnderWay(state)) return;
    if (isOnline) {
      wait.reset();
      doubt(doubtfulOnlineMs);
    } else enter({ ...state, trouble: 'offline' });
  }

  function visible(isVisible: boolean): void {
    cancelHidden();
    isUnseen = false;
    if (!isVisible) cancelHidden = deps.after(hiddenMs, pause);
    else if (state.phase === 'paused') {
      connect();
      trial.now();
    } else wake();
  }

  function pause(): void {
    isUnseen = true;
    if (!isUnderWay(state)) return;
    letGoOfAll();
    wait.reset();
    enter({ phase: 'paused' });
  }

  function start(): void {
    if (isUnseen) enter({ phase: 'paused' });
    else connect();
  }

  function stop(): void {
    letGoOfAll();
    choice.reset();
    wait.reset();
    cursor = undefined;
    trouble.over();
    enter({ phase: 'idle' });
  }

  const tell: LiveLink['tell'] = (frame) => (state.phase === 'live' ? current?.send(JSON.stringify(frame)) : undefined);

  const isHeard = () => deps.nowMs() - heardAtMs < heardWithinMs[choice.current()];

  return { start, stop, wake, online, visible, tell, isHeard };
}

function nothing(): void {
  // Stands for a timer that is not set.
}
