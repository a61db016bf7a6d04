import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { StartFailure } from '#shared/errors/start-failure.ts';
import { migrate } from './migrate.ts';
import { migrations } from './migrations/migration.ts';
import { makeOwnFile } from './own-files.ts';
import { ensureRestaurant, type RestaurantSetup } from './restaurant-row.ts';

export type DatabaseOptions = { readonly dataDir: string; readonly sqliteAddon: string | undefined };

const databaseFile = (dataDir: string) => join(dataDir, 'kitchen.db');

/** The data folder belongs to the account that runs the server, and to nobody else. */
export function makeDataDir(dataDir: string): void {
  inWords(dataDir, () => mkdirSync(dataDir, { recursive: true, mode: 0o700 }));
}

/** The one writing connection: durable at every commit, checked, at the newest schema ([SQL1]). */
export function openDatabase(
  { dataDir, sqliteAddon }: DatabaseOptions,
  restaurant: RestaurantSetup,
): Database.Database {
  return inWords(dataDir, () => {
    // SQLite gives -wal and -shm the mode of the file itself.
    makeOwnFile(databaseFile(dataDir));
    const db = new Database(databaseFile(dataDir), { timeout: 5000, ...withAddon(sqliteAddon) });
    try {
      harden(db);
      migrate(db, migrations);
      ensureRestaurant(db, restaurant);
      return db;
    } catch (error) {
      db.close();
      throw error;
    }
  });
}

/** For slow reads; can change nothing, whatever it is asked. */
export function openReadOnly({ dataDir, sqliteAddon }: DatabaseOptions): Database.Database {
  const db = new Database(databaseFile(dataDir), { readonly: true, fileMustExist: true, ...withAddon(sqliteAddon) });
  db.pragma('query_only = ON');
  return db;
}

/** A file of the account alone, for what can be made anew. */
export function openPrivate(file: string, { sqliteAddon }: Pick<DatabaseOptions, 'sqliteAddon'>): Database.Database {
  makeOwnFile(file);
  return new Database(file, { timeout: 5000, ...withAddon(sqliteAddon) });
}

const withAddon = (sqliteAddon: string | undefined) => (sqliteAddon ? { nativeBinding: sqliteAddon } : {});

function harden(db: Database.Database): void {
  expectPragma(db, 'journal_mode = WAL', 'journal_mode', 'wal');
  // This build of SQLite takes NORMAL in WAL, which may forget a commit in a power cut.
  expectPragma(db, 'synchronous = FULL', 'synchronous', 2);
  expectPragma(db, 'foreign_keys = ON', 'foreign_keys', 1);
  if (process.platform === 'darwin') expectPragma(db, 'fullfsync = ON', 'fullfsync', 1);
  db.pragma('trusted_schema = OFF');
  db.pragma('journal_size_limit = 67108864');
  assertVersion(db);
}

function expectPragma(db: Database.Database, set: string, name: string, expected: string | number): void {
  db.pragma(set);
  const found = db.pragma(name, { simple: true });
  if (found !== expected) {
    throw new StartFailure('unexpected', `SQLite did not take ${set} (it says ${found}); orders would not be safe.`);
  }
}

/** Older ones can corrupt a file when a checkpoint meets a writer. */
function assertVersion(db: Database.Database): void {
  const { version } = db.prepare('SELECT sqlite_version() AS version').get() as { version: string };
  const [major = 0, minor = 0] = version.split('.').map(Number);
  if (major < 3 || (major === 3 && minor < 53)) {
    throw new StartFailure('runtime_too_old', `SQLite ${version} is too old to be safe; 3.53 or newer is needed.`);
  }
}

function inWords<Result>(dataDir: string, work: () => Result): Result {
  try {
    return work();
  } catch (error) {
    throw asStartFailure(dataDir, error);
  }
}

/** What the disk and the file can say, as something a person can act on. */
export function asStartFailure(dataDir: string, error: unknown): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (/^(EACCES|EPERM|EROFS|ENOENT|ENOTDIR|EISDIR|EEXIST)$|^SQLITE_(READONLY|CANTOPEN|PERM)/.test(code)) {
    return new StartFailure('data_read_only', `The data folder ${dataDir} cannot be written to.`, { cause: error });
  }
  if (/^ENOSPC$|^SQLITE_FULL/.test(code)) {
    return new StartFailure('disk_full', `The disk that holds ${dataDir} is full.`, { cause: error });
  }
  if (/^SQLITE_(CORRUPT|NOTADB)/.test(code)) {
    return new StartFailure('database_damaged', `The database in ${dataDir} is damaged. It was left as it is.`, {
      cause: error,
    });
  }
  return error;
}
