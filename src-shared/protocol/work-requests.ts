import { z } from 'zod';
import { priorities } from '../domain/order.ts';
import { seen } from './seen.ts';
import { commandMarks, slug, uuid, word } from './text.ts';

/** Bodies of what a kitchen does with an order. Where nothing is named, the whole order at the whole kitchen is meant. */

const station = slug.nullish();
const itemIds = z.array(uuid).min(1).max(400).nullish();

/** `POST /orders/{id}/bump`; the body may be left out. */
export const bumpIn = z.strictObject({ station, item_ids: itemIds, seen, ...commandMarks }).nullish();

/** `POST /orders/{id}/recall`; `keep_timer`: it was bumped by mistake, and is not cooked anew. */
export const recallIn = z
  .strictObject({ station, item_ids: itemIds, keep_timer: z.boolean().default(false), seen, ...commandMarks })
  .nullish();

/** `POST /orders/{id}/acknowledge`; `cooked` answers for voided items. */
export const acknowledgeIn = z
  .strictObject({ station, item_ids: itemIds, cooked: z.boolean().optional(), seen, ...commandMarks })
  .nullish();

/** `POST /orders/{id}/hold` and `/fire`: some items, or one course; with a station what it has of them. */
export const chosenIn = z
  .strictObject({ station, item_ids: itemIds, course: z.int().min(0).max(20).nullish(), ...commandMarks })
  .nullish();

/** `POST /orders/{id}/reroute` */
export const rerouteIn = z.strictObject({ station: slug, to: slug, item_ids: itemIds, ...commandMarks });

/** `POST /orders/{id}/priority` */
export const priorityIn = z.strictObject({ priority: word(priorities), ...commandMarks });

/** `POST /orders/{id}/undo`: the Idempotency-Key of the command to take back, or the version that it made. */
export const undoIn = z
  .strictObject({
    key: z.string().min(1).max(200).optional(),
    version: z.int().min(2).optional(),
    ...commandMarks,
  })
  .refine(({ key, version }) => (key === undefined) !== (version === undefined), 'needs key or version');

export type UndoIn = z.output<typeof undoIn>;
