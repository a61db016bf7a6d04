import { z } from 'zod';
import { price } from './order-requests.ts';
import { madeAt, slug, words } from './text.ts';

/** `POST /products` */
export const productIn = z.strictObject({
  sku: words(80),
  name: words(200),
  price,
  category: words(80),
  stations: z.array(slug).max(10).default([]),
  allergens: z.array(words(60)).max(30).default([]),
  prep_minutes: z.int().min(0).max(600).nullish(),
  available: z.boolean().default(true),
  made_at: madeAt,
});

export type ProductIn = z.output<typeof productIn>;
