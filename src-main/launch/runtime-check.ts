import { StartFailure } from '#shared/errors/start-failure.ts';

/** better-sqlite3's binary is made for this Node-API; an older runtime crashes while loading it. */
const neededNodeApi = 10;

export type Runtime = {
  readonly versions: NodeJS.ProcessVersions;
  /** An addon of one's own, made for an older runtime (`KDS_SQLITE_ADDON`). */
  readonly sqliteAddon: string | undefined;
};

/** Throws `StartFailure('runtime_too_old')`, one line, where SQLite would take the process down. */
export function checkRuntime({ versions, sqliteAddon }: Runtime): void {
  const nodeApi = Number(versions.napi ?? 0);
  if (sqliteAddon || nodeApi >= neededNodeApi) return;
  const found = versions.electron ? `Electron ${versions.electron}` : `Node ${versions.node}`;
  throw new StartFailure(
    'runtime_too_old',
    `${found} is too old (Node-API ${nodeApi}); Kitchen Pass needs Node 22.14 or Electron 35, or newer.`,
  );
}
