import type { Member } from './stream-registry.ts';

/**
 * Pages by the random name they give themselves. A page whose network has changed is back long before its old
 * connection is known to be dead; the old one is let go then ([TAB1]).
 */
export interface Tabs {
  /** `replaced`: the page's connection until now; `resyncs`: how often it has come back. */
  take(member: Member): { readonly replaced: Member | undefined; readonly resyncs: number };
  leave(member: Member): void;
}

/** Pages that are long closed must not be remembered for ever. */
const mostRemembered = 2000;

export function createTabs(): Tabs {
  const open = new Map<string, Member>();
  const returns = new Map<string, number>();

  function count(key: string): number {
    const resyncs = (returns.get(key) ?? -1) + 1;
    returns.delete(key);
    returns.set(key, resyncs);
    const oldest = returns.keys().next().value;
    if (returns.size > mostRemembered && oldest !== undefined) returns.delete(oldest);
    return resyncs;
  }

  return {
    take: (member) => {
      const key = keyOf(member);
      if (key === undefined) return { replaced: undefined, resyncs: 0 };
      const replaced = open.get(key);
      open.set(key, member);
      return { replaced, resyncs: count(key) };
    },
    leave: (member) => {
      const key = keyOf(member);
      if (key !== undefined && open.get(key) === member) open.delete(key);
    },
  };
}

/** A page's name counts only together with its person: nobody can push another's screen off. */
function keyOf({ about: { caller, tab } }: Member): string | undefined {
  return tab === undefined ? undefined : `${caller.restaurantId}/${caller.subject}/${tab}`;
}
