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

export function usePlace(): Place {
  return placeIn(useSyncExternalStore(follow, () => location.hash));
}

function follow(listener: () => void): () => void {
  addEventListener('hashchange', listener);
  return () => removeEventListener('hashchange', listener);
}
