type Search = { readonly search: string; readonly day: string };

const nothing: Search = { search: '', day: '' };

/** Whoever comes back from an order finds their search as they left it. As long as the page is open, and for them alone. */
let kept: Search & { readonly userId: string | null } = { ...nothing, userId: null };

export function keptSearch(userId: string | null): Search {
  const { search, day } = kept;
  return kept.userId === userId ? { search, day } : nothing;
}

export function keepSearch(userId: string | null, search: Search): void {
  kept = { ...search, userId };
}
