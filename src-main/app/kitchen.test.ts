import { createServer, type Server } from 'node:net';
import { pino } from 'pino';
import { expect, test } from 'vitest';
import { StartFailure } from '#shared/errors/start-failure.ts';
import type { StartState } from '#shared/ipc/start-state.ts';
import type { ReadSettings } from '../config/read-settings.ts';
import { readSettings } from '../config/read-settings.ts';
import type { Settings } from '../config/settings.ts';
import type { OrderServer } from '../server/order-server.ts';
import { freePortAfter } from './free-port.ts';
import { createKitchen, type KitchenDeps } from './kitchen.ts';

/** A server that starts as it is told to. */
function serverThat(run: (settings: Settings) => Promise<void>) {
  const stopped: number[] = [];
  const createServer = (settings: Settings): OrderServer => ({
    run: async () => {
      await run(settings);
      return {
        url: `http://127.0.0.1:${settings.port}`,
        port: settings.port,
        certificate: undefined,
        firstManager: null,
      };
    },
    hostCookie: async () => ({ name: 'x', value: 'y' }),
    stop: async () => void stopped.push(settings.port),
  });
  return { createServer, stopped };
}

const noFolders = { data: '/nowhere/data', config: '/nowhere/config' };

function kitchenWith(deps: Partial<KitchenDeps>, env: Record<string, string> = {}) {
  const states: StartState[] = [];
  const kitchen = createKitchen({
    readSettings: (chosen): ReadSettings => readSettings({ argv: [], env, folders: noFolders, chosen }),
    createServer: serverThat(async () => undefined).createServer,
    usualDataDir: noFolders.data,
    log: pino({ level: 'silent' }),
    onState: (state) => states.push(state),
    onRunning: async () => undefined,
    ...deps,
  });
  return { kitchen, states };
}

function listenOn(port: number): Promise<Server> {
  return new Promise((resolve) => {
    const server = createServer();
    server.listen(port, '127.0.0.1', () => resolve(server));
  });
}

test('[STA2] a taken port is told with the next free one and with what fixes the port', async () => {
  const taken = await listenOn(0);
  const port = (taken.address() as { port: number }).port;
  const { createServer } = serverThat(async () => {
    throw new StartFailure('port_taken', `Port ${port} is used by another program.`);
  });
  const { kitchen, states } = kitchenWith({ createServer }, { KDS_PORT: String(port) });
  await kitchen.start();
  expect(states.map(({ phase }) => phase)).toEqual(['starting', 'failed']);
  expect(kitchen.trouble()).toMatchObject({ code: 'port_taken', port, portFixedBy: 'KDS_PORT', dataDirFixedBy: null });
  expect(kitchen.trouble()?.freePort).toBeGreaterThan(0);
  expect(kitchen.trouble()?.freePort).not.toBe(port);
  taken.close();
});

test('[STA2] another port chosen in the window starts the server there, whatever KDS_PORT says', async () => {
  const { createServer } = serverThat(async ({ port }) => {
    if (port === 4480) throw new StartFailure('port_taken', 'taken');
  });
  const { kitchen, states } = kitchenWith({ createServer }, { KDS_PORT: '4480' });
  await kitchen.start();
  await kitchen.start({ port: 4481 });
  expect(states.map(({ phase }) => phase)).toEqual(['starting', 'failed', 'starting', 'running']);
});

test('[STA2] a choice stays through further attempts', async () => {
  const tried: string[] = [];
  const { createServer } = serverThat(async ({ port, dataDir }) => {
    tried.push(`${dataDir} ${port}`);
    throw new StartFailure('data_read_only', 'no');
  });
  const { kitchen } = kitchenWith({ createServer });
  await kitchen.start({ dataDir: '/chosen' });
  await kitchen.start({ port: 5000 });
  await kitchen.start();
  expect(tried).toEqual(['/chosen 4480', '/chosen 5000', '/chosen 5000']);
});

test('two impatient presses are one attempt', async () => {
  let runs = 0;
  const { createServer } = serverThat(async () => void runs++);
  const { kitchen } = kitchenWith({ createServer });
  await Promise.all([kitchen.start(), kitchen.start({ port: 1 })]);
  await kitchen.start();
  expect(runs).toBe(1);
});

test('[STA1] a wrong setting is told, and a corrected one counts at the next attempt', async () => {
  const env = { KDS_PORT: 'abc' };
  const { kitchen } = kitchenWith({}, env);
  await kitchen.start();
  expect(kitchen.trouble()).toMatchObject({ code: 'bad_setting', dataDir: noFolders.data });
  env.KDS_PORT = '4490';
  await kitchen.start();
  expect(kitchen.state()).toEqual({ phase: 'running' });
});

test('a server whose window cannot be signed in is stopped again', async () => {
  const { createServer, stopped } = serverThat(async () => undefined);
  const onRunning = async () => {
    throw new Error('no cookie');
  };
  const { kitchen } = kitchenWith({ createServer, onRunning });
  await kitchen.start();
  expect(kitchen.trouble()).toMatchObject({ code: 'unexpected', detail: 'no cookie' });
  expect(stopped).toEqual([4480]);
});

test('the free port offered is one that can be listened on', async () => {
  const taken = await listenOn(0);
  const port = (taken.address() as { port: number }).port;
  const free = await freePortAfter('127.0.0.1', port);
  const second = await listenOn(free ?? 0);
  expect((second.address() as { port: number }).port).toBe(free);
  second.close();
  taken.close();
  expect(await freePortAfter('203.0.113.1', 4480)).toBeNull();
});
