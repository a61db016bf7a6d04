import { expect, test } from 'vitest';
import { answered, createManualTimers, settled } from '../../test/harness/screen-kit.ts';
import { createAckPost } from './ack-post.ts';
import type { HttpAnswer } from './http.ts';

function inHand() {
  const timers = createManualTimers();
  const sent: { readonly body: object; readonly abort: AbortSignal; answer(one: HttpAnswer): void }[] = [];
  const acks = createAckPost({ ...timers, random: () => timers.random() }, 'tab-1', (body, abort) => {
    return new Promise((answer) => sent.push({ body, abort, answer }));
  });
  return {
    timers,
    sent,
    acks,
    ack: (seq: number, more = {}) => acks.send(JSON.stringify({ type: 'ack', seq, ...more })),
  };
}

test('[ACK2] one confirmation is under way at a time; of those that wait the newest goes next', async () => {
  const { timers, sent, ack } = inHand();
  ack(1);
  ack(2);
  ack(3, { hidden: true });
  expect(sent.map(({ body }) => body)).toEqual([{ tab: 'tab-1', seq: 1 }]);
  sent[0]?.answer(answered(204, undefined));
  await settled();
  timers.advance(249);
  expect(sent).toHaveLength(1);
  timers.advance(1);
  expect(sent.map(({ body }) => body)).toEqual([
    { tab: 'tab-1', seq: 1 },
    { tab: 'tab-1', seq: 3, hidden: true },
  ]);
  sent[1]?.answer({ kind: 'unreachable' });
  await settled();
  timers.advance(1000);
  expect(sent).toHaveLength(2);
  ack(4);
  expect(sent).toHaveLength(3);
});

test('[ACK2] one that hangs is given up, so that the next one goes', async () => {
  const { timers, sent, ack } = inHand();
  ack(1);
  ack(2);
  timers.advance(3999);
  expect([sent.length, sent[0]?.abort.aborted]).toEqual([1, false]);
  timers.advance(251);
  expect([sent.length, sent[0]?.abort.aborted]).toEqual([2, true]);
  sent[0]?.answer(answered(204, undefined));
  ack(3);
  await settled();
  expect(sent).toHaveLength(2);
});

test('[ACK2] nothing but confirmations is sent, and nothing when the stream is over', async () => {
  const { timers, sent, acks, ack } = inHand();
  acks.send('{"type":"ping"}');
  expect(sent).toHaveLength(0);
  ack(1);
  ack(2);
  acks.stop();
  await settled();
  timers.advance(1000);
  expect([sent.length, sent[0]?.abort.aborted]).toEqual([1, true]);
});
