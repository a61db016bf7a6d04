import { fileURLToPath } from 'node:url';
import type { Logger } from 'pino';
import { StartFailure } from '#shared/errors/start-failure.ts';
import { platformFolders } from './config/platform-folders.ts';
import { readSettings } from './config/read-settings.ts';
import { outliveReader, readyLines } from './launch/ready-lines.ts';
import { checkRuntime } from './launch/runtime-check.ts';
import { onStopSignal, stopLimitMs } from './launch/signals.ts';
import { createServerLog } from './log/log.ts';
import { createOrderServer, type OrderServer } from './server/order-server.ts';

/** Composition root of the server without a window: settings in, the ready line out, until a signal ends it. */
async function serve(): Promise<void> {
  outliveReader(process.stdout);
  const sqliteAddon = process.env.KDS_SQLITE_ADDON || undefined;
  const { settings, reports } = readSettings({
    argv: process.argv.slice(2),
    env: process.env,
    folders: platformFolders(),
  });
  checkRuntime({ versions: process.versions, sqliteAddon });
  const log = createServerLog({ level: settings.logLevel });
  for (const report of reports) log.child({ name: 'config' }).warn(report);
  endOnBugs(log);
  const server = createOrderServer({
    settings,
    log: log.child({ name: 'server' }),
    pagesDir: fileURLToPath(new URL('../renderer', import.meta.url)),
    readerModule: new URL('./reader.js', import.meta.url),
    sqliteAddon,
  });
  const starting = server.run();
  endOnSignal(server, starting, log);
  process.stdout.write(readyLines(await starting));
}

/** A signal during the start ends it at once: nothing was promised to anybody yet. */
function endOnSignal(server: OrderServer, starting: Promise<unknown>, log: Logger): void {
  let started = false;
  starting.then(
    () => {
      started = true;
    },
    () => undefined,
  );
  onStopSignal(
    (signal) => {
      if (!started) process.exit(0);
      log.info({ signal }, 'stopping');
      setTimeout(() => endBadly(log, new Error('stopping took too long')), stopLimitMs).unref();
      server.stop().then(
        () => endWith(log, 0),
        (error) => endBadly(log, error),
      );
    },
    () => process.exit(1),
  );
}

/** After a bug nothing in memory can be trusted; what is on disk can, so the next start is the way on. */
function endOnBugs(log: Logger): void {
  process.on('uncaughtException', (error) => endBadly(log, error));
  process.on('unhandledRejection', (error) => endBadly(log, error));
}

function endBadly(log: Logger, error: unknown): void {
  log.fatal({ err: error }, 'stopped by a bug');
  endWith(log, 1);
}

/** Lets the log go out first, but waits for no reader that is gone. */
function endWith(log: Logger, code: number): void {
  setTimeout(() => process.exit(code), 500);
  log.flush(() => process.exit(code));
}

/** In normal use a start fails for a reason that a person can mend: one line of it, no stack ([STA1]). */
function refuse(error: unknown): void {
  const line = error instanceof StartFailure ? error.message : `Kitchen Pass could not start: ${String(error)}`;
  process.stderr.write(`${line}\n`, () =>
    process.exit(error instanceof StartFailure && error.code === 'bad_setting' ? 2 : 1),
  );
}

serve().catch(refuse);
