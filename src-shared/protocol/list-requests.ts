import { z } from 'zod';
import { orderStatuses, orderTypes } from '../domain/order.ts';
import { slug, text, word } from './text.ts';

/** Query values are text; a repeated parameter arrives as an array and is refused. */
const limit = z.coerce.number().int().min(1).max(200).default(50);
/** As a page's `next_cursor` gave it. */
const cursor = z
  .string()
  .regex(/^\d{1,15}-\d{1,15}$/, 'not a cursor of ours')
  .optional();

/** `?status=&table=7` asks for table 7 alone: a value that is empty was not given. */
function query<const Shape extends z.ZodRawShape>(shape: Shape) {
  return z.preprocess(withoutEmpty, z.strictObject(shape));
}

function withoutEmpty(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).filter(([, each]) => each !== ''));
}

/** `GET /orders`: `status` may be several, separated by commas; `open` stands for all that is not closed. */
export const orderListQuery = query({
  status: text(100)
    .transform((value) => value.split(','))
    .pipe(z.array(word([...orderStatuses, 'open'])))
    .optional(),
  type: word(orderTypes).optional(),
  station: text(40).optional(),
  table: text(40).optional(),
  /** What people remember of it: its number, table, guest or dishes ([RCL5]). */
  q: text(60).optional(),
  /** `2026-11-21`: the business day that it counts to ([DAY1]). */
  day: z.iso.date().optional(),
  from: z.iso.datetime({ offset: true }).optional(),
  to: z.iso.datetime({ offset: true }).optional(),
  sort: z.enum(['created_at', '-created_at']).default('created_at'),
  cursor,
  limit,
});

/** `GET /orders/bumped`: of the business day, last bumped first; without a station those that were handed over. */
export const bumpedListQuery = query({ station: slug.optional(), q: text(60).optional(), cursor, limit });

/** `GET /products` */
export const productListQuery = query({ cursor, limit });

export type OrderListQuery = z.output<typeof orderListQuery>;
export type BumpedListQuery = z.output<typeof bumpedListQuery>;
