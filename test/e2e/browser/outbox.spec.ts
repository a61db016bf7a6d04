import { record } from '../../harness/recorder.ts';
import { figuresOf, tellFigures } from '../../rig/figures.ts';
import { bumpOf, expect, guardOver, openBoard, order, test, ticket, tickets } from './board-fixture.ts';
import {
  addresses,
  answerTo,
  chip,
  commandsOf,
  commandsOnly,
  holdCommands,
  keyOf,
  openIn,
  openPanel,
  openTab,
  release,
  rowsIn,
  testAtBoth,
} from './outbox-fixture.ts';

/** What figures of commands have in common; what is said here was asserted before. */
const told = { network: 'loopback', measured: 'server back to answered', wrong: 0, holes: 0 } as const;

const nameOf = ({ name }: { name: string }) => name;

for (const [name, addressOf] of Object.entries(addresses)) {
  test(`[OBX2] [OBX3] at ${name}: tapped while the kitchen is dead, kept over a closed page, done once`, async ({
    server,
    pos,
    context,
  }) => {
    const { id } = await order(pos, '5', ['Soup']);
    const page = await openTab(context, addressOf(server));
    await server.kill('SIGKILL');
    await bumpOf(ticket(page, 'T 5')).click();
    await expect(chip(page)).toHaveText('1 change kept on this tablet');
    const panel = await openPanel(page);
    await expect(panel.locator('[data-delivery="kept"]')).toContainText('T 5 · A1');
    const [{ key, request }] = await rowsIn(page);
    await page.close();

    await server.start();
    const sent = commandsOf(context);
    const next = await openTab(context, addressOf(server));
    await expect
      .poll(async () => (await pos.call('GET', `/orders/${id}`)).json)
      .toMatchObject({
        order_status: 'completed',
        version: 2,
      });
    await expect(tickets(next)).toHaveCount(0);
    await expect.poll(() => rowsIn(next)).toEqual([]);
    expect(sent.map(keyOf)).toContain(key);
    expect(new Set(sent.map((one) => one.postData()))).toEqual(new Set([JSON.stringify(request.body)]));
    expect(await next.evaluate(() => isSecureContext)).toBe(name === 'the number');
  });
}

testAtBoth(
  '[OBX2] [CMD1] the same command from two tabs and after the kill of the server: one effect, equal answers',
  async ({ server, pos, context, url }) => {
    const { id } = await order(pos, '5', ['Soup']);
    const answers: string[] = [];
    const askers = new Set<unknown>();
    let isLost = true;
    await context.route('**/api/v1/orders/*/bump', async (route) => {
      const answer = await answerTo(route, server).catch(() => undefined);
      if (!answer) return route.abort();
      answers.push(await answer.text());
      askers.add(route.request().frame().page());
      return isLost ? route.abort() : route.fulfill({ response: answer });
    });
    const one = await openTab(context, url);
    await bumpOf(ticket(one, 'T 5')).click();
    await expect.poll(() => rowsIn(one)).toHaveLength(1);
    const other = await openTab(context, url);
    await expect.poll(() => askers.size).toBe(2);

    await server.kill('SIGKILL');
    await server.start();
    const before = answers.length;
    isLost = false;
    const backAtMs = Date.now();
    const backMs: number[] = [];
    for (const page of [one, other]) {
      await expect(chip(page)).toHaveText('All sent');
      backMs.push(Date.now() - backAtMs);
    }
    await expect.poll(() => rowsIn(one)).toEqual([]);
    expect(answers.length).toBeGreaterThan(before);
    expect(new Set(answers).size).toBe(1);
    const { order_status, version } = (await pos.call('GET', `/orders/${id}`)).json;
    expect([order_status, version]).toEqual(['completed', 2]);
    tellFigures(
      figuresOf({
        ...told,
        scene: `one command from two tabs at ${new URL(url).hostname}`,
        screens: 2,
        events: 1,
        valuesMs: backMs,
        lacking: 0,
        repeats: version - 2,
        silent: null,
      }),
    );
    // The other tab may still be handed its answer.
    await context.unrouteAll({ behavior: 'wait' });
  },
);

testAtBoth(
  '[OBX2] the commands of one order go in the order they were made, also over a reload',
  async ({ pos, context, url }) => {
    await order(pos, '5', ['Soup', 'Burger', 'Cake']);
    const page = await openTab(context, url);
    await holdCommands(context);
    for (const dish of ['Burger', 'Soup', 'Cake']) await page.getByRole('button', { name: dish }).click();
    await expect(page.locator('[data-line] [data-delivery="kept"]')).toHaveCount(3);
    await page.reload();
    await expect(page.locator('[data-line] [data-delivery="kept"]')).toHaveCount(3);
    await guardOver(page);
    await bumpOf(ticket(page, 'T 5')).click();
    await expect.poll(() => rowsIn(page)).toHaveLength(4);
    await page.reload();
    await expect(tickets(page)).toHaveCount(0);

    // As the kitchen's own log has it.
    const live = record(pos.url, pos.token);
    await live.until((frame) => frame.type === 'live');
    await release(context);
    await live.until((frame) => frame.order?.order_status === 'completed');
    live.close();
    const readyIn = (event: any) => event.order.items.filter((item: any) => item.status === 'ready').map(nameOf);
    expect(live.events().map(readyIn)).toEqual([['Burger'], ['Soup', 'Burger'], ['Soup', 'Burger', 'Cake'], []]);
    await expect.poll(() => rowsIn(page)).toEqual([]);
  },
);

