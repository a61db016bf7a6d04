import { expect, test } from 'vitest';
import {
  answered,
  createHeldHttp,
  createManualTimers,
  problem,
  settled,
  unreachable,
} from '../../test/harness/screen-kit.ts';
import type { Outgoing } from './commands.ts';
import { createCommandSender } from './commands.ts';

function senderInHand() {
  const http = createHeldHttp();
  const timers = createManualTimers();
  const outcomes: string[] = [];
  const kitchen = { isHeard: true };
  const sender = createCommandSender(
    { http: http.send, timers, isHeard: () => kitchen.isHeard },
    {
      stored: (key) => outcomes.push(`${key} stored`),
      refused: (key, { detail }) => outcomes.push(`${key} refused: ${detail}`),
      signedOut: () => outcomes.push('signed out'),
    },
  );
  const keys = () => http.requests.map(({ headers }) => headers?.['idempotency-key']);
  return { http, timers, outcomes, sender, keys, kitchen };
}

const outgoing = (key: string, lane = 'order-1'): Outgoing => ({
  key,
  lane,
  owner: { userId: 'admin' },
  request: { method: 'PATCH', path: `/orders/${lane}/status`, body: { status: 'completed' } },
});

const taken = answered(200, { id: 'order-1', version: 2 });

test.each([
  ['no answer', unreachable],
  ['503', problem(503, 'not_stored', 'The disk is full.')],
  ['500', problem(500, 'internal', 'A bug.')],
  ['429 of something in between', answered(429, 'slow down')],
  ['200 of something in between', answered(200, { ok: true })],
  ['200 without a word', answered(204)],
  ['403 of something in between', answered(403, { error: 'sign in to the guest network' })],
  ['404 of something in between', answered(404, { message: 'no such route' })],
  ['503 with a code of a newer server', problem(503, 'resting', 'A code of tomorrow.')],
])('[SND1] after %s the same command goes again with the same key', async (_what, answer) => {
  const { http, timers, sender, outcomes, keys } = senderInHand();
  sender.send(outgoing('k1'));
  await http.answer(answer);
  timers.advance(250);
  await http.answer(answer);
  timers.advance(500);
  expect(keys()).toEqual(['k1', 'k1', 'k1']);
  await http.answer(taken);
  expect(outcomes).toEqual(['k1 stored']);
});

test('[SND1] it never gives up, and never waits longer than 5 s', async () => {
  const { http, timers, sender, keys } = senderInHand();
  sender.send(outgoing('k1'));
  for (let attempt = 0; attempt < 50; attempt++) {
    await http.answer(unreachable);
    timers.advance(5000);
  }
  expect(keys()).toHaveLength(51);
});

test('[SND2] a refusal is told in the words of the server and does not hold up the next', async () => {
  const { http, sender, outcomes, keys } = senderInHand();
  sender.send(outgoing('k1'));
  sender.send(outgoing('k2'));
  await http.answer(problem(409, 'order_closed', 'The order is cancelled.'));
  expect(keys()).toEqual(['k1', 'k2']);
  await http.answer(taken);
  expect(outcomes).toEqual(['k1 refused: The order is cancelled.', 'k2 stored']);
});

test('[SND3] commands of one order go one after the other, those of others do not wait', async () => {
  const { http, sender, keys } = senderInHand();
  sender.send(outgoing('k1'));
  sender.send(outgoing('k2'));
  sender.send(outgoing('k3', 'order-2'));
  expect(keys()).toEqual(['k1', 'k3']);
  await http.answer(taken);
  expect(keys()).toEqual(['k1', 'k3', 'k2']);
});

test('[SND3] another tap on the same order does not cut its wait short', async () => {
  const { http, timers, sender, keys } = senderInHand();
  sender.send(outgoing('k1'));
  await http.answer(unreachable);
  sender.send(outgoing('k2'));
  expect(keys()).toEqual(['k1']);
  timers.advance(250);
  expect(keys()).toEqual(['k1', 'k1']);
});

test('[SND4] signed out, a command is kept and goes again when somebody has signed in', async () => {
  const { http, timers, sender, outcomes, keys } = senderInHand();
  sender.send(outgoing('k1'));
  await http.answer(problem(401, 'not_authenticated', 'Sign in first'));
  timers.advance(60_000);
  expect(keys()).toEqual(['k1']);
  sender.resume();
  await http.answer(taken);
  expect(outcomes).toEqual(['signed out', 'k1 stored']);
});

test('[SND1] resume sends at once what waits, and nothing twice', async () => {
  const { http, timers, sender, keys } = senderInHand();
  sender.send(outgoing('k1'));
  sender.resume();
  expect(keys()).toEqual(['k1']);
  await http.answer(unreachable);
  sender.resume();
  timers.advance(10_000);
  expect(keys()).toEqual(['k1', 'k1']);
});

test('[OBX5] cleared, nothing more is sent; what is on its way is told when it is answered', async () => {
  const { http, timers, sender, outcomes, keys } = senderInHand();
  sender.send(outgoing('k1'));
  sender.send(outgoing('k2'));
  sender.send(outgoing('k3', 'order-2'));
  sender.clear();
  await http.answer(taken);
  await http.answer(unreachable);
  timers.advance(60_000);
  sender.resume();
  expect(keys()).toEqual(['k1', 'k3']);
  expect(outcomes).toEqual(['k1 stored']);
});

