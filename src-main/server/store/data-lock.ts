import { hostname } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import Database from 'better-sqlite3';
import { StartFailure } from '#shared/errors/start-failure.ts';
import { makeOwnFile } from './own-files.ts';

/** Holding the data folder; the operating system lets go of it when the process dies. */
export interface DataLock {
  release(): void;
}

/**
 * One process, one writer ([LCK1]). The write lock of `lock.db` is held for as long as the server runs; in WAL mode
 * others can still read there who holds it.
 */
export async function holdDataFolder(dataDir: string, options: LockOptions): Promise<DataLock> {
  const file = join(dataDir, 'lock.db');
  makeOwnFile(file);
  const db = new Database(file, { timeout: 0, ...addon(options) });
  try {
    db.pragma('journal_mode = WAL');
    db.exec('CREATE TABLE IF NOT EXISTS holder (only_row INTEGER PRIMARY KEY CHECK (only_row = 1), name TEXT) STRICT');
  } catch (error) {
    if (!isBusy(error)) throw error;
  }
  const until = Date.now() + options.waitMs;
  while (!tryToHold(db, options.name)) {
    if (Date.now() >= until) throw refusal(db);
    await wait(200);
  }
  return { release: () => db.close() };
}

export type LockOptions = {
  /** How long a dying holder is waited for, in milliseconds. */
  readonly waitMs: number;
  /** What the next one is told: `terminal A`. */
  readonly name: string;
  readonly sqliteAddon: string | undefined;
};

const addon = ({ sqliteAddon }: LockOptions) => (sqliteAddon ? { nativeBinding: sqliteAddon } : {});

function tryToHold(db: Database.Database, name: string): boolean {
  try {
    const holder = `${name} (process ${process.pid} on ${hostname()}, since ${new Date().toISOString()})`;
    db.prepare('INSERT OR REPLACE INTO holder (only_row, name) VALUES (1, ?)').run(holder);
    db.exec('BEGIN EXCLUSIVE');
    return true;
  } catch (error) {
    if (isBusy(error)) return false;
    throw error;
  }
}

function refusal(db: Database.Database): StartFailure {
  const row = db.prepare('SELECT name FROM holder').get() as { name: string } | undefined;
  db.close();
  const holder = row?.name ?? 'another program';
  return new StartFailure(
    'data_locked',
    `The data folder is in use by ${holder}. Only one Kitchen Pass can work in it.`,
  );
}

const isBusy = (error: unknown) => error instanceof Database.SqliteError && error.code.startsWith('SQLITE_BUSY');
