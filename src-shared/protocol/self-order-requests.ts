import { z } from 'zod';
import { text, uuid, words } from './text.ts';

/** More dishes than a table eats; a waiter takes what is larger. */
const mostItems = 30;

/** `POST /self-orders`: `id` is made by the phone, and is what it asks by later ([SLF5]). Prices and names are the menu's. */
export const selfOrderIn = z.strictObject({
  id: uuid,
  items: z
    .array(
      z.strictObject({
        menu_item_id: uuid,
        quantity: z.int().min(1).max(20).default(1),
        modifiers: z.array(words(200)).max(50).default([]),
        notes: text(300).nullish(),
      }),
    )
    .min(1, 'an order needs at least one item')
    .max(mostItems, `at most ${mostItems} items`),
});

/** `POST /self-orders/{id}/refuse` */
export const refuseSelfOrderIn = z.strictObject({ reason: text(200).nullish() });

export type SelfOrderIn = z.output<typeof selfOrderIn>;
