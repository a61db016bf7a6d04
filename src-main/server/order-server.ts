import type { Logger } from 'pino';
import type { Settings } from '../config/settings.ts';

export type OrderServerDeps = {
  readonly settings: Settings;
  readonly log: Logger;
  /** Folder of the built pages (`out/renderer`). */
  readonly pagesDir: string;
  /** The reader worker's module: `reader.js` beside the bundle, or the `.ts` file in tests. */
  readonly readerModule: URL;
  /** A better-sqlite3 addon to use in place of its own (`KDS_SQLITE_ADDON`). */
  readonly sqliteAddon: string | undefined;
};

/** What a start found out. */
export type Running = {
  /** `http://127.0.0.1:4480`, always with the port really used. */
  readonly url: string;
  readonly port: number;
  /** Set while the manager still has a printed first password. */
  readonly firstManager: { readonly username: string; readonly password: string } | null;
};

/** The order server of one data folder: composition root of everything in this folder. */
export interface OrderServer {
  /** Opens the data, then listens. Throws `StartFailure`; nothing is left open then. */
  run(): Promise<Running>;
  /** A manager's session for the window on this very machine, as a cookie for `Running.url`. */
  hostCookie(): Promise<{ readonly name: string; readonly value: string }>;
  /** Tells the screens, finishes what was accepted, closes the files. Safe to call twice. */
  stop(): Promise<void>;
}

export function createOrderServer(_deps: OrderServerDeps): OrderServer {
  throw new Error('being written');
}
