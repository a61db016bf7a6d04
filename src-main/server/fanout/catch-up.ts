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

/** The attach rule for those who ask instead of being told ([ATT2], [POL1]): everything at once, up to the head. */
export function catchUp(log: LiveLog, state: Pick<OpenState, 'whole'>, lastEventId: string | undefined): CatchUp {
  const cursor = formatCursor({ epoch: log.epoch, seq: log.head() });
  const from = replayFrom(log, lastEventId);
  if (!from) return { mode: 'snapshot', cursor, isNews: true, body: `"entities":${state.whole()}` };
  const events = textsAfter(log, from);
  return { mode: 'replay', cursor, isNews: events.length > 0, body: `"events":[${events.join(',')}]` };
}

function textsAfter(log: LiveLog, { seq }: Cursor): string[] {
  const texts: string[] = [];
  let group = log.groupAfter(seq);
  for (let at = seq + 1; at <= log.head(); at++) {
    if (group && group.to < at) group = log.groupAfter(at - 1);
    const event = group?.event(at);
    if (event) texts.push(eventText(event, log.epoch));
  }
  return texts;
}
