import { type Cursor, formatCursor } from '#shared/protocol/cursor.ts';
import { replayFrom } from './attach.ts';
import { eventText } from './commit-group.ts';
import type { LiveLog } from './live-log.ts';
import type { OpenState } from './open-state.ts';

/** What a poll is answered, but for the time: `body` are the JSON members that depend on the mode. */
export type CatchUp = {
  readonly mode: 'replay' | 'snapshot';
  readonly cursor: string;
  /** A replay without an event says only that there is nothing new. */
  readonly isNews: boolean;
  readonly body: string;
};

/**
 * The attach rule for those who ask instead of being told ([ATT2], [POL1]): everything at once, up to the head; with
 * `mostChars` as many whole commits as go into so much, and one at least.
 */
export function catchUp(
  log: LiveLog,
  state: Pick<OpenState, 'whole'>,
  lastEventId: string | undefined,
  mostChars = Number.POSITIVE_INFINITY,
): CatchUp {
  const at = (seq: number) => formatCursor({ epoch: log.epoch, seq });
  const from = replayFrom(log, lastEventId);
  if (!from) return { mode: 'snapshot', cursor: at(log.head()), isNews: true, body: `"entities":${state.whole()}` };
  const { texts, upTo } = textsAfter(log, from, mostChars);
  return { mode: 'replay', cursor: at(upTo), isNews: texts.length > 0, body: `"events":[${texts.join(',')}]` };
}

function textsAfter(log: LiveLog, { seq }: Cursor, mostChars: number): { texts: readonly string[]; upTo: number } {
  const texts: string[] = [];
  let chars = 0;
  let upTo = seq;
  for (let group = log.groupAfter(seq); group; group = log.groupAfter(upTo)) {
    chars += group.bytes;
    if (texts.length > 0 && chars > mostChars) break;
    for (const event of group.eventsAfter(upTo)) texts.push(eventText(event, log.epoch));
    upTo = group.to;
  }
  return { texts, upTo };
}
