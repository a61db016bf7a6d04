import { first } from './0001-first.ts';
import { placedBy } from './0002-placed-by.ts';

/** One step of the schema; numbered without gaps, never changed once shipped. */
export type Migration = { readonly version: number; readonly slug: string; readonly sql: string };

export const migrations: readonly Migration[] = [first, placedBy];
