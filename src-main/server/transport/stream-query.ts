import { OLDEST_PROTOCOL } from '#shared/protocol/frames.ts';

/**
 * Query of every stream. Strangers' values are ignored rather than refused: a stream that opens is worth more than a
 * parameter that is right.
 */
export type StreamQuery = {
  /** Cursor of the last event applied; anything else gets a snapshot. */
  readonly lastEventId: string | undefined;
  /** `batch=1`: the events of one commit as one frame. */
  readonly batch: boolean;
  /** `acks=1`: at most 256 events go out unconfirmed ([ACK1]). */
  readonly acks: boolean;
  /** `tab=`: random name of one page, the same through all its connections; a newer one replaces the older ([TAB1]). */
  readonly tab: string | undefined;
  /** `screen=board`: what the page shows; only boards make events *seen* ([SEE1]). */
  readonly screen: string | undefined;
  /** `protocol=`: the page was written for a version that is no longer understood; it is told 4410. */
  readonly isTooOld: boolean;
};

export function parseStreamQuery(query: URLSearchParams): StreamQuery {
  return {
    lastEventId: query.get('last_event_id') ?? undefined,
    batch: query.get('batch') === '1',
    acks: query.get('acks') === '1',
    tab: matching(query.get('tab'), /^[\w-]{8,64}$/),
    screen: matching(query.get('screen'), /^[a-z]{1,20}$/),
    isTooOld: Number(query.get('protocol') ?? OLDEST_PROTOCOL) < OLDEST_PROTOCOL,
  };
}

const matching = (value: string | null, shape: RegExp) => (value !== null && shape.test(value) ? value : undefined);
