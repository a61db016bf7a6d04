import { expect, test } from 'vitest';
import { createAckSender } from './ack-sender.ts';
import type { Timers } from './timers.ts';

test('[PRT6] a board says with each confirmation whose work it shows; one of the whole kitchen says nothing', () => {
  const sent: unknown[] = [];
  let station: string | undefined = 'grill';
  const acks = createAckSender({} as Timers, {
    send: (text) => sent.push(JSON.parse(text)),
    isVisible: () => true,
    station: () => station,
  });
  acks.now(3);
  station = undefined;
  acks.now(4);
  expect(sent).toEqual([
    { type: 'ack', seq: 3, station: 'grill' },
    { type: 'ack', seq: 4 },
  ]);
});
