import { createStore, type StoreApi } from 'zustand/vanilla';
import type { EphemeralFrame, OrderDraft } from '#shared/protocol/frames.ts';
import type { Timers } from '../link/timers.ts';
import type { ScreenState } from './screen-state.ts';

/** An order that somebody is ringing in: nothing to cook yet, but to be reckoned with ([DRF1]). */
export type Draft = {
  readonly id: string;
  /** Null where it has no table. */
  readonly tableNumber: string | null;
  readonly items: number;
  /** Who rings it in. */
  readonly by: string;
};

/** Orders that are being rung in, oldest first. No ticket, so never in the ticket store. */
export interface Drafts {
  readonly store: StoreApi<readonly Draft[]>;
  take(frame: EphemeralFrame): void;
  /** Forgets all when the link is lost: nobody would tell that they are done. */
  follow(board: StoreApi<ScreenState>): void;
}

/** Without another word it was given up. */
const forgottenAfterMs = 120_000;

export function createDrafts(timers: Pick<Timers, 'after'>): Drafts {
  const store = createStore<readonly Draft[]>(() => []);
  const cancels = new Map<string, () => void>();

  function forget(id: string): void {
    cancels.get(id)?.();
    cancels.delete(id);
    if (store.getState().some((draft) => draft.id === id)) set(store.getState().filter((draft) => draft.id !== id));
  }

  function set(drafts: readonly Draft[]): void {
    store.setState(drafts, true);
  }

  function keep(draft: Draft): void {
    const known = store.getState();
    const isKnown = known.some(({ id }) => id === draft.id);
    set(isKnown ? known.map((one) => (one.id === draft.id ? draft : one)) : [...known, draft]);
    cancels.get(draft.id)?.();
    cancels.set(
      draft.id,
      timers.after(forgottenAfterMs, () => forget(draft.id)),
    );
  }

  return {
    store,
    take: (frame) => {
      if (frame.type !== 'order_draft') return;
      const draft = draftOf(frame);
      if (frame.data.done || frame.data.items === 0) forget(draft.id);
      else keep(draft);
    },
    follow: (board) => {
      board.subscribe(({ link }) => {
        if (link.phase !== 'live') for (const { id } of store.getState()) forget(id);
      });
    },
  };
}

/** Two tablets may number theirs alike. */
const draftOf = ({ from, data }: OrderDraft): Draft => ({
  id: `${from.user_id}/${data.draft_id}`,
  tableNumber: data.table_number,
  items: data.items,
  by: from.name,
});
