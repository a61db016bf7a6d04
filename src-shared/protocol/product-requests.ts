import { z } from 'zod';
import { outUntils } from '../domain/product.ts';
import { price } from './order-requests.ts';
import { madeAt, slug, word, words } from './text.ts';

/** A group of modifiers: `min` to `max` of the options, `max: null` for any number ([MEN6]). */
const modifierGroupIn = z
  .strictObject({
    name: words(80),
    min: z.int().min(0).max(50).default(0),
    max: z.int().min(1).max(50).nullable().default(null),
    options: z
      .array(z.strictObject({ name: words(200), price: price.default(0) }))
      .min(1)
      .max(100),
  })
  .refine(({ min, max }) => max === null || max >= min, { message: 'max is less than min', path: ['max'] })
  .refine(({ options }) => new Set(options.map(({ name }) => name.trim().toLowerCase())).size === options.length, {
    message: 'two options have the same name',
    path: ['options'],
  });

/** Portions that are there. */
const quantity = z.int().min(0).max(1_000_000);

/** What the office says of an item; of a menu that is brought in, too. */
const productContentIn = {
  sku: words(80),
  name: words(200),
  price,
  category: words(80),
  stations: z.array(slug).max(10),
  modifier_groups: z.array(modifierGroupIn).max(30),
  allergens: z.array(words(60)).max(30),
  prep_minutes: z.int().min(0).max(600).nullish(),
};

const { stations, modifier_groups, allergens, ...plain } = productContentIn;

/** With nothing but what an item cannot do without. */
export const menuItemIn = z.strictObject({
  ...plain,
  stations: stations.default([]),
  modifier_groups: modifier_groups.default([]),
  allergens: allergens.default([]),
});
export type MenuItemIn = z.output<typeof menuItemIn>;

/** `POST /products` */
export const productIn = z.strictObject({
  ...menuItemIn.shape,
  available: z.boolean().default(true),
  stock_quantity: quantity.nullish(),
  made_at: madeAt,
});
export type ProductIn = z.output<typeof productIn>;

/** `PATCH /products/{id}`: what is not named stays. */
export const productChangeIn = z.strictObject({ ...z.strictObject(productContentIn).partial().shape, made_at: madeAt });
export type ProductChangeIn = z.output<typeof productChangeIn>;

/** `PATCH /products/{id}/availability`; `until` says how long it is out: until somebody changes it, or tomorrow. */
export const availabilityIn = z.strictObject({
  available: z.boolean(),
  until: word(outUntils).default('changed'),
  made_at: madeAt,
});

/** `PATCH /products/{id}/inventory`; null: nobody counts any more. */
export const inventoryIn = z.strictObject({ quantity: quantity.nullable(), made_at: madeAt });

const menuFormats = ['csv', 'json'] as const;

/** `GET /products/export` */
export const menuExportQuery = z.strictObject({ format: z.enum(menuFormats).default('csv') });

/**
 * `POST /products/import/preview` and `/products/import`. The second takes `basis` from the first: what was looked at is
 * what is done, or nothing.
 */
export const menuImportIn = z.strictObject({
  format: z.enum(menuFormats),
  text: z.string(),
  remove_others: z.boolean().default(false),
  basis: z.string().max(64).optional(),
  made_at: madeAt,
});
export type MenuImportIn = z.output<typeof menuImportIn>;
