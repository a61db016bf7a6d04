import { parseCursor } from '#shared/protocol/cursor.ts';
import { PROTOCOL_VERSION, type ServerFrame } from '#shared/protocol/frames.ts';
import type { SyncAnswer } from '#shared/protocol/sync-requests.ts';

/**
 * One answer to a poll, told as the frames that a stream would have sent ([POL1]). `isFirst`: of this connection; a
 * later one that is a snapshot begins anew, as after a restart of the server.
 */
export function framesOfSync(answer: SyncAnswer, isFirst: boolean): ServerFrame[] {
  const { epoch, head, cursor, seen, server_time } = answer;
  const seq = parseCursor(cursor)?.seq ?? 0;
  const heartbeat: ServerFrame = { type: 'heartbeat', head, sent: seq, seen, server_time };
  if (!isFirst && answer.mode === 'replay') return [...newsIn(answer), heartbeat];
  const established: ServerFrame = {
    type: 'connection_established',
    protocol: PROTOCOL_VERSION,
    restaurant_id: answer.restaurant_id,
    epoch,
    head,
    mode: answer.mode,
    server_time,
    heartbeat_ms: 5000,
    message: '',
  };
  return [established, ...newsIn(answer), { type: 'live', seq, epoch, cursor }, heartbeat];
}

function newsIn(answer: SyncAnswer): ServerFrame[] {
  if (answer.mode === 'snapshot') return [{ type: 'snapshot', part: 1, parts: 1, ...answer.entities }];
  const [first] = answer.events;
  const last = answer.events.at(-1);
  return first && last ? [{ type: 'events', from: first.seq, to: last.seq, events: answer.events }] : [];
}