testAtBoth(
  '[OLD1] [OBX4] what is 7 days old is refused and shown until read; the next of its order is done',
  async ({ pos, context, url }) => {
    const { id } = await order(pos, '5', ['Soup', 'Burger']);
    await holdCommands(context);
    const weekAgo = await context.newPage();
    await weekAgo.routeWebSocket(/\/ws\/orders\/live/, (socket) => {
      const kitchen = socket.connectToServer();
      kitchen.onMessage((frame) => socket.send(sevenDaysEarlier(String(frame))));
    });
    await openIn(weekAgo, url);
    await weekAgo.getByRole('button', { name: 'Soup' }).click();
    await expect.poll(() => rowsIn(weekAgo)).toHaveLength(1);
    await weekAgo.close();
    const today = await openTab(context, url);
    await today.getByRole('button', { name: 'Burger' }).click();
    await expect.poll(() => rowsIn(today)).toHaveLength(2);
    await today.close();

    await release(context);
    const backAtMs = Date.now();
    const page = await openTab(context, url);
    const alert = page.getByRole('alert');
    await expect(alert).toContainText('Soup on T 5 · A1 was not taken: This was wanted more than 6 days ago');
    const shownMs = Date.now() - backAtMs;
    await expect
      .poll(async () => (await pos.call('GET', `/orders/${id}`)).json.items.map((item: any) => item.status))
      .toEqual(['pending', 'ready']);
    await expect(chip(page)).toHaveText('1 change not taken');

    await page.reload();
    await expect(alert).toContainText('Soup on T 5 · A1 was not taken');
    const panel = await openPanel(page);
    await expect(panel.locator('[data-delivery="refused"]')).toContainText(
      'Taken back: This was wanted more than 6 days',
    );
    await guardOver(page);
    await panel.getByRole('button', { name: 'Got it' }).click();
    await expect.poll(() => rowsIn(page)).toEqual([]);
    await page.reload();
    await expect(chip(page)).toHaveText('All sent');
    await expect(alert).toBeHidden();
    const { version } = (await pos.call('GET', `/orders/${id}`)).json;
    expect(version).toBe(2);
    tellFigures(
      figuresOf({
        ...told,
        scene: `a command of a week ago at ${new URL(url).hostname}`,
        measured: 'page opened to refusal shown',
        screens: 1,
        events: 2,
        valuesMs: [shownMs],
        lacking: 0,
        repeats: version - 2,
        silent: 0,
      }),
    );
  },
);

function sevenDaysEarlier(frame: string): string {
  return frame.replace(/"server_time":"([^"]+)"/, (_all, iso: string) => {
    return `"server_time":"${new Date(Date.parse(iso) - 7 * 86_400_000).toISOString()}"`;
  });
}

testAtBoth(
  '[OBX4] a refusal does not come back once it was read, nor when it is tried again',
  async ({ pos, context, url }) => {
    const { id } = await order(pos, '9', ['Soup']);
    const page = await openTab(context, url);
    await page.route(commandsOnly, (route) =>
      route.fulfill({
        status: 403,
        contentType: 'application/problem+json',
        body: JSON.stringify({ status: 403, code: 'not_allowed', title: 'No', detail: 'This account may not do that' }),
      }),
    );
    await bumpOf(ticket(page, 'T 9')).click();
    await expect(page.getByRole('alert')).toContainText('T 9 · A1 is back');
    await expect.poll(async () => (await rowsIn(page))[0]?.objection?.code).toBe('not_allowed');
    await page.reload();
    await expect(page.getByRole('alert')).toContainText('T 9 · A1 was not taken');
    await release(page);
    await guardOver(page);
    await bumpOf(ticket(page, 'T 9')).click();
    await expect.poll(async () => (await pos.call('GET', `/orders/${id}`)).json.order_status).toBe('completed');
    await expect.poll(() => rowsIn(page)).toEqual([]);
    await page.reload();
    await expect(tickets(page)).toHaveCount(0);
    await expect(page.getByRole('alert')).toBeHidden();
  },
);

test('[OLD1] a tablet whose own clock is wrong makes commands by the kitchen’s', async ({ server, pos, context }) => {
  for (const [table, days] of [
    ['1', -400],
    ['2', 400],
  ] as const) {
    const { id } = await order(pos, table, ['Soup']);
    const page = await context.newPage();
    await page.clock.install({ time: Date.now() + days * 86_400_000 });
    await openBoard(page, server);
    await guardOver(page);
    await bumpOf(ticket(page, `T ${table}`)).click();
    await expect.poll(async () => (await pos.call('GET', `/orders/${id}`)).json.order_status).toBe('completed');
    await page.close();
  }
});
