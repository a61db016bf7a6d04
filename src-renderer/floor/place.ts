import { useSyncExternalStore } from 'react';

/** Where a waiter is; it stands in the address, so that the phone's own way back leads there ([FLR1]). */
export type Place =
  | { readonly kind: 'orders' }
  /** For whom; `cart` where one is begun already. */
  | { readonly kind: 'new'; readonly cart: string | null }
  | { readonly kind: 'ring'; readonly cart: string }
  | { readonly kind: 'order'; readonly order: string };

export const home: Place = { kind: 'orders' };

/** What an address says; where it says nothing that we know, the list of orders. */
export function placeIn(hash: string): Place {
  const [kind = '', id = ''] = hash.replace(/^#\/?/, '').split('/').map(decoded);
  if (kind === 'new') return { kind, cart: id || null };
  if (kind === 'ring' && id) return { kind, cart: id };
  if (kind === 'order' && id) return { kind, order: id };
  return home;
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return '';
  }
}

export function addressOf(place: Place): string {
  if (place.kind === 'ring') return `#/ring/${encodeURIComponent(place.cart)}`;
  if (place.kind === 'order') return `#/order/${encodeURIComponent(place.order)}`;
  if (place.kind === 'orders') return '#/';
  return place.cart === null ? '#/new' : `#/new/${encodeURIComponent(place.cart)}`;
}

export function go(place: Place): void {
  location.hash = addressOf(place);
}

/** The place that one has come from is not to be gone back to: what was rung in there is sent. */
export function goInstead(place: Place): void {
  location.replace(addressOf(place));
}

export function usePlace(): Place {
  return placeIn(useSyncExternalStore(follow, () => location.hash));
}

function follow(listener: () => void): () => void {
  addEventListener('hashchange', listener);
  return () => removeEventListener('hashchange', listener);
}
