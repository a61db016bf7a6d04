import type { Database } from 'better-sqlite3';
import { first } from './0001-first.ts';
import { placedBy } from './0002-placed-by.ts';
import { stations } from './0003-stations.ts';
import { people } from './0004-people.ts';
import { signIns } from './0005-sign-ins.ts';
import { menu } from './0006-menu.ts';
import { webhooks } from './0007-webhooks.ts';
import { printing } from './0008-printing.ts';
import { guestOrders } from './0009-guest-orders.ts';
import { photos } from './0010-photos.ts';
import { selfOrders } from './0011-self-orders.ts';

/** One step of the schema; numbered without gaps, never changed once shipped. */
export type Migration = {
  readonly version: number;
  readonly slug: string;
  readonly sql: string;
  /** What SQL alone cannot say; in the same transaction, after it. */
  readonly upgrade?: (db: Database) => void;
};

export const migrations: readonly Migration[] = [
  first,
  placedBy,
  stations,
  people,
  signIns,
  menu,
  webhooks,
  printing,
  guestOrders,
  photos,
  selfOrders,
];
