import { expect, test } from 'vitest';
import { restaurantId } from '#shared/domain/id.ts';
import { closeCodes } from '#shared/protocol/close-codes.ts';
import { frames, liveScreen, manager, screenInHand } from '../../test/harness/board-in-hand.ts';
import { answered, buildOrder, problem, settled, unreachable } from '../../test/harness/screen-kit.ts';

const first = buildOrder('1', { createdAtMs: 1000 });
const second = buildOrder('2', { createdAtMs: 2000 });

test('[SES1] without an answer it asks on; then the board opens by itself', async () => {
  const { client, http, timers, sockets } = screenInHand();
  client.open();
  await http.answer(unreachable);
  expect(client.store.getState().session).toEqual({ phase: 'asking', unreachable: true });
  timers.advance(250);
  await http.answer(answered(200, manager));
  expect(client.store.getState().session.phase).toBe('signed-in');
  expect(sockets.opened).toHaveLength(1);
});

test('[ANS1] an answer that names nobody is none: it asks on', async () => {
  const { client, http, timers } = screenInHand();
  client.open();
  await http.answer(answered(200, { ok: true }));
  expect(client.store.getState().session).toEqual({ phase: 'asking', unreachable: true });
  timers.advance(250);
  await http.answer(answered(403, { error: 'sign in to the guest network' }));
  timers.advance(500);
  await http.answer(answered(200, manager));
  expect(client.store.getState().session.phase).toBe('signed-in');
});

test('[SES2] a wrong login is told in the words of the server, and nothing is connected', async () => {
  const { client, http, sockets } = screenInHand();
  client.open();
  await http.answer(problem(401, 'not_authenticated', 'Sign in first'));
  expect(client.store.getState().session).toMatchObject({ phase: 'signed-out', problem: null });
  void client.signIn('admin', 'wrong');
  expect(client.store.getState().session).toMatchObject({ busy: true });
  await http.answer(problem(401, 'wrong_login', 'The user name or the password is wrong'));
  expect(client.store.getState().session).toMatchObject({
    phase: 'signed-out',
    busy: false,
    problem: { kind: 'refused', objection: { detail: 'The user name or the password is wrong' } },
  });
  expect(sockets.opened).toHaveLength(0);
});

test('[SES3] [SEE1] after the first password another one is offered, and may be left for later', async () => {
  const { client, http, sockets } = screenInHand();
  void client.signIn('admin', 'printed one');
  await http.answer(answered(200, {}));
  await http.answer(answered(200, { ...manager, password_is_temporary: true }));
  expect(client.store.getState().session.phase).toBe('choosing-password');
  expect(sockets.opened).toHaveLength(0);
  void client.choosePassword('short');
  await http.answer(problem(400, 'invalid', 'at least 8 characters'));
  expect(client.store.getState().session).toMatchObject({
    problem: { kind: 'refused', objection: { detail: 'at least 8 characters' } },
  });
  void client.choosePassword('long enough');
  expect(http.requests.at(-1)?.body).toEqual({ current_password: 'printed one', new_password: 'long enough' });
  await http.answer(answered(204));
  expect(client.store.getState().session.phase).toBe('signed-in');
  expect(sockets.opened).toHaveLength(1);
});

test('[SES4] a screen that the server no longer knows shows nothing of the restaurant, and keeps what was tapped', async () => {
  const { client, http, sockets, tickets, numbers } = await liveScreen(first, second);
  client.command({
    kind: 'order.set-status',
    restaurantId: restaurantId('main'),
    orderId: first.id,
    status: 'completed',
  });
  await http.answer(unreachable);
  sockets.last().close(closeCodes.notAuthenticated);
  expect(client.store.getState().session.phase).toBe('signed-out');
  expect(tickets()).toEqual([]);
  void client.signIn('admin', 'password');
  await http.answer(answered(200, {}));
  await http.answer(answered(200, manager));
  await settled();
  expect(http.requests.at(-1)?.headers).toMatchObject({ 'idempotency-key': 'key-1' });
  sockets.last().send(frames.established('snapshot', 7), frames.part(1, 1, first, second), frames.live(7));
  expect(numbers()).toEqual(['A2']);
});
