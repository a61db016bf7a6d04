import { expect, test } from 'vitest';
import { closeCodes } from '#shared/protocol/close-codes.ts';
import { linkInHand, liveLink } from '../../test/harness/link-in-hand.ts';

test.each([
  [1006, 'unreachable'],
  [closeCodes.restarting, 'restarting'],
  [closeCodes.goingAway, 'restarting'],
  [closeCodes.tooSlow, 'too-slow'],
  [closeCodes.tooMany, 'too-many'],
])('[FRS3] closed with %i the trouble is %s, and gone when the link is live', (code, trouble) => {
  const { timers, sockets, states, goLive } = liveLink();
  sockets.last().close(code);
  expect(states.at(-1)).toMatchObject({ trouble });
  timers.advance(6000);
  goLive();
  expect(states.at(-1)).toMatchObject({ phase: 'live', trouble: null });
});

test('[FRS3] what does not fit together is called so', () => {
  const { sockets, states } = liveLink();
  sockets.last().sendText('<html>a captive portal</html>');
  expect(states.at(-1)).toMatchObject({ trouble: 'mismatch' });
});

test('[FRS3] a server that said it restarts is believed for 20 s, then it does not answer', async () => {
  const { sockets, states, pass } = liveLink();
  sockets.last().close(closeCodes.restarting);
  await pass(19_000);
  expect(states.at(-1)).toMatchObject({ trouble: 'restarting' });
  await pass(10_000);
  expect(states.at(-1)).toMatchObject({ trouble: 'unreachable' });
});

test('[FRS3] without a network the screen says so at once, until a frame proves the opposite', () => {
  const { link, sockets, states, now } = liveLink();
  link.online(false);
  expect(states.at(-1)).toMatchObject({ phase: 'live', trouble: 'offline' });
  sockets.last().send(now.heartbeat(7));
  expect(states.at(-1)).toMatchObject({ phase: 'live', trouble: null });
});

test('[FRS3] a frame that was still under way when the network went does not hide that for longer than a question takes', async () => {
  const { link, device, sockets, states, now, pass } = liveLink();
  device.isOnline = false;
  link.online(false);
  sockets.last().send(now.heartbeat(7));
  expect(states.at(-1)).toMatchObject({ phase: 'live', trouble: null });
  await pass(3000);
  expect(states.at(-1)).toMatchObject({ phase: 'live', trouble: 'offline' });
});

test('[FRS3] while the device is offline every failure is called that', () => {
  const { device, sockets, states, link } = liveLink();
  device.isOnline = false;
  sockets.last().close(1006);
  expect(states.at(-1)).toMatchObject({ phase: 'waiting', trouble: 'offline' });
  device.isOnline = true;
  link.online(true);
  expect(states.at(-1)).toMatchObject({ phase: 'connecting', trouble: 'unreachable' });
});

test('[FRS3] at the first start there is no trouble yet', () => {
  const { link, states } = linkInHand();
  link.start();
  expect(states).toEqual([{ phase: 'connecting', transport: 'websocket', failures: 0, trouble: null }]);
});
