import { createContext, use, useState, useSyncExternalStore } from 'react';
import type { Answer } from '../link/ask.ts';
import type { DeedProblem } from '../people/use-deed.ts';
import type { SessionState } from '../store/screen-state.ts';
import type { AccountClient } from './account-client.ts';

export const AccountContext = createContext<AccountClient | undefined>(undefined);

export function useAccount(): AccountClient {
  const client = use(AccountContext);
  if (!client) throw new Error('drawn outside of the page of an account');
  return client;
}

export function useSession(): SessionState {
  const { store } = useAccount();
  const read = () => store.getState().session;
  return useSyncExternalStore(store.subscribe, read, read);
}

export type Wish = {
  readonly isBusy: boolean;
  readonly problem: DeedProblem | null;
  readonly run: (deed: () => Promise<Answer<unknown>>, done: () => void) => void;
};

/** Something that a guest wants done at once, one at a time, and why it was not. */
export function useWish(): Wish {
  const { signedOut } = useAccount();
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<DeedProblem | null>(null);

  async function perform(deed: () => Promise<Answer<unknown>>, done: () => void): Promise<void> {
    setBusy(true);
    setProblem(null);
    const answer = await deed();
    setBusy(false);
    if (answer.kind === 'ok') done();
    else if (answer.kind === 'signed-out') signedOut();
    else setProblem(answer);
  }

  return { isBusy, problem, run: (deed, done) => void (isBusy || perform(deed, done)) };
}
