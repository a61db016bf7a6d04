import { z } from 'zod';
import { slug, text, uuid, words } from './text.ts';

/** What a client may send on a WebSocket. Commands go by HTTP only; a `type` that we do not know is ignored. */

/**
 * Everything up to `seq` is applied. Sent at least every 32 events and in answer to every heartbeat ([ACK1]). `hidden`:
 * on a page that nobody can see now, so that it takes nothing for *seen* ([SEE1]). `station`: whose work a board shows
 * now; left out where that is the whole kitchen's ([PRT6]).
 */
const ackFrame = z.object({
  type: z.literal('ack'),
  seq: z.int().min(0),
  hidden: z.boolean().default(false),
  station: slug.optional(),
});

/**
 * `POST /events/ack`: the same of a page that follows by server-sent events, on which nothing comes back; 0 while it
 * reads a snapshot ([ACK2]).
 */
export const eventAckIn = z.strictObject({
  tab: z.string().regex(/^[\w-]{8,64}$/),
  seq: z.int().min(0),
  hidden: z.boolean().default(false),
  station: slug.optional(),
});

/** Asks for a heartbeat. */
const pingFrame = z.object({ type: z.literal('ping') });

/** See `OrderDraft` in `frames.ts`; `draft_id` is the tablet's own, the same from the first dish to the last. */
const orderDraftFrame = z.strictObject({
  type: z.literal('order_draft'),
  draft_id: words(64),
  table_number: text(40).nullish(),
  items: z.int().min(0).max(999).default(0),
  done: z.boolean().default(false),
});

/** See `Attention` in `frames.ts`. */
const attentionFrame = z.strictObject({
  type: z.literal('attention'),
  order_id: uuid.nullish(),
  station: words(40).nullish(),
  message: text(200).nullish(),
});

export const clientFrame = z.discriminatedUnion('type', [ackFrame, pingFrame, orderDraftFrame, attentionFrame]);
export type ClientFrame = z.output<typeof clientFrame>;
