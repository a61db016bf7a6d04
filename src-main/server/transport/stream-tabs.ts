import type { Caller } from '../ports.ts';
import type { Member } from './stream-registry.ts';

/** A page that wants in; before it has said who it is, its name is all there is. */
export type Comer = { readonly tab: string | undefined; readonly caller?: Caller };

/**
 * Pages by the random name they give themselves. A page whose network has changed is back long before its old
 * connection is known to be dead; the old one is let go then ([TAB1]).
 */
export interface Tabs {
  /** `replaced`: the page's connection until now; `resyncs`: how often it has come back. */
  take(member: Member): { readonly replaced: Member | undefined; readonly resyncs: number };
  leave(member: Member): void;
  /** A person's page as it is connected now. */
  find(caller: Caller, tab: string): Member | undefined;
  /** It has a connection, and will take that one's place. */
  isOpen(comer: Comer): boolean;
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
    find: (caller, tab) => open.get(nameOf(caller, tab)),
    isOpen: ({ tab, caller }) => {
      if (caller && tab !== undefined) return open.has(nameOf(caller, tab));
      return [...open.keys()].some((name) => isNameOf({ tab }, name));
    },
  };
}

/** A page's name counts only together with its person: nobody can push another's screen off. */
export function keyOf({ about: { caller, tab } }: Member): string | undefined {
  return tab === undefined ? undefined : nameOf(caller, tab);
}

const nameOf = ({ restaurantId, subject }: Caller, tab: string) => `${restaurantId}/${subject}/${tab}`;

/** Whether it can be this one; before it has said who it is, by its name alone. */
export function isNameOf({ tab, caller }: Comer, name: string): boolean {
  if (tab === undefined) return false;
  return caller ? name === nameOf(caller, tab) : name.endsWith(`/${tab}`);
}
