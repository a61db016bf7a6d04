import type { StoreApi } from 'zustand/vanilla';
import type { Answer } from '../link/ask.ts';
import { backoffMs } from '../link/backoff.ts';
import type { Person, SessionApi } from '../link/session.ts';
import type { Timers } from '../link/timers.ts';
import type { SessionState, SignInProblem } from './screen-state.ts';

export type SessionActions = {
  /** Asks who is at this screen, until there is an answer; called once, when the page opens. */
  open(): void;
  signIn(username: string, password: string): Promise<void>;
  /** Replaces the printed first password, which was just typed in. */
  choosePassword(chosen: string): Promise<void>;
  keepPassword(): void;
  signOut(): Promise<void>;
  /** Another person takes this paired device over ([PIN1]); what the one before has not sent waits for them ([OBX5]). */
  changePerson(userId: string, pin: string): Promise<Answer<null>>;
  /** The server no longer knows this screen. */
  signedOut(): void;
};

export type SessionListeners = { signedIn(): void; signedOut(): void };

/** `leftBehind`: what a screen still shows when nobody is signed in ([SES4]). */
export function createSessionActions<State extends { readonly session: SessionState }>(
  store: StoreApi<State>,
  api: SessionApi,
  timers: Timers,
  { leftBehind, ...listeners }: SessionListeners & { readonly leftBehind: Partial<State> },
): SessionActions {
  /** The first password, from signing in until another one is chosen; nowhere else, and never stored. */
  let typed = '';
  let failures = 0;

  const enter = (session: SessionState) => store.setState({ session } as Partial<State>);

  async function ask(offerPassword: boolean): Promise<void> {
    const answer = await api.me();
    if (answer.kind === 'ok') {
      failures = 0;
      if (!offerPassword || !answer.value.passwordIsTemporary) return arrive(answer.value);
      return enter({ phase: 'choosing-password', person: answer.value, problem: null, busy: false });
    }
    if (answer.kind !== 'unreachable') return enter({ phase: 'signed-out', problem: null, busy: false });
    failures++;
    enter({ phase: 'asking', unreachable: true });
    timers.after(backoffMs(failures, timers.random()), () => void ask(offerPassword));
  }

  /** Only now the screen follows: what it follows counts as seen in the kitchen ([SEE1]), so it must be in sight. */
  function arrive(person: Person): void {
    typed = '';
    enter({ phase: 'signed-in', person });
    listeners.signedIn();
  }

  async function signIn(username: string, password: string): Promise<void> {
    enter({ phase: 'signed-out', problem: null, busy: true });
    const answer = await api.signIn(username, password);
    if (answer.kind === 'ok') {
      typed = password;
      return ask(true);
    }
    enter({ phase: 'signed-out', problem: problemIn(answer), busy: false });
  }

  function keepPassword(): void {
    const { session } = store.getState();
    if (session.phase === 'choosing-password') arrive(session.person);
  }

  async function choosePassword(chosen: string): Promise<void> {
    const { session } = store.getState();
    if (session.phase !== 'choosing-password' || session.busy) return;
    enter({ ...session, problem: null, busy: true });
    const answer = await api.choosePassword(typed, chosen);
    // Meanwhile somebody may have said "not now".
    if (store.getState().session.phase !== 'choosing-password') return;
    if (answer.kind === 'ok') return keepPassword();
    if (answer.kind === 'signed-out') return signedOut();
    enter({ ...session, problem: problemIn(answer), busy: false });
  }

  /** A paired device goes on as itself, unless it was revoked: only the kitchen can say ([DEV1]). */
  function signedOut(): void {
    const { session } = store.getState();
    const isPaired = session.phase === 'signed-in' && session.person.pairedAs !== null;
    leave(isPaired ? { phase: 'asking', unreachable: false } : { phase: 'signed-out', problem: null, busy: false });
    if (isPaired) void ask(false);
  }

  function leave(next: SessionState): void {
    listeners.signedOut();
    store.setState(leftBehind);
    enter(next);
  }

  async function signOut(): Promise<void> {
    const answer = await api.signOut();
    if (answer.kind === 'ok' || answer.kind === 'signed-out') signedOut();
  }

  async function changePerson(userId: string, pin: string): Promise<Answer<null>> {
    const answer = await api.signInByPin(userId, pin);
    if (answer.kind === 'signed-out') signedOut();
    if (answer.kind !== 'ok') return answer;
    leave({ phase: 'asking', unreachable: false });
    void ask(false);
    return answer;
  }

  return { open: () => void ask(false), signIn, choosePassword, keepPassword, signOut, changePerson, signedOut };
}

const problemIn = (answer: Answer<null>): SignInProblem =>
  answer.kind === 'refused' ? answer : { kind: 'unreachable' };
