import { z } from 'zod';
import type { SnapshotPart, WireEvent } from './frames.ts';
import { slug } from './text.ts';

/** Seconds that a long poll may be held; the answer comes at once when there is news. */
const longestWaitS = 25;

/** `GET /sync/orders?last_event_id=&wait=` */
export const syncQuery = z.object({
  last_event_id: z.string().max(64).optional(),
  // Who asks for more waits as long as there is; answered at once, they would ask again without a pause.
  wait: z.coerce
    .number()
    .min(0)
    .catch(0)
    .default(0)
    .transform((seconds) => Math.min(seconds, longestWaitS)),
  // A name that is none is left out, as on the other streams.
  tab: z
    .string()
    .regex(/^[\w-]{8,64}$/)
    .optional()
    .catch(undefined),
  screen: z.string().max(20).optional(),
  /** Whose work alone a board shows; what is none is left out ([PRT6]). */
  station: slug.optional().catch(undefined),
});

/**
 * Answer of `/sync/…`: everything since the cursor (`replay`) or everything open (`snapshot`), whole. `cursor` is the
 * place to ask from next.
 */
export type SyncAnswer = {
  restaurant_id: string;
  epoch: string;
  head: number;
  cursor: string;
  seen: number;
  server_time: string;
} & (
  | { mode: 'replay'; events: WireEvent[] }
  | {
      mode: 'snapshot';
      entities: Pick<
        SnapshotPart,
        'orders' | 'products' | 'stations' | 'settings' | 'self_orders' | 'ready' | 'guest' | 'time_zone'
      >;
    }
);
