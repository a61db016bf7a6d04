import { bumpOf, expect, order, test, ticket, tickets } from './board-fixture.ts';
import { commandsOnly, openPanel, openTab, release } from './outbox-fixture.ts';

const html = { contentType: 'text/html', body: '<!doctype html><title>Welcome to our guest network</title>' };
/** What a guest network, or a proxy, answers to whoever has not signed in to it. */
const pages = {
  'a page that says 200': { status: 200, ...html },
  'another address': { status: 302, headers: { location: '/' } },
  'a page that says 404': { status: 404, ...html },
  'JSON of its own': { status: 200, json: { success: true } },
};

for (const [what, answer] of Object.entries(pages)) {
  test(`[ANS1] a command that a guest network answers with ${what} is neither stored nor refused`, async ({
    context,
    pos,
    server,
  }) => {
    const { id } = await order(pos, '5', ['Soup']);
    const page = await openTab(context, `http://kitchen-pass.local:${server.port}`);
    let answered = 0;
    await page.route(commandsOnly, async (route) => {
      await route.fulfill(answer);
      answered++;
    });
    await bumpOf(ticket(page, 'T 5')).click();
    await expect.poll(() => answered).toBeGreaterThan(1);
    const panel = await openPanel(page);
    await expect(panel.locator('[data-delivery]')).toHaveAttribute('data-delivery', 'kept');
    expect((await pos.call('GET', `/orders/${id}`)).json.order_status).toBe('pending');
    await release(page);
    await expect(panel.locator('[data-delivery]')).toHaveAttribute('data-delivery', 'seen');
    expect((await pos.call('GET', `/orders/${id}`)).json.order_status).toBe('completed');
    await expect(tickets(page)).toHaveCount(0);
  });
}
