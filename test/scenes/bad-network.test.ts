import { setTimeout as wait } from 'node:timers/promises';
import { describe, test } from 'vitest';
import { scale } from '../harness/scale.ts';
import { openScene, type Scene, type SceneOptions } from '../rig/scene.ts';
import { expectGoals } from '../rig/scene-figures.ts';
import { networkName } from '../rig/stage.ts';
import { kinds, playQueue, playTold } from '../rig/told-scene.ts';
import { createTurns } from '../rig/turns.ts';

/** Plays a scene to its end, whatever comes of it, and leaves nothing behind. */
async function play(options: SceneOptions, act: (scene: Scene) => Promise<void>): Promise<void> {
  const scene = await openScene(options);
  try {
    await act(scene);
  } finally {
    await scene.remove();
  }
}

const inTurn = createTurns(2);

/** Those that measure take turns, beside those that only wait. */
const playInTurn = (...words: Parameters<typeof play>) => inTurn(() => play(...words));

const rounds = (short: number, long: number) => Array.from({ length: scale({ short, long }) }, (_, index) => index);
const radios = ({ stage }: Scene) => stage.tablets.map(({ radio }) => radio);

describe.concurrent(`over ${networkName}: nothing is lost, nothing comes twice, nothing fails in silence`, () => {
  for (const kind of kinds) test(`[NET3] scene f: ${kind.name}`, () => playTold(kind));

  test('[NET3] [FRS2] scene f: a queue that takes half a minute to arrive', playQueue);

  test('[NET1] scene b: a stall without an end of the connection', () =>
    play({ name: 'b stall', tablets: 2, screensEach: 15 }, async (scene) => {
      for (const _ of rounds(1, 10)) {
        for (const radio of radios(scene)) radio.lose(100);
        await Promise.all([scene.orders.post(20, 500), wait(scale({ short: 31_000, long: 45_000 }))]);
        for (const radio of radios(scene)) radio.lose(0);
        await scene.recovered();
      }
      expectGoals(await scene.end('recoveries'));
    }));

  test('[NET1] scene a: 100 kbit/s with 50 events', () =>
    playInTurn({ name: 'a slow network', tablets: 2, screensEach: 1 }, async (scene) => {
      for (const radio of radios(scene)) radio.limit(100_000);
      for (const _ of rounds(5, 50)) await Promise.all([scene.orders.post(10, 0), wait(1500)]);
      expectGoals(await scene.end('lags'));
    }));

  test('[NET1] scene c: a tenth of the packets is lost', () =>
    playInTurn({ name: 'c packet loss', tablets: 2, screensEach: 4 }, async (scene) => {
      for (const radio of radios(scene)) radio.lose(10);
      await scene.orders.post(scale({ short: 50, long: 500 }), 150);
      expectGoals(await scene.end('lags'));
    }));

  test('[NET1] scene d: the tablets change their network and their address', () =>
    playInTurn({ name: 'd change of network', tablets: 2, screensEach: 15 }, async (scene) => {
      for (const _ of rounds(3, 30)) {
        for (const radio of radios(scene)) radio.unplug();
        await scene.orders.post(5, 400);
        for (const radio of radios(scene)) radio.changeAddress();
        for (const radio of radios(scene)) radio.plug();
        for (const group of scene.groups) group.online();
        await scene.recovered();
      }
      expectGoals(await scene.end('recoveries'));
    }));

  test('[NET1] scene e: off and on three times', () =>
    playInTurn({ name: 'e off and on', tablets: 2, screensEach: 15 }, async (scene) => {
      for (const _ of rounds(2, 20)) {
        for (const offMs of [1500, 1000, 2000]) {
          for (const radio of radios(scene)) radio.unplug();
          await scene.orders.post(3, offMs / 3);
          for (const radio of radios(scene)) radio.plug();
          for (const group of scene.groups) group.online();
          if (offMs !== 2000) await wait(700);
        }
        await scene.recovered();
      }
      expectGoals(await scene.end('recoveries'));
    }));

  test('[NET2] scene d, and nobody tells the tablets that their address is another', () =>
    playInTurn({ name: 'd unannounced', tablets: 2, screensEach: 15 }, async (scene) => {
      for (const round of rounds(1, 3)) {
        // Links are replaced as often as this only after a minute in peace ([LNK16]).
        if (round > 0) await wait(65_000);
        for (const radio of radios(scene)) radio.changeAddress();
        await scene.orders.post(5, 100);
        await scene.recovered();
      }
      expectGoals(await scene.end('recoveries'));
    }));

  test('[NET2] scene e, and the tablets do not notice', () =>
    playInTurn({ name: 'e unannounced', tablets: 2, screensEach: 15 }, async (scene) => {
      for (const _ of rounds(2, 20)) {
        for (const offMs of [1500, 1000, 2000]) {
          for (const radio of radios(scene)) radio.lose(100);
          await scene.orders.post(3, offMs / 3);
          for (const radio of radios(scene)) radio.lose(0);
          if (offMs !== 2000) await wait(700);
        }
        await scene.recovered();
      }
      expectGoals(await scene.end('recoveries'));
    }));
});
