import { type Faults, faults } from '../../rig/fault.ts';
import { tellFigures } from '../../rig/figures.ts';
import { createOrderStream } from '../../rig/order-stream.ts';
import { createTcpFaultProxy } from '../../rig/tcp-fault-proxy.ts';
import { figuresFrom, untilAll } from './board-figures.ts';
import { expect, test } from './board-fixture.ts';
import { watchBoard } from './board-watch.ts';
import { freshness, signInByName, wake } from './link-hand.ts';

type Way = {
  readonly name: string;
  readonly blocked: Partial<Faults>;
  /** What the header says then. */
  readonly says: string;
  readonly withinMs: number;
};

/** What a proxy or a virus scanner in between really does to a tablet's browser, not what a page can be told. */
const ways: readonly Way[] = [
  { name: 'refused', blocked: faults.upgradeRefused, says: 'Live (backup link)', withinMs: 30_000 },
  { name: 'hung', blocked: faults.upgradeHung, says: 'Live (backup link)', withinMs: 30_000 },
  {
    name: 'refused, streams buffered',
    blocked: faults.onlyPolling,
    says: 'Live (asking every 10 s)',
    withinMs: 60_000,
  },
];

for (const { name, blocked, says, withinMs } of ways) {
  test(`[LNK9] [LNK10] at the name, upgrades ${name}: "${says}" within ${withinMs / 1000} s, and WebSocket again after a wake`, async ({
    server,
    pos,
    page,
  }) => {
    test.setTimeout(150_000);
    const proxy = await createTcpFaultProxy({ targetPort: server.port });
    await proxy.become(blocked);
    const orders = createOrderStream(pos);
    await signInByName(page, proxy);
    await expect(freshness(page)).toContainText(says, { timeout: withinMs });
    await watchBoard(page);
    await orders.post(10, 50);
    await untilAll(page, orders);

    await proxy.heal();
    await wake(page);
    await expect(freshness(page)).toHaveText(/^Live\d/, { timeout: 20_000 });
    await orders.post(5, 50);
    await untilAll(page, orders);
    const about = { scene: `upgrades ${name}`, network: 'TCP proxy', page, orders, api: pos, backAtMs: [] };
    const figures = await figuresFrom(about);
    tellFigures(figures);
    expect(figures).toMatchObject({ completion: 1, lost: 0, doubled: 0, silentErrors: 0 });
    await proxy.close();
  });
}
