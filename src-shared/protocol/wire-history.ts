import type { Deed } from '../domain/deed.ts';

/** By itself it is the kitchen's: at a ticket's age, or when the day changes. */
export type WireWho = { readonly kind: 'person' | 'device' | 'program' | 'kitchen'; readonly name: string | null };

/** With the number of the other order, where there is one and it is known. */
export type WireDeed = Deed & { readonly number?: string | null };

/** One event of an order's past as `GET /orders/{id}/history` tells it. */
export type WireHappening = {
  readonly seq: number;
  readonly type: string;
  readonly version: number;
  readonly at: string;
  /** A person's name; null for a device or a program, whom `who` names. */
  readonly by: string | null;
  readonly actor: string;
  readonly who: WireWho;
  readonly data: Readonly<Record<string, string | number | boolean | null>>;
  readonly deeds: readonly WireDeed[];
};

export type WireHistory = { readonly items: readonly WireHappening[]; readonly next_cursor: null };
