import { expect, test } from 'vitest';
import { createTransportChoice } from './transport-choice.ts';

const hung = (startedAtMs: number) =>
  [{ transport: 'websocket', startedAtMs, wasLive: () => false, isSeeking: false }, { kind: 'hung' }] as const;

test('[LNK9] attempts that hang begin before the answer to the last probe: the first answer of the row counts', () => {
  const choice = createTransportChoice();
  for (const startedAtMs of [0, 4000]) {
    choice.failed(...hung(startedAtMs));
    choice.probed(true, startedAtMs + 4050);
  }
  expect(choice.current()).toBe('websocket');
  choice.failed(...hung(8000));
  expect(choice.current()).toBe('sse');
});

test('[LNK9] an answer from before the last live connection says nothing of the network now', () => {
  const choice = createTransportChoice();
  choice.probed(true, 0);
  choice.live('websocket');
  for (const startedAtMs of [60_000, 64_000, 68_000, 72_000]) choice.failed(...hung(startedAtMs));
  expect(choice.current()).toBe('websocket');
});

test('[LNK15] [LNK9] a search that the kitchen has answered, and that no WebSocket came to, gives way at once', () => {
  const choice = createTransportChoice();
  const search = { transport: 'websocket', startedAtMs: 0, wasLive: () => false, isSeeking: true } as const;
  choice.failed(search, { kind: 'closed', code: 1006 });
  choice.probed(false, 1000);
  choice.failed(search, { kind: 'closed', code: 1006 });
  expect(choice.current()).toBe('websocket');
  choice.probed(true, 60_000);
  choice.failed(search, { kind: 'closed', code: 1006 });
  expect(choice.current()).toBe('sse');
});
