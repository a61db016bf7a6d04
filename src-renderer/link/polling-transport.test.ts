import { expect, test } from 'vitest';
import { epoch, pollInHand, replay, snapshot } from '../../test/harness/poll-in-hand.ts';
import { answered, problem, unreachable } from '../../test/harness/screen-kit.ts';

test('[LNK9] the first answer is asked for at once and tells all that a stream would have told', async () => {
  const { start, answer, told, waits, asked } = pollInHand();
  start();
  expect(waits()).toEqual([0]);
  expect(asked[0]?.cursor).toBeUndefined();
  await answer(snapshot(7));
  expect(told).toEqual(['long-poll', 'connection_established', 'snapshot', 'live 7', 'heartbeat 7/7 seen 3']);
});

test('[POL1] what an answer has not yet is asked for at once', async () => {
  const { start, answer, pass, asked } = pollInHand();
  start(`${epoch}.5`);
  await answer(replay(7, 6, 7));
  await pass(200);
  const part = replay(8, 8);
  if (part.kind !== 'answer') throw new Error('a replay is an answer');
  await answer({ ...part, body: { ...(part.body as object), head: 9 } });
  await pass(0);
  expect(asked.at(-1)).toMatchObject({ cursor: `${epoch}.8`, waitS: 10 });
  expect(asked).toHaveLength(3);
});

test('[FRS2] with each answer it is told when that was asked for, however late it comes', async () => {
  const { timers, start, answer, pass, askedAt } = pollInHand();
  const startedAtMs = timers.nowMs();
  start();
  await pass(3000);
  await answer(snapshot(7));
  await pass(200);
  await pass(9000);
  await answer(replay(7));
  expect(askedAt.map((atMs) => atMs - startedAtMs)).toEqual([0, 3200]);
});

test('[LNK9] then long polls from the cursor of the last answer, so short that proof never gets amber', async () => {
  const { start, answer, told, pass, asked } = pollInHand();
  start(`${epoch}.5`);
  await answer(replay(7, 6, 7));
  expect(told).toContain('events 6-7');
  told.length = 0;
  await pass(200);
  expect(asked.at(-1)).toMatchObject({ cursor: `${epoch}.7`, waitS: 10 });
  await pass(10_000);
  await answer(replay(7));
  expect(told).toEqual(['heartbeat 7/7 seen 3']);
  await pass(200);
  await answer(replay(8, 8));
  expect(told.slice(1)).toEqual(['events 8-8', 'heartbeat 8/8 seen 3']);
});

test('[LNK9] an answer of which pieces come is waited for, however long it takes; one that stops is not', async () => {
  const { start, answer, told, pass, piece, asked } = pollInHand();
  start();
  for (let part = 0; part < 10; part++) {
    await pass(3000);
    piece();
  }
  expect(asked).toHaveLength(1);
  await answer(snapshot(7));
  expect(told.slice(10)).toEqual(['long-poll', 'connection_established', 'snapshot', 'live 7', 'heartbeat 7/7 seen 3']);
  await pass(200);
  piece();
  await pass(10_999);
  expect(asked[1]?.abort.aborted).toBe(false);
  await pass(1);
  expect(asked[1]?.abort.aborted).toBe(true);
});

test('[LNK9] a snapshot in the midst, as after a restart, begins anew', async () => {
  const { start, answer, told, pass } = pollInHand();
  start();
  await answer(snapshot(7));
  await pass(200);
  told.length = 0;
  await answer(snapshot(9));
  expect(told).toEqual(['connection_established', 'snapshot', 'live 9', 'heartbeat 9/9 seen 3']);
});

