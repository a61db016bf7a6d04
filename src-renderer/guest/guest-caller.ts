import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Bell } from '../sound/bell.ts';
import type { GuestState } from './guest-client.ts';

/** Calls a guest who has asked for it when their order is ready ([GST7]). */
export interface Caller {
  readonly isWanted: StoreApi<boolean>;
  /** From within a tap: it rings once, so that the guest knows what to listen for, and that it can be heard. */
  want(isWanted: boolean): void;
}

type CallerDeps = {
  readonly store: Pick<StoreApi<GuestState>, 'subscribe' | 'getState'>;
  readonly bell: Pick<Bell, 'ring' | 'test'>;
  readonly vibrate: (pattern: readonly number[]) => void;
};

export function createCaller({ store, bell, vibrate }: CallerDeps): Caller {
  const isWanted = createStore(() => false);
  let before = store.getState().order?.state;

  store.subscribe(({ order }) => {
    const was = before;
    before = order?.state ?? before;
    // What was ready when the page came, or comes back with it, is seen: it is no news.
    const isNews = order?.state === 'ready' && was !== undefined && was !== 'ready' && was !== 'completed';
    if (!isNews || order.silent || !isWanted.getState()) return;
    bell.ring(['ready']);
    vibrate([300, 150, 300]);
  });

  return {
    isWanted,
    want: (wanted) => {
      isWanted.setState(wanted, true);
      if (!wanted) return;
      bell.test('ready');
      vibrate([100]);
    },
  };
}
