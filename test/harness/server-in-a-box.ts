import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { pino } from 'pino';
import type { Settings } from '../../src-main/config/settings.ts';
import { quietly } from '../../src-main/log/log.ts';
import { createOrderServer, type OrderServerDeps, type Running } from '../../src-main/server/order-server.ts';
import { signIn } from './api.ts';
import { forgetSecrets, inheritSecrets, searchLog } from './sent-secrets.ts';
import { createTempDir } from './temp-dir.ts';

export const adminPassword = 'a password for tests';

/** The real server in this process: real file, real sockets, own data folder. */
export type ServerBox = Running & {
  readonly dataDir: string;
  /** Of the user `admin`. */
  readonly password: string;
  /** What `admin` is signed in with already, if so. */
  readonly token?: string;
  /** What it has logged so far, one JSON line each. */
  readonly logged: readonly string[];
  hostCookie(): Promise<{ readonly name: string; readonly value: string }>;
  /** Stops it; its data stays for the next `startServer({ dataDir })`. */
  stop(): Promise<void>;
  /** Stops it and removes its data. */
  remove(): Promise<void>;
};

export type BoxOptions = Partial<Settings>;

type BoxParts = Pick<OrderServerDeps, 'openKeySafe' | 'clock'>;

/**
 * `parts`: what a desktop has beside the settings. With neither, it is the copy of one whose first start is over: a
 * password costs a tenth of a second of a processor, and hundreds of tests need none of their own.
 */
export async function startServer(options: BoxOptions = {}, parts: BoxParts = {}): Promise<ServerBox> {
  if (Object.keys(options).length + Object.keys(parts).length > 0) return startAnew(options, parts);
  installed ??= installOnce();
  const { dataDir, token } = await installed;
  const copy = createTempDir().path;
  cpSync(dataDir, copy, { recursive: true });
  return { ...(await startAnew({ dataDir: copy, adminPassword: undefined }, {})), token };
}

let installed: Promise<{ readonly dataDir: string; readonly token: string }> | undefined;

async function installOnce() {
  const { dataDir, url, stop } = await startAnew({}, {});
  const { token } = await signIn(url, adminPassword);
  await stop();
  process.once('exit', () => rmSync(dataDir, { recursive: true, force: true }));
  return { dataDir, token };
}

async function startAnew(options: BoxOptions, parts: BoxParts): Promise<ServerBox> {
  const dataDir = options.dataDir ?? createTempDir().path;
  const logged: string[] = [];
  const server = createOrderServer({
    settings: { ...defaults, ...options, dataDir },
    log: pino(quietly('debug'), { write: (line: string) => logged.push(line) }),
    pagesDir: join(import.meta.dirname, '../../src-renderer'),
    readerModule: new URL('../../src-main/server/store/reader-worker.ts', import.meta.url),
    sqliteAddon: undefined,
    ...parts,
  });
  const running = await server.run();
  const before = urlOf.get(dataDir);
  if (before !== undefined) inheritSecrets(before, running.url);
  urlOf.set(dataDir, running.url);

  async function stop(): Promise<void> {
    await server.stop();
    searchLog(running.url, logged.join('\n'));
  }

  return {
    ...running,
    dataDir,
    password: options.adminPassword ?? adminPassword,
    logged,
    hostCookie: server.hostCookie,
    stop,
    remove: async () => {
      await stop().finally(() => rmSync(dataDir, { recursive: true, force: true }));
      urlOf.delete(dataDir);
      forgetSecrets(running.url);
    },
  };
}

/** Where the data of a folder was last served: a test may stop a server and start it anew. */
const urlOf = new Map<string, string>();

const defaults: Omit<Settings, 'dataDir'> = {
  host: '127.0.0.1',
  port: 0,
  adminPassword,
  redisUrl: undefined,
  site: undefined,
  terminal: 'A',
  restaurant: 'main',
  timeZone: 'Europe/Berlin',
  allowedOrigins: [],
  allowedHosts: [],
  maxConnections: 512,
  tlsKey: undefined,
  tlsCert: undefined,
  logLevel: 'debug',
  demo: false,
};
