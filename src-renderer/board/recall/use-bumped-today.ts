import { useCallback, useEffect, useRef, useState } from 'react';
import type { StationId } from '#shared/domain/id.ts';
import { useScreen, useScreenState } from '../../screen/screen-context.ts';
import type { BumpedPage, BumpedTicket } from '../../store/bumped-today.ts';

/** `missing`: the kitchen did not answer; what came before stays in sight. */
export type BumpedList = {
  readonly phase: 'asking' | 'here' | 'missing';
  readonly tickets: readonly BumpedTicket[];
  /** The next page, when there is one. */
  readonly more: (() => void) | undefined;
  readonly again: () => void;
};

type Got = {
  /** What was asked: rows of another search answer nothing. */
  readonly of: string;
  readonly phase: BumpedList['phase'];
  readonly tickets: readonly BumpedTicket[];
  readonly nextCursor: string | null;
};

const nothingYet = { phase: 'asking', tickets: [], nextCursor: null } as const;
/** Nobody types faster words than this, and nobody waits for it. */
const typingMs = 250;

/**
 * What was bumped today, as it was when it was asked for: rows that came by themselves would slide under a finger.
 * Asked again when the search changes, and when the kitchen is back.
 */
export function useBumpedToday(station: StationId | null, search: string): BumpedList {
  const { client } = useScreen();
  const question = `${station ?? ''}/${search}`;
  const [last, setLast] = useState<Got>({ of: question, ...nothingYet });
  const got = last.of === question ? last : { of: question, ...nothingYet };
  const [asked, setAsked] = useState(0);
  const underWay = useRef<AbortController>(undefined);
  const isLive = useScreenState(({ link }) => link.phase === 'live');

  const ask = useCallback(
    async (cursor: string | null) => {
      underWay.current?.abort();
      const abort = new AbortController();
      underWay.current = abort;
      const page = await client.bumpedToday({ station, search, cursor }, abort.signal);
      if (abort.signal.aborted) return;
      setLast((before) =>
        taken(before.of === question ? before : { of: question, ...nothingYet }, page, cursor !== null),
      );
    },
    [client, station, search, question],
  );

  // biome-ignore lint/correctness/useExhaustiveDependencies: asks again when somebody wants it, and with a new link
  useEffect(() => {
    const waiting = setTimeout(() => void ask(null), search === '' ? 0 : typingMs);
    return () => {
      clearTimeout(waiting);
      underWay.current?.abort();
    };
  }, [ask, asked, isLive, search]);

  const { nextCursor } = got;
  const more = nextCursor === null ? undefined : () => void ask(nextCursor);
  return { phase: got.phase, tickets: got.tickets, more, again: () => setAsked((count) => count + 1) };
}

function taken(before: Got, page: BumpedPage | undefined, isMore: boolean): Got {
  if (!page) return { ...before, phase: 'missing' };
  const known = new Set<string>(isMore ? before.tickets.map(({ order }) => order.id) : []);
  const fresh = page.tickets.filter(({ order }) => !known.has(order.id));
  return {
    ...before,
    phase: 'here',
    tickets: [...(isMore ? before.tickets : []), ...fresh],
    nextCursor: page.nextCursor,
  };
}
