import { rmSync } from 'node:fs';
import type { Database } from 'better-sqlite3';
import { StartFailure } from '#shared/errors/start-failure.ts';
import type { Migration } from './migrations/migration.ts';
import { makeOwnFile } from './own-files.ts';

const versionOf = (db: Database) => Number(db.pragma('user_version', { simple: true }));

/**
 * Brings the file up to the newest schema, each step in a transaction of its own and with a copy of the file made
 * before it. A file of a newer program is left untouched ([MIG1]).
 */
export function migrate(db: Database, migrations: readonly Migration[]): void {
  const newest = migrations.at(-1)?.version ?? 0;
  if (versionOf(db) > newest) {
    throw new StartFailure(
      'schema_newer',
      `This data was written by a newer Kitchen Pass (schema ${versionOf(db)}, this program knows ${newest}). Update the program; the data was not touched.`,
    );
  }
  const hasData = versionOf(db) > 0;
  for (const step of migrations) {
    if (step.version <= versionOf(db)) continue;
    if (hasData) backUpBefore(db, step);
    takeStep(db, step);
  }
}

function takeStep(db: Database, step: Migration): void {
  db.transaction(() => {
    db.exec(step.sql);
    step.upgrade?.(db);
    db.pragma(`user_version = ${step.version}`);
  }).immediate();
}

/** `VACUUM INTO` waits for the disk, which is right here: no order is taken yet. It takes an empty file, with its mode. */
function backUpBefore(db: Database, step: Migration): void {
  const copy = `${db.name}.before-${String(step.version).padStart(4, '0')}-${step.slug}`;
  rmSync(copy, { force: true });
  makeOwnFile(copy);
  db.prepare('VACUUM INTO ?').run(copy);
}
