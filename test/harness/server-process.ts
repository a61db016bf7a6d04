import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join, resolve } from 'node:path';
import { forgetSecrets, searchLog } from './sent-secrets.ts';
import { findStablePort } from './stable-port.ts';
import { createTempDir } from './temp-dir.ts';

/** The built server as a process of its own, which can die: own port, own data folder. */
export type ServerProcess = {
  readonly url: string;
  readonly port: number;
  readonly dataDir: string;
  /** Of the user `admin`. */
  readonly password: string;
  /** What `admin` is signed in with already, if so: a password costs a fifth of a second of a processor. */
  readonly token?: string;
  /** Of the process that runs now; 0 when none does. */
  pid(): number;
  /** What it has written to standard error since the first start. */
  stderr(): string;
  /** Starts it on the same port and folder; resolves when it takes orders. */
  start(): Promise<void>;
  /** Starts it and does not wait for anything. */
  launch(): void;
  /** Resolves with the exit code when it is gone; `null` when a signal ended it. At once when it does not run. */
  kill(signal: 'SIGTERM' | 'SIGKILL'): Promise<number | null>;
  /** Ends it and removes its data. */
  remove(): Promise<void>;
};

const serveBundle = resolve(import.meta.dirname, '../../out/main/serve.js');
const password = 'a password for tests';
const readyLine = /^Kitchen Pass ready at (https?:\/\/\S+)$/m;

type Running = { readonly child: ChildProcess; readonly gone: Promise<number | null>; readonly ready: Promise<string> };

type ServerSettings = Readonly<Record<string, string | undefined>>;

/** Where it runs: `prefix` is put in front of its command, `flags` are for its Node. */
export type ServerPlace = {
  readonly prefix: readonly string[];
  readonly host: string;
  readonly flags?: readonly string[];
};

export const here: ServerPlace = { prefix: [], host: '127.0.0.1' };

/** Nothing is started yet. `settings` are `KDS_*` values beside address, folder and password; undefined takes one away. */
export async function createServerProcess(settings: ServerSettings = {}, place = here): Promise<ServerProcess> {
  const folder = createTempDir();
  const port = await findStablePort();
  const log: string[] = [];
  let running: Running | undefined;

  function launch(): Running {
    running = launchServer({ port, dataDir: folder.path, settings, place }, log);
    return running;
  }

  async function kill(signal: 'SIGTERM' | 'SIGKILL'): Promise<number | null> {
    const ending = running;
    running = undefined;
    ending?.child.kill(signal);
    return ending ? ending.gone : null;
  }

  const url = `${settings.KDS_TLS_KEY ? 'https' : 'http'}://${place.host}:${port}`;
  return {
    url,
    port,
    dataDir: folder.path,
    password,
    pid: () => running?.child.pid ?? 0,
    stderr: () => log.join(''),
    launch,
    start: async () => {
      await launch().ready;
    },
    kill,
    remove: async () => {
      await kill('SIGKILL');
      folder.remove();
      searchLog(url, log.join(''));
      forgetSecrets(url);
    },
  };
}

type Launch = {
  readonly port: number;
  readonly dataDir: string;
  readonly settings: ServerSettings;
  readonly place: ServerPlace;
};

function launchServer({ port, dataDir, settings, place }: Launch, log: string[]): Running {
  const [program = '', ...words] = [...place.prefix, process.execPath, ...(place.flags ?? []), serveBundle];
  const child = spawn(program, [...words, '--port', String(port), '--data', dataDir], {
    cwd: dataDir,
    env: {
      ...withoutSettings(process.env),
      ...compiledOnce,
      KDS_ADMIN_PASSWORD: password,
      KDS_LOG_LEVEL: 'warn',
      ...settings,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  child.stderr?.on('data', (chunk) => log.push(String(chunk)));
  const gone = once(child, 'close').then(([code]) => code as number | null);
  const ready = readyUrl(child, gone, log);
  // Whoever only launches does not want to hear that it died before it was ready.
  ready.catch(() => undefined);
  return { child, gone, ready };
}

/** Hundreds of servers are started from the same files; Node itself keeps what it has compiled of them. */
const compiledOnce = { NODE_COMPILE_CACHE: resolve(import.meta.dirname, '../../artefacts/compiled') };

/** What the machine's owner or a test runner has set must not change what a test sees. */
function withoutSettings(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(env).filter(([name]) => !/^KDS_|^(FORCE|NO)_COLOR$/.test(name)));
}

function readyUrl(child: ChildProcess, gone: Promise<number | null>, log: readonly string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    let printed = '';
    child.stdout?.on('data', (chunk) => {
      printed += String(chunk);
      const url = readyLine.exec(printed)?.[1];
      if (url) resolve(url);
    });
    gone.then((code) => reject(new Error(`the server ended with ${code} before it was ready:\n${log.join('')}`)));
  });
}

/** The database of a data folder, to be looked into when the server is gone. */
export const databaseIn = (dataDir: string): string => join(dataDir, 'kitchen.db');
