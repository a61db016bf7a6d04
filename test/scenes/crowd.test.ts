import { afterEach, beforeEach, expect, test } from 'vitest';
import { scale } from '../harness/scale.ts';
import { screenTokens } from '../harness/screen-tokens.ts';
import { createServerProcess, type ServerProcess } from '../harness/server-process.ts';
import { type Faults, faults } from '../rig/fault.ts';
import { createOrderStream, type OrderStream } from '../rig/order-stream.ts';
import { expectWhole, judgeScreens } from '../rig/scene-figures.ts';
import { lagsMs, missing } from '../rig/scene-judge.ts';
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
    const tokens = await screenTokens(api, count);
    groups.push(openScreensElsewhere([], { url: proxy.url, tokens, name, count, sampleMs: 1000, log: common }));
  }
  const isUp = (name: string) => common.newest(name, 'phase')?.phase === 'live';
  expect(await common.until(() => names().every(isUp), 90_000), 'all are live').toBe(true);
  orders.startFrom(common.newest(names()[0]!, 'shown')!);
}

test('[SSE1] [POL1] 100 screens on each transport show the same in the end, none has lost anything', async () => {
  await openCrowd([
    { name: 'websocket', always: {}, count: 100 },
    { name: 'sse', always: faults.upgradeRefused, count: 100 },
    { name: 'polling', always: faults.onlyPolling, count: 100 },
  ]);
  await orders.post(scale({ short: 100, long: 2000 }), 30);
  expect(await log().until(() => missing(log(), names(), orders.stored) === 0, 30_000), 'all shown').toBe(true);
  // Judging takes this process so much time that its proxies stand still, and screens behind them look for another way.
  const paths = groups.map((group) => log().newest(group.names[0]!, 'phase')!.path);
  for (const [index, group] of groups.entries()) {
    const path = paths[index]!;
    const valuesMs = lagsMs(log(), group.names, orders.stored);
    const scene = { scene: `crowd on ${path}`, network: 'TCP proxy', measured: 'stored to shown', valuesMs };
    expectWhole(await judgeScreens({ ...scene, groups: [group], orders, api }));
  }
  expect(paths).toEqual(['websocket', 'sse', 'long-poll']);
});