test('[OBX5] an answer to a person who has gone signs nobody out', async () => {
  const { http, sender, outcomes } = senderInHand();
  sender.send(outgoing('k1'));
  sender.clear();
  sender.send(outgoing('k2'));
  await http.answer(problem(401, 'not_authenticated', 'Sign in first'));
  await http.answer(taken);
  expect(outcomes).toEqual(['k2 stored']);
});

test('[OBX5] a command names who made it', async () => {
  const { http, sender } = senderInHand();
  sender.send(outgoing('k1'));
  expect(http.requests[0]?.headers).toEqual({ 'idempotency-key': 'k1', 'made-by': 'admin' });
});

test('[SND5] live again, a command that has hung for 2 s goes again with its key; the late answer changes nothing', async () => {
  const { http, timers, sender, outcomes, keys } = senderInHand();
  sender.send(outgoing('k1'));
  sender.send(outgoing('k2'));
  timers.advance(1999);
  sender.resume();
  await settled();
  timers.advance(250);
  expect(keys()).toEqual(['k1']);
  sender.resume();
  await settled();
  timers.advance(250);
  expect(keys()).toEqual(['k1', 'k1']);
  expect(http.requests.map(({ abort }) => abort?.aborted)).toEqual([true, false]);
  await http.answer(answered(200, { id: 'order-1', of: 'the attempt that hung' }));
  expect(outcomes).toEqual([]);
  await http.answer(taken);
  expect(outcomes).toEqual(['k1 stored']);
  expect(keys()).toEqual(['k1', 'k1', 'k2']);
});

test('[SND6] while a command hangs and nothing is heard of the kitchen, no other goes after it; heard again, all do', async () => {
  const { http, timers, sender, keys, kitchen, outcomes } = senderInHand();
  kitchen.isHeard = false;
  sender.send(outgoing('k1'));
  timers.advance(1000);
  sender.send(outgoing('k2', 'order-2'));
  timers.advance(1000);
  sender.send(outgoing('k3', 'order-3'));
  timers.advance(30_000);
  expect(keys()).toEqual(['k1', 'k2']);
  expect(http.requests.map(({ abort }) => abort?.aborted)).toEqual([false, false]);
  kitchen.isHeard = true;
  sender.resume();
  await settled();
  timers.advance(250);
  expect(keys()).toEqual(['k1', 'k2', 'k3', 'k1', 'k2']);
  for (const _ of ['k1 hung', 'k2 hung', 'k3', 'k1', 'k2']) await http.answer(taken);
  expect(outcomes).toEqual(['k3 stored', 'k1 stored', 'k2 stored']);
});

test('[SND6] live again, what waited behind one that hangs goes at once, also before the first heartbeat', async () => {
  const { timers, sender, keys, kitchen } = senderInHand();
  kitchen.isHeard = false;
  sender.send(outgoing('k1'));
  timers.advance(3000);
  sender.send(outgoing('k2', 'order-2'));
  expect(keys()).toEqual(['k1']);
  sender.resume();
  expect(keys()).toEqual(['k1', 'k2']);
});

test('[SND6] a command that hangs while the kitchen is heard goes again after 10 s; in a black hole after 60', async () => {
  const { http, timers, sender, keys, kitchen } = senderInHand();
  sender.send(outgoing('k1'));
  expect(http.requests[0]?.limitMs).toBe(60_000);
  kitchen.isHeard = false;
  timers.advance(20_000);
  await settled();
  expect(keys()).toEqual(['k1']);
  kitchen.isHeard = true;
  timers.advance(2000);
  await settled();
  timers.advance(250);
  expect(keys()).toEqual(['k1', 'k1']);
  timers.advance(9999);
  await settled();
  expect(http.requests.at(-1)?.abort?.aborted).toBe(false);
  timers.advance(1);
  expect(http.requests.at(-1)?.abort?.aborted).toBe(true);
});

test('[SND6] an answer ends the looking after it', async () => {
  const { http, timers, sender, keys, outcomes } = senderInHand();
  sender.send(outgoing('k1'));
  await http.answer(taken);
  timers.advance(120_000);
  expect([keys(), outcomes]).toEqual([['k1'], ['k1 stored']]);
});

test('[SND6] what was sent just before the link is live again goes once more after 2 s, not after 10', async () => {
  const { timers, sender, keys } = senderInHand();
  sender.send(outgoing('k1'));
  timers.advance(500);
  sender.resume();
  timers.advance(1499);
  await settled();
  expect(keys()).toEqual(['k1']);
  timers.advance(1);
  await settled();
  timers.advance(250);
  expect(keys()).toEqual(['k1', 'k1']);
});

test('[SND4] signed out, what hangs makes room for signing in', async () => {
  const { http, timers, sender, keys } = senderInHand();
  sender.send(outgoing('k1'));
  timers.advance(1000);
  sender.send(outgoing('k2', 'order-2'));
  timers.advance(1000);
  sender.clear();
  await settled();
  expect(http.requests.map(({ abort }) => abort?.aborted)).toEqual([true, false]);
  timers.advance(60_000);
  expect(keys()).toEqual(['k1', 'k2']);
});