test.each([
  ['fails', unreachable],
  ['is answered by something else', answered(200, '<html>')],
  ['is cut by something in between', answered(504)],
])('[LNK9] when a long poll %s, it asks plainly every 2 s, and a minute later long again', async (_how, failure) => {
  const { start, answer, told, pass, waits } = pollInHand();
  start();
  await answer(snapshot(7));
  await pass(200);
  await answer(failure);
  expect(waits()).toEqual([0, 10, 0]);
  await answer(replay(7));
  expect(told).toContain('short-poll');
  for (let passedMs = 0; passedMs < 58_000; passedMs += 2000) {
    await pass(2000);
    await answer(replay(7));
  }
  expect(new Set(waits().slice(2))).toEqual(new Set([0]));
  await pass(2000);
  expect(waits().at(-1)).toBe(10);
  await pass(5000);
  await answer(replay(8, 8));
  expect(told.filter((what) => /poll/.test(what))).toEqual(['long-poll', 'short-poll', 'long-poll']);
});

test('[LNK9] a long poll that hangs is given up in time for a plain one before the link falls silent', async () => {
  const { start, answer, pass, waits, asked } = pollInHand();
  start();
  await answer(snapshot(7));
  await pass(200);
  await pass(11_000);
  expect(asked[1]?.abort.aborted).toBe(true);
  expect(waits()).toEqual([0, 10, 0]);
});

test('[LNK9] a long poll that comes back at once with nothing is not asked again and again', async () => {
  const { start, answer, pass, waits } = pollInHand();
  start();
  await answer(snapshot(7));
  await pass(200);
  await answer(replay(7));
  await pass(1999);
  expect(waits()).toEqual([0, 10]);
  await pass(1);
  expect(waits()).toEqual([0, 10, 0]);
});

test.each([
  [0, 1400],
  [0.999_999, 2600],
])('[LNK9] plain polls are spread over 30 % (%d)', async (chance, gapMs) => {
  const { start, answer, pass, waits } = pollInHand(chance);
  start();
  await answer(snapshot(7));
  await pass(200);
  await answer(unreachable);
  await answer(replay(7));
  await pass(gapMs - 1);
  expect(waits()).toHaveLength(3);
  await pass(1);
  expect(waits()).toHaveLength(4);
});

test.each([
  [problem(401, 'not_authenticated', ''), 4001],
  [problem(403, 'not_allowed', ''), 4003],
  [problem(429, 'too_many_requests', ''), 4429],
  [problem(503, 'too_many_screens', ''), 4429],
  [problem(503, 'stopping', ''), 1012],
  [answered(200, '<html>a captive portal</html>'), 1006],
  [answered(200, { cursor: 'nonsense' }), 1006],
  [answered(401, { error: 'the guest network wants a password' }), 1006],
  [answered(403, { error: 'forbidden by the proxy' }), 1006],
  [unreachable, 1006],
])('[LNK9] the first answer %j ends the connection with %i', async (answer, code) => {
  const poll = pollInHand();
  poll.start();
  await poll.answer(answer);
  expect(poll.told).toEqual([`closed ${code}`]);
  await poll.pass(60_000);
  expect(poll.asked).toHaveLength(1);
});

test('[LNK9] a session that ends during a long poll is told, not asked about plainly', async () => {
  const { start, answer, told, pass, asked } = pollInHand();
  start();
  await answer(snapshot(7));
  await pass(200);
  await answer(problem(401, 'not_authenticated', ''));
  expect(told.at(-1)).toBe('closed 4001');
  expect(asked).toHaveLength(2);
});

test('[LNK2] closed, it takes its request back and tells nothing more', async () => {
  const { start, answer, told, pass, asked } = pollInHand();
  const connection = start();
  connection.close();
  expect(asked[0]?.abort.aborted).toBe(true);
  await answer(snapshot(7));
  await pass(60_000);
  expect(told).toEqual([]);
  expect(asked).toHaveLength(1);
});

test('[POL1] [FUL1] a poll that is told when to come back says so as a stream would', async () => {
  const { start, answer, told } = pollInHand();
  const connection = start();
  const stopping = problem(503, 'stopping', '');
  const body = stopping.kind === 'answer' ? { ...(stopping.body as object), retry_ms: 1234 } : {};
  await answer(answered(503, body));
  expect(told).toEqual(['bye 1012 in 1234', 'closed 1012']);
  connection.close();
});
