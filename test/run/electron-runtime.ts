import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { findElectron } from '../../src-main/launch/electron-runtime.ts';
import { root } from './tool.ts';

/** Environment that names an Electron for the desktop tests, or why there is none. */
export type ElectronRuntime = { readonly env: NodeJS.ProcessEnv } | { readonly missing: string };

/**
 * The one that `npm start` would take, else one that a script beside the repository prepares. An older
 * Electron needs another SQLite addon, which then lies in its folder.
 */
export async function electronRuntime(env: NodeJS.ProcessEnv): Promise<ElectronRuntime> {
  const executable = findElectron(root, env) ?? (await prepared());
  if (!executable) return { missing: 'no Electron runtime; name one in ELECTRON_EXEC_PATH' };
  const addon = join(dirname(executable), 'better_sqlite3-napi9.node');
  const sqlite = env.KDS_SQLITE_ADDON ?? (existsSync(addon) ? addon : undefined);
  return { env: { ELECTRON_EXEC_PATH: executable, ...(sqlite ? { KDS_SQLITE_ADDON: sqlite } : {}) } };
}

/** Takes a few minutes the first time, none later. */
async function prepared(): Promise<string | undefined> {
  const script = resolve(root, '../shared/electron-runtime/prepare.sh');
  if (!existsSync(script)) return undefined;
  const { stdout } = await promisify(execFile)('bash', [script], { timeout: 15 * 60_000 });
  const executable = join(stdout.trim().split('\n').at(-1) ?? '', 'electron');
  return existsSync(executable) ? executable : undefined;
}
