import { z } from 'zod';
import { time, timeOrNull } from './answer-order.ts';

/** Who follows, and whether the process is well. */

export const liveStatus = z.object({
  restaurant_id: z.string(),
  epoch: z.string(),
  head: z.int(),
  seen: z.int(),
  total_connections: z.int(),
  by_transport: z.record(z.string(), z.int()),
  most_behind: z.int(),
  refused_since_start: z.int(),
  too_slow_since_start: z.int(),
});

export const liveConnection = z.object({
  id: z.string(),
  transport: z.string(),
  user_id: z.string(),
  name: z.string(),
  role: z.string(),
  tab: z.string().nullable(),
  screen: z.string().nullable(),
  follows: z.string(),
  connected_at: time,
  last_seen_at: timeOrNull,
  mode: z.string().nullable(),
  sent: z.int(),
  acked: z.int().nullable(),
  behind: z.int(),
  buffered_bytes: z.int(),
  resyncs: z.int(),
});

export const health = z.object({
  status: z.string(),
  redis_status: z.string(),
  total_connections: z.int(),
  active_channels: z.int(),
});
export const alive = z.object({ status: z.string() });
