import { expect, test } from 'vitest';
import { linkInHand, liveLink } from '../../test/harness/link-in-hand.ts';

/** Down for so long that three WebSockets have failed. */
async function down() {
  const hand = liveLink();
  for (let attempt = 0; attempt < 3; attempt++) {
    hand.sockets.last().close(1006);
    await hand.pass(2000);
  }
  return hand;
}

test('[LNK15] after three failures a WebSocket is opened only when HTTP answers', async () => {
  const hand = await down();
  expect(hand.sockets.opened).toHaveLength(3);
  const asked = hand.device.probes;
  await hand.pass(60_000);
  expect(hand.sockets.opened).toHaveLength(3);
  expect(hand.device.probes).toBeGreaterThan(asked + 10);
  hand.device.probe = 'answers';
  await hand.pass(2000);
  expect(hand.sockets.opened).toHaveLength(4);
  expect(hand.sockets.last().transport).toBe('websocket');
  hand.goLive();
  expect(hand.phase()).toBe('live');
});

test('[LNK15] asking takes no longer than a connection may, and does not hold up the next', async () => {
  const hand = await down();
  hand.device.probe = 'never';
  await hand.pass(20_000);
  expect(hand.sockets.opened).toHaveLength(3);
  hand.device.probe = 'answers';
  await hand.pass(5000);
  expect(hand.sockets.opened).toHaveLength(4);
});

test('[LNK15] an answer that comes after waking has begun anew opens nothing', async () => {
  const hand = await down();
  hand.device.probe = 'answers';
  hand.link.stop();
  await hand.pass(60_000);
  expect(hand.sockets.opened).toHaveLength(3);
});

test('[SES1] a session that is lost is noticed by the asking', async () => {
  const hand = await down();
  hand.device.probe = 'signed-out';
  await hand.pass(5000);
  expect(hand.phase()).toBe('signed-out');
});

test('[LNK15] a link that was live begins without asking', async () => {
  const hand = linkInHand();
  hand.link.start();
  expect(hand.device.probes).toBe(0);
  hand.goLive();
  hand.sockets.last().close(1006);
  await hand.pass(250);
  expect(hand.sockets.opened).toHaveLength(2);
});
