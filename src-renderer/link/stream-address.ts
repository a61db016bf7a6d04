import { PROTOCOL_VERSION } from '#shared/protocol/frames.ts';

/** Who asks: goes along with every request for the live stream. */
export type ScreenName = {
  /** Random for each page load and in memory only, so that a duplicated tab never shares it ([TAB1]). */
  readonly tab: string;
  /** What the page shows; only a `board` makes events *seen* ([SEE1]). */
  readonly screen: string;
  /** Whose work alone a board shows now; told by polls, which confirm nothing ([PRT6]). */
  readonly station?: () => string | undefined;
  /** What it follows: all of the restaurant unless told otherwise. */
  readonly follows?: 'orders' | 'ready' | OrderLink;
};

/** One order, by the secret of its link: a guest's browser has no session ([GST1]). */
export type OrderLink = { readonly orderId: string; readonly secret: string };

/** Addresses below the origin. */
export function webSocketPath({ tab, screen, follows }: ScreenName, cursor: string | undefined): string {
  return path(`/ws/${streamOf(follows, 'orders/live')}`, {
    batch: 1,
    acks: 1,
    protocol: PROTOCOL_VERSION,
    tab,
    screen,
    ...tokenOf(follows),
    last_event_id: cursor,
  });
}

export function eventSourcePath({ tab, screen, follows }: ScreenName, cursor: string | undefined): string {
  // A confirmation goes by the session, which a guest has not.
  const acks = typeof follows === 'object' ? undefined : 1;
  return path(`/events/${streamOf(follows)}`, { acks, tab, screen, ...tokenOf(follows), last_event_id: cursor });
}

function streamOf(follows: ScreenName['follows'], all = 'orders'): string {
  if (typeof follows === 'object') return `orders/${follows.orderId}`;
  return follows === 'ready' ? 'ready' : all;
}

const tokenOf = (follows: ScreenName['follows']) => (typeof follows === 'object' ? { token: follows.secret } : {});

/** Where a page confirms what server-sent events have brought it ([ACK2]). */
export const eventAckPath = '/api/v1/events/ack';

/** `waitS`: how long the server may hold the answer back. */
export function syncPath(
  { tab, screen, station, follows }: ScreenName,
  cursor: string | undefined,
  waitS: number,
): string {
  const who = { tab, screen, station: station?.(), ...tokenOf(follows) };
  return path(`/sync/${streamOf(follows)}`, { wait: waitS, ...who, last_event_id: cursor });
}

function path(name: string, values: Readonly<Record<string, string | number | undefined>>): string {
  const query = Object.entries(values).flatMap(([key, value]) =>
    value === undefined ? [] : [`${key}=${encodeURIComponent(value)}`],
  );
  return `/api/v1${name}?${query.join('&')}`;
}
