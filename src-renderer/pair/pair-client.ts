import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Answer, Refused } from '../link/ask.ts';
import type { PairApi, Paired, Waiting } from '../link/pair-api.ts';
import type { Timers } from '../link/timers.ts';
import type { KeptRequest, PairRequest } from './kept-request.ts';

export type PairProblem = Refused | { readonly kind: 'unreachable' };

/** How far a device has come on its way in. */
export type PairState = {
  /** As what this browser is paired already. */
  readonly pairedAs: string | null;
  /** Whether it came with the secret of a QR; else it asks the manager. */
  readonly hasSecret: boolean;
  readonly step:
    | { readonly kind: 'naming'; readonly problem: PairProblem | null; readonly isBusy: boolean }
    /** Both screens show the code. `isUnreachable`: nobody answers at the moment. */
    | { readonly kind: 'waiting'; readonly name: string; readonly code: string; readonly isUnreachable: boolean }
    | { readonly kind: 'ended'; readonly how: 'refused' | 'over' }
    | { readonly kind: 'paired'; readonly paired: Paired };
};

/** The way in without its picture. */
export interface PairClient {
  readonly store: StoreApi<PairState>;
  /** By the secret at once, else by asking until the manager has answered. */
  pair(name: string): Promise<void>;
  /** Another QR was read while the page was open. */
  takeAnother(secret: string): void;
  /** Without the QR that does not help. */
  askInstead(): void;
  /** Back to the name, whatever came of it. */
  again(): void;
}

const askEveryMs = 1000;
/** Nobody's request is open for longer; a tablet that slept must not take "unknown" for a no. */
const longestMs = 2 * 60_000;

/** `first` is the secret that the page was opened with; without one, what this tab has asked before goes on. */
export function createPairClient(api: PairApi, timers: Timers, kept: KeptRequest, first?: string): PairClient {
  let secret = first;
  /** What is waited for: whoever goes back to the name waits no more. */
  let waitingFor: string | undefined;
  const store = createStore<PairState>(() => ({ pairedAs: null, hasSecret: secret !== undefined, step: naming() }));
  const enter = (step: PairState['step']) => store.setState({ step });
  const waitNoMore = () => {
    waitingFor = undefined;
    kept.forget();
  };
  void api.pairedAs().then((pairedAs) => store.setState({ pairedAs }));

  const before = kept.read();
  if (secret === undefined && before && Math.abs(before.agoMs) <= longestMs) waitFor(before.request, before.agoMs);
  else kept.forget();

  async function claim(withSecret: string, name: string): Promise<void> {
    const answer = await api.claim(withSecret, name);
    enter(answer.kind === 'ok' ? { kind: 'paired', paired: answer.value } : naming(problemIn(answer)));
  }

  async function ask(name: string): Promise<void> {
    const answer = await api.request(name);
    if (answer.kind !== 'ok') return enter(naming(problemIn(answer)));
    const request = { ...answer.value, name };
    kept.keep(request);
    waitFor(request, 0);
  }

  function waitFor(request: PairRequest, agoMs: number): void {
    waitingFor = request.secret;
    enter({ kind: 'waiting', name: request.name, code: request.code, isUnreachable: false });
    askOn(request.secret, timers.nowMs() - agoMs);
  }

  function askOn(request: string, sinceMs: number): void {
    timers.after(askEveryMs, () => {
      if (waitingFor === request) void api.pickUp(request).then((answer) => hear(request, sinceMs, answer));
    });
  }

  function hear(request: string, sinceMs: number, answer: Awaited<ReturnType<PairApi['pickUp']>>): void {
    if (waitingFor !== request) return;
    const { step } = store.getState();
    const found = answer.kind === 'ok' ? answer.value : undefined;
    if (found && found.state !== 'waiting') {
      waitNoMore();
      enter(endOf(found, timers.nowMs() - sinceMs > longestMs));
      return;
    }
    if (step.kind === 'waiting') enter({ ...step, isUnreachable: answer.kind === 'unreachable' });
    askOn(request, sinceMs);
  }

  return {
    store,
    pair: async (name) => {
      const { step } = store.getState();
      if (step.kind !== 'naming' || step.isBusy) return;
      enter({ kind: 'naming', problem: null, isBusy: true });
      await (secret === undefined ? ask(name) : claim(secret, name));
    },
    takeAnother: (another) => {
      secret = another;
      waitNoMore();
      store.setState({ hasSecret: true, step: naming() });
    },
    askInstead: () => {
      secret = undefined;
      store.setState({ hasSecret: false, step: naming() });
    },
    again: () => {
      waitNoMore();
      enter(naming());
    },
  };
}

function endOf(found: Exclude<Waiting, { state: 'waiting' }>, isLate: boolean): PairState['step'] {
  if (found.state === 'approved') return { kind: 'paired', paired: found };
  return { kind: 'ended', how: isLate ? 'over' : found.state };
}

const naming = (problem: PairProblem | null = null) => ({ kind: 'naming', problem, isBusy: false }) as const;

/** These addresses are open: an answer that asks to sign in was given by something in between. */
const problemIn = (answer: Exclude<Answer<unknown>, { kind: 'ok' }>): PairProblem =>
  answer.kind === 'signed-out' ? { kind: 'unreachable' } : answer;
