import { expect, test } from 'vitest';
import { createManualTimers } from '../../../test/harness/screen-kit.ts';
import { createKeySilence } from './key-silence.ts';

test('[WIP1] after the lock keys do nothing until none has come for half a second', () => {
  const timers = createManualTimers();
  const silence = createKeySilence(timers.after);
  expect(silence.swallows()).toBe(false);
  silence.begin();
  for (let key = 0; key < 5; key++) {
    timers.advance(400);
    expect(silence.swallows()).toBe(true);
  }
  timers.advance(499);
  expect(silence.swallows()).toBe(true);
  timers.advance(500);
  expect(silence.swallows()).toBe(false);
  expect(silence.swallows()).toBe(false);
});
