type Search = { readonly search: string; readonly day: string };

/** Whoever comes back from an order finds their search as they left it. As long as the page is open, and no longer. */
let kept: Search = { search: '', day: '' };

export const keptSearch = (): Search => kept;

export function keepSearch(search: Search): void {
  kept = search;
}
