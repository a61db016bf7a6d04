import { type DBSchema, type IDBPDatabase, type IDBPTransaction, openDB } from 'idb';
import type { OutboxChange, OutboxRow, OutboxStore, OutboxTrouble } from './outbox.ts';

/** Rows lie as they came: another version of this page may have written them. */
interface OutboxSchema extends DBSchema {
  commands: { key: number; value: unknown; indexes: { key: string } };
}

type Database = IDBPDatabase<OutboxSchema>;
type Upgrade = IDBPTransaction<OutboxSchema, 'commands'[], 'versionchange'>;

/** One step for each version, from the oldest on; a step that has been in somebody's browser is never changed. */
export type OutboxMigration = (database: Database, transaction: Upgrade) => void;

const migrations: readonly OutboxMigration[] = [
  (database) => {
    const commands = database.createObjectStore('commands', { autoIncrement: true });
    commands.createIndex('key', 'key', { unique: true });
  },
];

const databaseName = 'kitchen-pass';

/** `undefined` where the browser has no such thing, or not for this page. */
export function openIndexedStore(steps: readonly OutboxMigration[] = migrations): OutboxStore | undefined {
  try {
    return globalThis.indexedDB ? createIndexedStore(steps) : undefined;
  } catch {
    return undefined;
  }
}

/** The outbox in the browser's database, which belongs to the page's origin: address and port ([OBX2]). */
function createIndexedStore(steps: readonly OutboxMigration[]): OutboxStore {
  let opening: Promise<Database> | undefined;

  /** The same attempt for all who ask, until it fails or the connection ends. */
  function open(): Promise<Database> {
    if (opening) return opening;
    const attempt = connect();
    opening = attempt;
    attempt.catch(() => opening === attempt && forget());
    return attempt;
  }

  function connect(): Promise<Database> {
    return new Promise((resolve, reject) => {
      const request = openDB<OutboxSchema>(databaseName, steps.length, {
        upgrade: (database, from, _to, transaction) => {
          for (const step of steps.slice(from)) step(database, transaction);
        },
        // Those who wait are told; the attempt goes on and may still succeed.
        blocked: () => {
          opening = request;
          reject(new DOMException('an older page holds the database', 'BlockedError'));
        },
        // A newer page must not wait for this one.
        blocking: (_from, _to, event) => {
          forget();
          (event.target as IDBDatabase).close();
        },
        terminated: forget,
      });
      request.then(resolve, (error) => {
        forget();
        reject(error);
      });
    });
  }

  function forget(): void {
    opening = undefined;
  }

  /** A connection that the browser has ended meanwhile is opened again, once. */
  async function attempt<Result>(work: (database: Database) => Promise<Result>): Promise<Result | OutboxTrouble> {
    try {
      return await work(await open());
    } catch (error) {
      if (nameOf(error) !== 'InvalidStateError') return troubleOf(error);
      forget();
      return open().then(work).catch(troubleOf);
    }
  }

  return { read: () => attempt(readRows), write: (changes) => attempt((database) => writeAll(database, changes)) };
}

async function readRows(database: Database): Promise<readonly OutboxRow[]> {
  const { store } = database.transaction('commands');
  const [keys, values] = await Promise.all([store.getAllKeys(), store.getAll()]);
  return keys.map((n, index) => ({ n, value: values[index] }));
}

/** `strict`: the browser waits for the disk before it says that the transaction is complete. */
async function writeAll(database: Database, changes: readonly OutboxChange[]): Promise<'done'> {
  const transaction = database.transaction('commands', 'readwrite', { durability: 'strict' });
  await Promise.all([writeInOrder(transaction.store, changes), transaction.done]);
  return 'done';
}

type Commands = IDBPTransaction<OutboxSchema, ['commands'], 'readwrite'>['store'];

/** One after the other: a change may be of an entry that the one before has put there. */
async function writeInOrder(commands: Commands, changes: readonly OutboxChange[]): Promise<void> {
  for (const change of changes) await write(commands, change);
}

async function write(commands: Commands, change: OutboxChange): Promise<unknown> {
  if (change.kind === 'drop') return commands.delete(change.n);
  const n = await commands.index('key').getKey(change.kind === 'keep' ? change.entry.key : change.key);
  if (change.kind === 'keep') return n === undefined && commands.add(change.entry);
  if (n === undefined) return undefined;
  if (change.kind === 'forget') return commands.delete(n);
  return commands.put({ ...Object(await commands.get(n)), objection: change.objection }, n);
}

function troubleOf(error: unknown): OutboxTrouble {
  return troubles[nameOf(error)] ?? 'broken';
}

const nameOf = (error: unknown) => (error instanceof Error ? error.name : '');

const troubles: Readonly<Record<string, OutboxTrouble>> = {
  BlockedError: 'blocked',
  QuotaExceededError: 'full',
  SecurityError: 'missing',
  VersionError: 'newer',
};
