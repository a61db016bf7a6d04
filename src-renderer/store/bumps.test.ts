import { expect, test } from 'vitest';
import { lineId } from '#shared/domain/id.ts';
import { frames, liveScreen } from '../../test/harness/board-in-hand.ts';
import { answered, buildLine, buildOrder } from '../../test/harness/screen-kit.ts';
import { ticketActions } from '../board/ticket-actions.ts';

const order = buildOrder('1');
const first = lineId('1.1');

/** What the last request said that the cook had seen: each line with its turns. */
type Said = {
  readonly seen: { readonly at: string; readonly items: { readonly id: string; readonly turns: number }[] };
};

async function screenWithOrder() {
  const screen = await liveScreen(order);
  const said = () => (screen.http.requests.at(-1)!.body as Said).seen;
  const open = () => screen.tickets()[0]?.lines.map(({ line, state }) => `${line.id}:${state}`);
  return { ...screen, said, open, actions: ticketActions(screen.client) };
}

test('[BMP2] a bump names what stood there, and when the kitchen had last changed it', async () => {
  const { tickets, actions, said } = await screenWithOrder();
  actions.bump(tickets()[0]!);
  expect(said()).toEqual({
    at: new Date(order.updatedAtMs).toISOString(),
    items: order.lines.map(({ id }) => ({ id, turns: 0 })),
  });
});

test('[BMP2] a dish that comes while the bump is under way stands there alone', async () => {
  const { tickets, actions, sockets, open } = await screenWithOrder();
  actions.bump(tickets()[0]!);
  expect(open()).toBeUndefined();
  const added = buildLine('1.3', { addition: 1, addedAtMs: 1_100_000 });
  const lines = [...order.lines, added];
  sockets.last().send(frames.event(8, { ...order, version: 2, updatedAtMs: 1_100_000, lines }));
  expect(open()).toEqual(['1.1:done', '1.2:done', '1.3:todo']);
});

test('[BMP2] what this screen has itself brought back before is bumped with the rest', async () => {
  const { tickets, actions, said, http, open } = await screenWithOrder();
  actions.lineReady(tickets()[0]!, first);
  actions.lineBack(tickets()[0]!, first);
  actions.bump(tickets()[0]!);
  expect(open()).toBeUndefined();
  await http.answer(answered(200, { id: '1', version: 2 }));
  await http.answer(answered(200, { id: '1', version: 3 }));
  expect(said().items).toEqual([
    { id: '1.1', turns: 1 },
    { id: '1.2', turns: 0 },
  ]);
});
