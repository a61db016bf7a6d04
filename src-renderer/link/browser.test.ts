import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { liveLink } from '../../test/harness/link-in-hand.ts';
import { buildOrder } from '../../test/harness/screen-kit.ts';
import { watchDevice } from './browser.ts';

type Hand = ReturnType<typeof liveLink>;

let page: EventTarget & { visibilityState: string };
let view: EventTarget;
let device: { onLine: boolean };
beforeEach(() => {
  page = Object.assign(new EventTarget(), { visibilityState: 'visible' });
  view = new EventTarget();
  device = { onLine: true };
  vi.stubGlobal('document', page);
  vi.stubGlobal('addEventListener', view.addEventListener.bind(view));
  vi.stubGlobal('navigator', device);
  vi.stubGlobal('location', { hostname: 'kitchen-pass.local' });
});
afterEach(() => vi.unstubAllGlobals());

/** A live screen that is watched, and how many connections it has opened. */
function watched(isHeard?: () => boolean) {
  const hand = liveLink();
  watchDevice(hand.timers, hand.link, isHeard);
  return { hand, opened: () => hand.sockets.opened.length };
}

/** The device sleeps: no timer runs, no frame comes, no connection closes; only the time goes on. */
function sleep({ timers }: Hand, ms: number): { thaw(): void } {
  const frozen = timers.freeze();
  timers.advance(ms);
  return frozen;
}

const hour = 3_600_000;
const minute = 60_000;

const signs: readonly (readonly [string, (hand: Hand) => void])[] = [
  ['pageshow', () => view.dispatchEvent(new Event('pageshow'))],
  ['visibilitychange', () => page.dispatchEvent(new Event('visibilitychange'))],
  ['resume', () => page.dispatchEvent(new Event('resume'))],
  ['focus', () => view.dispatchEvent(new Event('focus'))],
  ['online', () => view.dispatchEvent(new Event('online'))],
  ['a tap and no event', () => view.dispatchEvent(new Event('pointerdown'))],
  ['a frame and no event', ({ sockets, now }) => sockets.last().send(now.heartbeat(7))],
];

for (const [sign, tell] of signs) {
  test.each([20_000, 10 * minute, hour])(
    `[LNK6] woken by ${sign} alone after %d ms: a new connection at once`,
    (ms) => {
      const { hand, opened } = watched();
      const frozen = sleep(hand, ms);
      expect(opened()).toBe(1);
      tell(hand);
      expect(opened()).toBe(2);
      const { sockets, now } = hand;
      sockets.last().send(now.established('replay', 8), now.event(8, buildOrder('2')), now.live(8));
      expect([hand.phase(), hand.shown]).toEqual(['live', ['8: A2']]);
      frozen.thaw();
      hand.timers.advance(1000);
      expect(opened()).toBe(2);
    },
  );
}

test.each([8000, hour])('[LNK6] woken without any event after %d ms: the first timer that runs tells', (ms) => {
  const { hand, opened } = watched();
  const frozen = sleep(hand, ms);
  frozen.thaw();
  hand.timers.advance(0);
  expect(opened()).toBe(2);
});

test('[LNK6] a short sleep, a tap in between and a timer that is a little late change nothing', () => {
  const { hand, opened } = watched();
  for (let time = 0; time < 20; time++) {
    sleep(hand, 3000).thaw();
    hand.sockets.last().send(hand.now.heartbeat(7));
    view.dispatchEvent(new Event('pointerdown'));
    view.dispatchEvent(new Event('focus'));
    hand.timers.advance(500);
  }
  expect(opened()).toBe(1);
});

test('[LNK13] [FRS3] what the browser says of sight and network reaches the link', () => {
  const { hand } = watched();
  device.onLine = false;
  hand.device.isOnline = false;
  view.dispatchEvent(new Event('offline'));
  expect(hand.states.at(-1)).toMatchObject({ phase: 'live', trouble: 'offline' });
  page.visibilityState = 'hidden';
  page.dispatchEvent(new Event('visibilitychange'));
  hand.timers.advance(61_000);
  expect(hand.phase()).toBe('paused');
});

test('[LNK13] a page that can be heard keeps its connection also where nobody sees it, until it is silent', () => {
  let isLoud = true;
  const { hand } = watched(() => isLoud);
  page.visibilityState = 'hidden';
  page.dispatchEvent(new Event('visibilitychange'));
  for (let second = 0; second < 61; second++) {
    hand.sockets.last().send(hand.now.heartbeat(7));
    hand.timers.advance(1000);
  }
  expect(hand.phase()).toBe('live');
  isLoud = false;
  page.dispatchEvent(new Event('visibilitychange'));
  hand.timers.advance(61_000);
  expect(hand.phase()).toBe('paused');
});

test('[LNK13] a page that is opened behind another one lets its connection go too', () => {
  page.visibilityState = 'hidden';
  const { hand } = watched();
  hand.timers.advance(61_000);
  expect(hand.phase()).toBe('paused');
});
