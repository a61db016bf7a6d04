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

/** Nothing is refused, and nothing answered. */
async function inBlackHole() {
  const hand = await down();
  hand.device.probe = 'never';
  await hand.pass(20_000);
  const trying = () => hand.sockets.opened.filter(({ abandoned }) => !abandoned);
  return { ...hand, trying };
}

test('[LNK15] while plain requests are refused, no WebSocket is opened', async () => {
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

test('[LNK15] in a black hole one request is enough, and WebSockets are tried one beside the other', async () => {
  const { sockets, device, pass, trying } = await inBlackHole();
  const [opened, asked] = [sockets.opened.length, device.probes];
  await pass(30_000);
  expect(device.probes).toBe(asked);
  expect(sockets.opened.length - opened).toBe(12);
  expect(trying()).toHaveLength(3);
});

test('[LNK15] who speaks first is the link, and the others are let go', async () => {
  const { sockets, trying, phase, pass, now } = await inBlackHole();
  const [first, ...others] = trying();
  first!.send(now.established('replay', 7), now.live(7));
  expect(phase()).toBe('live');
  expect([first!.abandoned, ...others.map(({ abandoned }) => abandoned)]).toEqual([false, true, true]);
  const opened = sockets.opened.length;
  await pass(2000);
  expect(sockets.opened).toHaveLength(opened);
  sockets.opened.at(-1)!.send(now.established('snapshot', 99));
  expect(phase()).toBe('live');
});

test('[LNK15] one that falls in a black hole ends nothing; a word of the server does', async () => {
  const { trying, phase, pass } = await inBlackHole();
  trying()[0]!.close(1006);
  await pass(250);
  expect(phase()).toBe('connecting');
  trying().at(-1)!.close(4001);
  expect(phase()).toBe('signed-out');
});

test('[LNK15] [LNK9] where HTTP answers and no WebSocket comes for 6 s, the next way is taken', async () => {
  const hand = await down();
  hand.device.probe = 'answers';
  const opened = hand.sockets.opened.length;
  while (hand.sockets.opened.length === opened) await hand.pass(50);
  await hand.pass(5900);
  expect(hand.sockets.opened.length).toBe(opened + 1);
  await hand.pass(2000);
  expect(hand.sockets.last().transport).toBe('sse');
});

test('[LNK15] [LNK9] a WebSocket that is refused although HTTP answers ends the search at once', async () => {
  const hand = await down();
  const opened = hand.sockets.opened.length;
  hand.device.probe = 'answers';
  while (hand.sockets.opened.length === opened) await hand.pass(50);
  hand.sockets.last().close(1006);
  await hand.pass(2000);
  expect(hand.sockets.last().transport).toBe('sse');
});

test('[LNK8] [LNK15] one that says something else first is not waited for for ever', async () => {
  const { trying, pass, now, states } = await inBlackHole();
  const first = trying()[0]!;
  first.send(now.heartbeat(7));
  expect(trying()).toEqual([first]);
  await pass(4500);
  expect(first.abandoned).toBe(true);
  expect(states.at(-1)?.phase).toBe('connecting');
});

test('[SES1] [LNK2] a question of before signing out says nothing to who asks after signing in', async () => {
  const hand = linkInHand();
  let answerOld: (answer: 'signed-out') => void = () => undefined;
  hand.device.probe = 'never';
  hand.device.held = new Promise((resolve) => {
    answerOld = resolve;
  });
  hand.link.start();
  hand.sockets.last().close(1006);
  await hand.pass(0);
  hand.link.stop();
  hand.device.held = undefined;
  hand.device.probe = 'answers';
  hand.link.start();
  hand.sockets.last().close(1006);
  await hand.pass(0);
  answerOld('signed-out');
  await hand.pass(250);
  expect(hand.phase()).not.toBe('signed-out');
});

test('[LNK15] an answer that comes after the link has ended opens nothing', async () => {
  const hand = await down();
  hand.device.probe = 'answers';
  hand.link.stop();
  await hand.pass(60_000);
  expect(hand.sockets.opened).toHaveLength(3);
});

test('[LNK15] the end of the link ends all that were tried', async () => {
  const { link, trying, pass, sockets } = await inBlackHole();
  const opened = sockets.opened.length;
  link.stop();
  expect(trying()).toEqual([]);
  await pass(20_000);
  expect(sockets.opened).toHaveLength(opened);
});

test('[LNK6] [LNK15] waking, and a network that has come, begin anew at once', async () => {
  const { link, sockets, pass, trying } = await inBlackHole();
  link.online(true);
  expect(trying()).toHaveLength(1);
  await pass(0);
  const opened = sockets.opened.length;
  await pass(3000);
  expect(sockets.opened).toHaveLength(opened);
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
