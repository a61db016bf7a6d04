import { screenTokens } from '../harness/screen-tokens.ts';
import { createServerProcess, type ServerProcess } from '../harness/server-process.ts';
import { createNetworks, type Networks, type TabletNetwork, whyNoNamespaces } from './network-namespaces.ts';
import { type ProxyRadio, proxyRadio } from './proxy-radio.ts';
import { openScreens, openScreensElsewhere, type Screens, type ScreensOptions } from './screens.ts';
import { type DistantApi, signInElsewhere, signInHere } from './server-api.ts';

/** What can happen to a tablet's network; see `TabletNetwork`. */
export type Radio = Pick<TabletNetwork, 'lose' | 'limit' | 'refuse' | 'unplug' | 'plug' | 'changeAddress'>;

export type Tablet = {
  readonly radio: Radio;
  /** Where the tablet reaches the kitchen's computer. */
  readonly host: string;
  readonly port: number;
  /** Put in front of a command, it runs on the tablet. */
  readonly prefix: readonly string[];
  open(options: Pick<ScreensOptions, 'name' | 'count' | 'sampleMs' | 'log' | 'without'>): Screens;
};

/** The built server as a process and tablets that reach it over networks of their own. */
export type Stage = {
  readonly server: ServerProcess;
  readonly api: DistantApi;
  readonly tablets: readonly Tablet[];
  remove(): Promise<void>;
};

const reason = whyNoNamespaces();

/** For names of tests and tables: what the figures were measured on. */
export const networkName = reason ? 'TCP proxies' : 'network namespaces';

/** Over real networks where the machine allows them, else over proxies. */
export const setStage = (tablets: number, screensEach = 1): Promise<Stage> =>
  reason ? stageOfProxies(tablets, screensEach) : stageOfNamespaces(tablets, screensEach);

async function stageOfNamespaces(count: number, screensEach: number): Promise<Stage> {
  const networks = createNetworks(count);
  try {
    return await inNamespaces(networks, screensEach);
  } catch (error) {
    networks.remove();
    throw error;
  }
}

async function inNamespaces(networks: Networks, screensEach: number): Promise<Stage> {
  const server = await createServerProcess({ KDS_HOST: '0.0.0.0' }, { prefix: networks.server, host: '127.0.0.1' });
  await server.start();
  const api = await signInElsewhere(networks.server, server.url, server.password);
  const tokens = await screenTokens(api, networks.tablets.length * screensEach);
  const tablets = networks.tablets.map((network, index) => ({
    radio: network,
    host: network.serverHost,
    port: server.port,
    prefix: network.prefix,
    open: (options: Parameters<Tablet['open']>[0]) => {
      const url = `http://${network.serverHost}:${server.port}`;
      return openScreensElsewhere(network.prefix, { ...options, url, tokens: tokens.slice(index * screensEach) });
    },
  }));
  return {
    server,
    api,
    tablets,
    remove: async () => {
      api.end();
      await server.remove();
      networks.remove();
    },
  };
}

async function stageOfProxies(count: number, screensEach: number): Promise<Stage> {
  const server = await createServerProcess();
  await server.start();
  const api = await signInHere(server.url, server.password);
  const tokens = await screenTokens(api, count * screensEach);
  const radios: ProxyRadio[] = [];
  for (let index = 0; index < count; index++) radios.push(await proxyRadio(server.port));
  const tablets = radios.map(({ radio, url }, index) => ({
    radio,
    host: '127.0.0.1',
    port: Number(new URL(url).port),
    prefix: [],
    open: (options: Parameters<Tablet['open']>[0]) =>
      openScreens({ ...options, url, tokens: tokens.slice(index * screensEach) }),
  }));
  return {
    server,
    api,
    tablets,
    remove: async () => {
      for (const radio of radios) await radio.close();
      await server.remove();
    },
  };
}
