/** Where a column is in its round of pages ([RDY6]). Replaced, never changed in place. */
export type Turning = {
  /** The turn that it was looked at last; turns are counted on the clock. */
  readonly turn: number;
  /** Runs on and on; the page is what is left of it. */
  readonly place: number;
  /** The first page is shown out of its turn, for the news on it; the round goes on at `place`. */
  readonly isFront: boolean;
  /** The page after such a turn: it stays for its whole turn, or it would never be read in a rush. */
  readonly isGuarded: boolean;
  /** The last news that brought the first page, or that it showed. */
  readonly news: string | undefined;
};

type Look = {
  readonly now: number;
  /** The newest number that has just become ready. */
  readonly news: string | undefined;
  readonly pages: number;
};

export const firstTurn = (now: number, news: string | undefined): Turning => ({
  turn: now,
  place: 0,
  isFront: false,
  isGuarded: false,
  news,
});

/** A second look in the same turn with the same news changes nothing. */
export function turnedTo(before: Turning, { now, news, pages }: Look): Turning {
  const at = now > before.turn ? nextTurn(before, now) : before;
  if (news === undefined || news === at.news) return at;
  if (at.isFront || at.place % pages === 0) return { ...at, news };
  return at.isGuarded ? at : { ...at, isFront: true, news };
}

function nextTurn(before: Turning, now: number): Turning {
  const turns = now - before.turn;
  // What was cut short for the news has its turn now.
  const place = before.place + turns - (before.isFront ? 1 : 0);
  return { ...before, turn: now, place, isFront: false, isGuarded: before.isFront && turns === 1 };
}

export const placeOf = ({ isFront, place }: Turning): number => (isFront ? 0 : place);
