import { createHmac } from 'node:crypto';
import type { RestaurantId } from '#shared/domain/id.ts';
import type { Settings } from '#shared/domain/settings.ts';
import type { Caller } from '../ports.ts';
import type { KeyRing } from './key-ring.ts';

/**
 * The codes on tables ([SLF5]). Nothing is stored: 128 bits that only this installation's key makes of the table's name.
 * One is good while the house takes such orders and has a table of that name. It tells nothing of what is eaten there.
 */
export interface TableCodes {
  /** The path of the page behind the code, for whoever prints it. */
  pathOf(table: string): string;
  callerOf(secret: string): Caller | undefined;
  isGood(jti: string): boolean;
}

export type TableCodesDeps = {
  readonly ring: KeyRing;
  readonly restaurantId: RestaurantId;
  readonly settings: () => Pick<Settings, 'version' | 'tables' | 'selfOrdering'>;
};

const form = /^[\w-]{22}$/;
const proofBytes = 16;
const jtiPrefix = 'table:';

/** 16 bytes, which no token, API key or link of an order looks like. */
export const isTableSecret = (token: string): boolean => form.test(token);
export const isTableJti = (jti: string): boolean => jti.startsWith(jtiPrefix);
/** What a caller at a table is called by, and its table. */
export const tableOf = ({ userId }: Pick<Caller, 'userId'>): string => userId;

export function createTableCodes({ ring, restaurantId, settings }: TableCodesDeps): TableCodes {
  let known: Known = { version: -1, keys: [], tables: new Map() };

  const secretOf = (key: Uint8Array, table: string) => proofOf(key, `${restaurantId}/${table}`).toString('base64url');

  /** Made anew only when something has changed: anybody may come with codes that are made up. */
  function tables(): ReadonlyMap<string, string> {
    const { version, tables: all, selfOrdering } = settings();
    const keys = ring.all();
    if (known.version === version && known.keys === keys) return known.tables;
    const named = selfOrdering
      ? all.flatMap(({ name }) => keys.map((key) => [secretOf(key, name), name] as const))
      : [];
    known = { version, keys, tables: new Map(named) };
    return known.tables;
  }

  return {
    pathOf: (table) => `/t/${secretOf(ring.all()[0], table)}`,
    callerOf: (secret) => {
      const table = tables().get(secret);
      if (table !== undefined) return asCaller(restaurantId, table);
      ring.mustBeWhole();
      return undefined;
    },
    isGood: (jti) => [...tables().values()].includes(jti.slice(jtiPrefix.length)),
  };
}

/** Which tables there are behind which codes. */
type Known = {
  readonly version: number;
  readonly keys: readonly Uint8Array[];
  readonly tables: ReadonlyMap<string, string>;
};

function proofOf(key: Uint8Array, name: string): Buffer {
  const own = createHmac('sha256', key).update('kitchen-pass table code 1').digest();
  return createHmac('sha256', own).update(name).digest().subarray(0, proofBytes);
}

/** Nobody but a phone at that table: `userId` is the table's name. */
function asCaller(restaurantId: RestaurantId, table: string): Caller {
  const name = `${jtiPrefix}${table}`;
  return { restaurantId, userId: table, subject: name, role: 'table', displayName: '', jti: name, deviceId: undefined };
}
