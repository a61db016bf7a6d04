import { expect, test } from 'vitest';
import { closeCodes } from '#shared/protocol/close-codes.ts';
import { liveLink } from '../../test/harness/link-in-hand.ts';

/** Whatever has taken the page's place (4409) was opened by the page itself: it is always back in the end ([LNK14]). */
const byFrame = (hand: ReturnType<typeof liveLink>) => hand.sockets.last().send(hand.now.bye(closeCodes.replaced, 0));
const byCode = (hand: ReturnType<typeof liveLink>) => hand.sockets.last().close(closeCodes.replaced);

for (const [how, tell] of [
  ['a word', byFrame],
  ['the end', byCode],
] as const) {
  test(`[LNK14] told by ${how} that it was replaced, with nothing under way, the page comes back`, async () => {
    const hand = liveLink();
    tell(hand);
    expect(hand.phase()).toBe('waiting');
    await hand.pass(1000);
    hand.goLive();
    expect(hand.phase()).toBe('live');
  });

  test(`[LNK14] [LNK16] told by ${how} that the one beside it took its place, it waits for that to speak`, async () => {
    const hand = liveLink();
    await hand.pass(2500);
    tell(hand);
    await hand.pass(500);
    expect([hand.sockets.opened.length, hand.besides.opened.length]).toEqual([1, 1]);
    hand.besides.last().send(hand.now.established('replay', 7), hand.now.live(7));
    expect(hand.phase()).toBe('live');
    await hand.pass(1000);
    expect([hand.sockets.opened.length, hand.besides.opened.length]).toEqual([1, 1]);
  });

  test(`[LNK14] [LNK16] told by ${how}, after the one beside it was let go, that this one had come in, it comes back`, async () => {
    const hand = liveLink();
    await hand.pass(2500);
    hand.sockets.last().send(hand.now.heartbeat(7));
    expect(hand.besides.last().abandoned).toBe(true);
    tell(hand);
    await hand.pass(1000);
    hand.goLive();
    expect(hand.phase()).toBe('live');
  });
}

test('[LNK14] [LNK15] after six minutes in a black hole two tries come in: in the end there is a link', async () => {
  const hand = liveLink();
  hand.device.probe = 'never';
  await hand.pass(360_000);
  const open = hand.sockets.opened.filter(({ abandoned }) => !abandoned);
  expect(open.length).toBeGreaterThan(1);
  open[0]!.send(hand.now.established('replay', 7), hand.now.bye(closeCodes.replaced, 0));
  hand.device.probe = 'answers';
  await hand.pass(3000);
  hand.goLive();
  expect(hand.phase()).toBe('live');
});
