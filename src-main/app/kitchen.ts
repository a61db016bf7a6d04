import type { Logger } from 'pino';
import { StartFailure } from '#shared/errors/start-failure.ts';
import type { StartState, StartTrouble } from '#shared/ipc/start-state.ts';
import type { ReadSettings, SettingsRequest } from '../config/read-settings.ts';
import type { Settings } from '../config/settings.ts';
import type { OrderServer, Running } from '../server/order-server.ts';
import { freePortAfter } from './free-port.ts';

type Chosen = NonNullable<SettingsRequest['chosen']>;

export type KitchenDeps = {
  /** Called at every attempt, so that a corrected settings file counts. Throws `StartFailure('bad_setting')`. */
  readSettings(chosen: Chosen): ReadSettings;
  createServer(settings: Settings): OrderServer;
  /** The folder to name while the settings cannot be read. */
  readonly usualDataDir: string;
  readonly log: Logger;
  onState(state: StartState): void;
  /** Orders are taken from now on. When it throws, the server is stopped and the start counts as failed. */
  onRunning(running: Running, server: OrderServer): Promise<void>;
};

/** The order server of this desktop: started, and started again in another way when a person says so. */
export interface Kitchen {
  state(): StartState;
  trouble(): StartTrouble | undefined;
  /** One attempt at a time; while one is under way this does nothing. Never throws: what went wrong is the state. */
  start(chosen?: Chosen): Promise<void>;
  /** Safe to call twice. An attempt that is still under way is left to the end of the process. */
  stop(): Promise<void>;
}

export function createKitchen(deps: KitchenDeps): Kitchen {
  let state: StartState = { phase: 'starting' };
  let server: OrderServer | undefined;
  let chosen: Chosen = {};
  let attempt: Promise<void> | undefined;

  function become(next: StartState): void {
    state = next;
    deps.onState(next);
  }

  async function tryOnce(): Promise<void> {
    become({ phase: 'starting' });
    let read: ReadSettings | undefined;
    try {
      read = deps.readSettings(chosen);
      for (const report of read.reports) deps.log.warn(report);
      const made = deps.createServer(read.settings);
      const running = await made.run();
      server = made;
      await deps.onRunning(running, made);
      become({ phase: 'running' });
    } catch (error) {
      await server?.stop();
      server = undefined;
      become({ phase: 'failed', failure: await toTrouble(error, read, deps) });
    }
  }

  return {
    state: () => state,
    trouble: () => (state.phase === 'failed' ? state.failure : undefined),
    start: (change = {}) => {
      if (state.phase === 'running' || attempt) return attempt ?? Promise.resolve();
      chosen = { ...chosen, ...change };
      attempt = tryOnce().finally(() => {
        attempt = undefined;
      });
      return attempt;
    },
    stop: async () => server?.stop(),
  };
}

async function toTrouble(error: unknown, read: ReadSettings | undefined, deps: KitchenDeps): Promise<StartTrouble> {
  const code = error instanceof StartFailure ? error.code : 'unexpected';
  deps.log.error({ code, err: error }, 'the order server could not start');
  const port = read?.settings.port ?? 0;
  return {
    code,
    detail: error instanceof Error ? error.message : String(error),
    port,
    dataDir: read?.settings.dataDir ?? deps.usualDataDir,
    freePort: read && code === 'port_taken' ? await freePortAfter(read.settings.host, port) : null,
    portFixedBy: read?.fixedBy.port ?? null,
    dataDirFixedBy: read?.fixedBy.dataDir ?? null,
  };
}
