import { expect, test } from 'vitest';
import { storeInHand } from '../../test/harness/chime-kit.ts';
import { createManualTimers } from '../../test/harness/screen-kit.ts';
import { createBell } from './bell.ts';
import { chimeKinds } from './chime.ts';
import type { Sounding } from './player.ts';
import { createSoundSettings } from './sound-settings.ts';
import { lengthMs, tones } from './tones.ts';

function bellInHand(kept: string | null = null) {
  const timers = createManualTimers();
  const played: Sounding[] = [];
  const stored = storeInHand(kept);
  const settings = createSoundSettings(stored);
  const player = {
    play: (sounding: Sounding) => void played.push(sounding),
    unlock: () => undefined,
    state: () => 'running' as const,
    subscribe: () => () => undefined,
  };
  const bell = createBell({ timers, player, settings: settings.getState });
  return { timers, played, bell, settings, stored, kinds: () => played.map(({ kind }) => kind) };
}

test('[CHM6] several of one kind within a second are one, and the next second is another', () => {
  const { timers, bell, kinds } = bellInHand();
  bell.ring(['new', 'new']);
  timers.advance(999);
  bell.ring(['new']);
  expect(kinds()).toEqual(['new']);
  timers.advance(1);
  bell.ring(['new']);
  expect(kinds()).toEqual(['new', 'new']);
});

test('[CHM6] different ones ring one after the other, the most urgent first, and none waits for long', () => {
  const { bell, played, kinds } = bellInHand();
  bell.ring(['late', 'new', 'void']);
  expect(kinds()).toEqual(['void', 'new', 'late']);
  expect(played[0]?.inMs).toBe(0);
  expect(played[1]?.inMs).toBeGreaterThanOrEqual(lengthMs('void'));
  expect(played[2]?.inMs).toBeGreaterThanOrEqual(lengthMs('void') + lengthMs('new'));
  bell.ring(['ready', 'changed']);
  expect(Math.max(...played.map(({ inMs }) => inMs))).toBeLessThanOrEqual(4000);
});

test('[CHM7] each step of an alarm is louder than the one before, at every volume, and rings twice', () => {
  for (let volume = 1; volume <= 10; volume++) {
    const gains = ([0, 1, 2, 3] as const).map((loudness) => {
      const { bell, played, settings } = bellInHand();
      settings.setState({ volume });
      bell.ring(['new'], loudness);
      expect(played).toHaveLength(loudness === 0 ? 1 : 2);
      return played[0]?.gain ?? 0;
    });
    const sorted = [...gains].sort((a, b) => a - b);
    expect(gains).toEqual(sorted);
    expect(new Set(gains).size).toBeGreaterThanOrEqual(3);
    expect(gains.at(-1)).toBeLessThanOrEqual(1);
  }
});

test('[CHM9] what is switched off does not ring, volume 0 is silent and still lights the edge', () => {
  const { bell, kinds, settings, timers } = bellInHand();
  const seen: string[] = [];
  bell.onRing((kind) => seen.push(kind));
  settings.setState(({ rings }) => ({ rings: { ...rings, late: false } }));
  bell.ring(['late', 'new']);
  expect(kinds()).toEqual(['new']);
  settings.setState({ volume: 0 });
  timers.advance(5000);
  bell.ring(['new']);
  expect(kinds()).toEqual(['new']);
  expect(seen).toEqual(['new', 'new']);
  bell.test('late');
  expect(kinds()).toEqual(['new', 'late']);
});

test('[CHM9] a screen keeps how it sounds, and takes no rubbish for it', () => {
  const { settings, stored } = bellInHand();
  settings.setState({ volume: 3, flash: true });
  expect(createSoundSettings(storeInHand(stored.text())).getState()).toEqual(settings.getState());
  for (const rubbish of ['', '{', '7', 'null', '{"volume":"loud","rings":7,"flash":1}', '{"volume":11}']) {
    expect(createSoundSettings(storeInHand(rubbish)).getState()).toMatchObject({ volume: 7, flash: false });
  }
});

test('[CHM8] the sounds begin on different tones, and differ in rhythm', () => {
  expect(new Set(chimeKinds.map((kind) => tones[kind][0]?.hz)).size).toBe(chimeKinds.length);
  const rhythm = (kind: (typeof chimeKinds)[number]) => tones[kind].map(({ atMs, forMs }) => `${atMs}+${forMs}`).join();
  expect(new Set(chimeKinds.map(rhythm)).size).toBe(chimeKinds.length);
  for (const kind of chimeKinds) expect(lengthMs(kind)).toBeLessThan(1300);
});
