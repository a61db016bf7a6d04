import { afterEach, beforeEach, expect, test } from 'vitest';
import { scale } from '../harness/scale.ts';
import { createServerProcess, type ServerProcess } from '../harness/server-process.ts';
import { type Faults, faults } from '../rig/fault.ts';
import { type SceneFigures, spreadOf, tellFigures } from '../rig/figures.ts';
import { hashOfServer } from '../rig/kitchen-hash.ts';
import { createOrderStream, type OrderStream } from '../rig/order-stream.ts';
import { faultsIn, lagsMs, missing } from '../rig/scene-judge.ts';
import { createScreenLog } from '../rig/screen-log.ts';
import { openScreensElsewhere, type Screens } from '../rig/screens.ts';
import { type DistantApi, signInHere } from '../rig/server-api.ts';
import { createTcpFaultProxy, type TcpFaultProxy } from '../rig/tcp-fault-proxy.ts';

let server: ServerProcess;
let api: DistantApi;
let orders: OrderStream;
let proxies: TcpFaultProxy[];
let groups: Screens[];

beforeEach(async () => {
  server = await createServerProcess({ KDS_MAX_CONNECTIONS: '1000' });
  await server.start();
  api = await signInHere(server.url, server.password);
  orders = createOrderStream(api);
  proxies = [];
  groups = [];
});
afterEach(async () => {
  await Promise.all(groups.map((group) => group.stop()));
  for (const proxy of proxies) await proxy.close();
  await server.remove();
});

const log = () => groups[0]!.log;
const names = () => groups.flatMap((group) => group.names);

/** Screens in processes of their own, all telling the same log, live before it resolves. */
async function openCrowd(
  kinds: readonly { readonly name: string; readonly always: Partial<Faults>; readonly count: number }[],
) {
  const common = createScreenLog();
  for (const { name, always, count } of kinds) {
    const proxy = await createTcpFaultProxy({ targetPort: server.port });
    await proxy.become(always);
    proxies.push(proxy);
    groups.push(openScreensElsewhere([], { url: proxy.url, token: api.token, name, count, sampleMs: 0, log: common }));
  }
  const isUp = (name: string) => common.newest(name, 'phase')?.phase === 'live';
  expect(await common.until(() => names().every(isUp), 90_000), 'all are live').toBe(true);
  orders.startFrom(common.newest(names()[0]!, 'shown')!);
}

async function judge(
  scene: string,
  measured: string,
  valuesMs: readonly number[],
  of: readonly string[] = names(),
): Promise<SceneFigures> {
  const lacking = missing(log(), of, orders.stored);
  const truth = await hashOfServer(api);
  const wrong = (await Promise.all(groups.map((group) => group.hashes()))).flat().filter((hash) => hash !== truth);
  const figures: SceneFigures = {
    scene,
    network: 'TCP proxy',
    screens: of.length,
    events: orders.stored.length,
    completion: 1 - lacking / (of.length * orders.stored.length),
    measured,
    recoveryMs: spreadOf(valuesMs),
    lost: lacking + wrong.length + faultsIn(log().lines, 'hole').length,
    doubled: faultsIn(log().lines, 'repeat').length,
    silentErrors: 0,
  };
  tellFigures(figures);
  expect(figures).toMatchObject({ completion: 1, lost: 0, doubled: 0 });
  return figures;
}

test('[SSE1] [POL1] 100 screens on each transport show the same in the end, none has lost anything', async () => {
  await openCrowd([
    { name: 'websocket', always: {}, count: 100 },
    { name: 'sse', always: faults.upgradeRefused, count: 100 },
    { name: 'polling', always: faults.onlyPolling, count: 100 },
  ]);
  await orders.post(scale({ short: 100, long: 2000 }), 30);
  expect(await log().until(() => missing(log(), names(), orders.stored) === 0, 30_000), 'all shown').toBe(true);
  for (const group of groups) {
    const path = log().newest(group.names[0]!, 'phase')!.path!;
    await judge(`crowd on ${path}`, 'stored to shown', lagsMs(log(), group.names, orders.stored), group.names);
  }
  expect(groups.map((group) => log().newest(group.names[0]!, 'phase')!.path)).toEqual([
    'websocket',
    'sse',
    'long-poll',
  ]);
});
