import Database from 'better-sqlite3';
import { databaseIn } from './server-process.ts';

/** Everything that a data folder's database holds, as one text, read beside the running server. */
export function dumpDatabase(dataDir: string): string {
  const db = new Database(databaseIn(dataDir), { readonly: true });
  try {
    const tables = db.prepare("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name").pluck().all();
    return JSON.stringify(tables.map((table) => [table, db.prepare(`SELECT * FROM "${table}"`).all()]));
  } finally {
    db.close();
  }
}
