import { expect, test } from 'vitest';
import { closeCodes } from '#shared/protocol/close-codes.ts';
import { epoch, frames, linkInHand, liveLink } from '../../test/harness/link-in-hand.ts';
import { buildOrder, framesOf } from '../../test/harness/screen-kit.ts';

test('[LNK1] connecting, catching up, live; the snapshot is shown whole and at once', () => {
  const { link, sockets, shown, states } = linkInHand();
  link.start();
  expect(sockets.last().cursor).toBeUndefined();
  sockets.last().send(frames.established('snapshot', 7), frames.part(1, 2, buildOrder('1')));
  sockets.last().send(frames.part(2, 2, buildOrder('2')));
  expect(shown).toEqual([]);
  sockets.last().send(frames.live(7));
  expect(shown).toEqual(['all: A1 A2']);
  expect(states.map((state) => state.phase)).toEqual(['connecting', 'catching-up', 'live']);
});

test('[LNK1] after a loss it comes back with the cursor of the last event it applied', () => {
  const { timers, sockets, shown } = liveLink();
  sockets.last().send(frames.event(8, buildOrder('2')));
  sockets.last().close(closeCodes.restarting);
  timers.advance(250);
  expect(sockets.last().cursor).toBe(`${epoch}.8`);
  sockets.last().send(frames.established('replay', 9), frames.event(9, buildOrder('3')), frames.live(9));
  expect(shown).toEqual(['8: A2', '9: A3']);
});

test('[LNK2] an abandoned attempt is not listened to any more', () => {
  const { timers, sockets, shown, states } = liveLink();
  const old = sockets.last();
  timers.advance(12_000);
  expect(old.abandoned).toBe(true);
  const before = states.length;
  old.send(frames.event(8, buildOrder('2')));
  old.close(closeCodes.notAuthenticated);
  expect(shown).toEqual([]);
  expect(states).toHaveLength(before);
  expect(sockets.opened).toHaveLength(2);
});

test('[LNK3] a repeated event is dropped, a gap brings a new connection from before it', () => {
  const { timers, sockets, shown, phase } = liveLink();
  sockets
    .last()
    .send(frames.event(8, buildOrder('2')), frames.event(8, buildOrder('2')), frames.event(7, buildOrder('1')));
  expect(shown).toEqual(['8: A2']);
  sockets.last().send(frames.event(10, buildOrder('4')));
  expect(shown).toEqual(['8: A2']);
  expect(phase()).toBe('waiting');
  timers.advance(250);
  expect(sockets.last().cursor).toBe(`${epoch}.8`);
});

test('[LNK3] a batch with a gap is not applied in part', () => {
  const { timers, sockets, shown } = liveLink();
  sockets.last().send(frames.batch(frames.event(8, buildOrder('2')), frames.event(10, buildOrder('4'))));
  expect(shown).toEqual([]);
  timers.advance(250);
  expect(sockets.last().cursor).toBe(`${epoch}.7`);
});

test('[LNK3] a batch that overlaps with what is known brings only what is new', () => {
  const { sockets, shown } = liveLink();
  sockets.last().send(frames.event(8, buildOrder('2')));
  sockets.last().send(frames.batch(frames.event(8, buildOrder('2')), frames.event(9, buildOrder('3'))));
  expect(shown).toEqual(['8: A2', '9: A3']);
});

test('[LNK3] an event of another epoch is not applied', () => {
  const { sockets, shown, phase } = liveLink();
  sockets.last().send(framesOf('ffffffffffffffff').event(8, buildOrder('2')));
  expect(shown).toEqual([]);
  expect(phase()).toBe('waiting');
});

test('[LNK3] an event of a kind that this page does not know still counts', () => {
  const { sockets, phase } = liveLink();
  sockets.last().sendText(JSON.stringify({ type: 'station_changed', seq: 8, epoch, station: {} }));
  sockets.last().send(frames.event(9, buildOrder('2')));
  expect(phase()).toBe('live');
});

test('[SNP1] a cut snapshot is never shown and gives no cursor', () => {
  const { link, timers, sockets, shown } = linkInHand();
  link.start();
  sockets.last().send(frames.established('snapshot', 7), frames.part(1, 2, buildOrder('1')));
  sockets.last().close(1006);
  timers.advance(250);
  expect(shown).toEqual([]);
  expect(sockets.last().cursor).toBeUndefined();
});

test.each([
  ['without its first part', [frames.part(2, 2, buildOrder('2')), frames.live(7)]],
  ['without its last part', [frames.part(1, 2, buildOrder('1')), frames.live(7)]],
  ['without any part', [frames.live(7)]],
])('[SNP1] a snapshot %s is not shown', (_what, parts) => {
  const { link, sockets, shown, phase } = linkInHand();
  link.start();
  sockets.last().send(frames.established('snapshot', 7), ...parts);
  expect(shown).toEqual([]);
  expect(phase()).toBe('waiting');
});

test('[SNP1] while a new snapshot comes in, a cut leads back to where the old state stood', () => {
  const { timers, sockets, shown } = liveLink();
  sockets.last().close(1006);
  timers.advance(250);
  sockets.last().send(frames.established('snapshot', 900), frames.part(1, 3, buildOrder('8')));
  sockets.last().close(1006);
  timers.advance(500);
  expect(shown).toEqual([]);
  expect(sockets.last().cursor).toBe(`${epoch}.7`);
});

test('[HBT1] less applied than was sent is loss; being behind the head alone is not', () => {
  const { sockets, phase } = liveLink();
  sockets.last().send(frames.heartbeat(7, 12));
  expect(phase()).toBe('live');
  sockets.last().send(frames.heartbeat(8));
  expect(phase()).toBe('waiting');
});

test('[FRS1] only a live link that has everything proves anything', () => {
  const { link, timers, sockets, proofs, goLive, now } = linkInHand();
  timers.advance(100);
  link.start();
  goLive();
  expect(proofs).toEqual([100]);
  timers.advance(5000);
  sockets.last().send(now.heartbeat(7));
  sockets.last().close(1006);
  timers.advance(250);
  sockets.last().send(now.established('replay', 9), now.event(8, buildOrder('2')));
  expect(proofs).toEqual([100, 5100]);
});

test('after stop everything is asked for anew', () => {
  const { link, sockets, phase } = liveLink();
  link.stop();
  expect(phase()).toBe('idle');
  link.start();
  expect(sockets.last().cursor).toBeUndefined();
});

test('what is no frame at all ends the connection', () => {
  const { sockets, phase } = liveLink();
  sockets.last().sendText('<html>');
  expect(phase()).toBe('waiting');
});

test.each([
  ['snapshot', '{"type":"snapshot","part":1,"parts":1}'],
  ['replay', '{"type":"events","from":8,"to":8}'],
] as const)('what looks like a frame and cannot be read ends the connection too: %s %s', (mode, text) => {
  const { sockets, phase, now } = liveLink();
  sockets.last().send(now.established(mode, 7));
  sockets.last().sendText(text);
  expect(phase()).toBe('waiting');
});

test('[FRS1] an event that cannot be taken proves nothing: everything is asked for anew', () => {
  const { timers, sockets, proofs, phase, broken } = liveLink();
  const proven = proofs.length;
  broken.is = true;
  sockets.last().send(frames.event(8, buildOrder('2')));
  expect(phase()).toBe('waiting');
  expect(proofs).toHaveLength(proven);
  broken.is = false;
  timers.advance(5000);
  expect(sockets.last().cursor).toBeUndefined();
});
