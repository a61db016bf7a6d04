import { useSyncExternalStore } from 'react';
import { isSection, type SectionName } from './sections.ts';

/** Where a manager is: a section, and what is open in it. It stands in the address, so that it can be kept and shared. */
export type Place = { readonly section: SectionName | null; readonly path: readonly string[] };

/** What an address says; where it says nothing that we know, the first page. */
export function placeIn(hash: string): Place {
  const [section = '', ...path] = hash
    .replace(/^#\/?/, '')
    .split('/')
    .map(decoded)
    .filter((part) => part !== '');
  return isSection(section) ? { section, path } : { section: null, path: [] };
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return '';
  }
}

/** For links: a new tab, a bookmark and the way back work as everywhere else. */
export const addressOf = (section: SectionName | null, ...path: readonly string[]): string =>
  `#/${section === null ? '' : [section, ...path].map(encodeURIComponent).join('/')}`;

/** What stands in the address once nobody minds; a place that is being asked about is not shown yet. */
let shown: string | undefined;
let guard: ((to: string) => void) | null = null;

/** Until it is given back, whoever leaves stays where they are, and `ask` hears where they wanted to go. */
export function guardPlace(ask: ((to: string) => void) | null): () => void {
  guard = ask;
  return () => {
    if (guard === ask) guard = null;
  };
}

export function usePlace(): Place {
  return placeIn(useSyncExternalStore(follow, hashNow));
}

function hashNow(): string {
  shown ??= location.hash;
  return shown;
}

function follow(listener: () => void): () => void {
  shown = location.hash;
  const changed = () => {
    if (guard && location.hash !== hashNow()) return held(guard);
    shown = location.hash;
    listener();
  };
  addEventListener('hashchange', changed);
  return () => removeEventListener('hashchange', changed);
}

function held(ask: (to: string) => void): void {
  const to = location.hash;
  history.pushState(null, '', hashNow() || '#/');
  ask(to);
}
