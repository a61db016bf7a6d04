import { setTimeout as wait } from 'node:timers/promises';
import { describe, test } from 'vitest';
import type { Transport } from '../../src-renderer/link/transport.ts';
import { scale } from '../harness/scale.ts';
import { openScene, type Scene, type SceneOptions } from '../rig/scene.ts';
import { expectGoals } from '../rig/scene-figures.ts';
import { networkName, type Stage } from '../rig/stage.ts';
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

type Way = { readonly name: string; readonly without: readonly Transport[] };

/** Each transport as the only one that is to be had, or the best. */
const ways: readonly Way[] = [
  { name: 'WebSocket', without: [] },
  { name: 'SSE', without: ['websocket'] },
  { name: 'polling', without: ['websocket', 'sse'] },
];

/** Those that measure would keep the short form waiting. */
const isLeftOut = ({ without }: Way) => without.length > 0 && scale({ short: true, long: false });

const sceneOn = (scene: string, { name, without }: Way) =>
  without.length > 0 ? { name: `${scene} on ${name}`, without } : { name: scene };

const playStall = (way: Way) =>
  play({ ...sceneOn('b stall', way), tablets: 2, screensEach: way.without.length > 0 ? 3 : 15 }, async (scene) => {
    for (const _ of rounds(1, 10)) {
      for (const radio of radios(scene)) radio.lose(100);
      await Promise.all([scene.orders.post(20, 500), wait(scale({ short: 31_000, long: 45_000 }))]);
      for (const radio of radios(scene)) radio.lose(0);
      await scene.recovered();
    }
    expectGoals(await scene.end('recoveries'));
  });

const playSlow = (way: Way) =>
  playInTurn({ ...sceneOn('a slow network', way), tablets: 2, screensEach: 1 }, async (scene) => {
    for (const radio of radios(scene)) radio.limit(100_000);
    for (const _ of rounds(5, 50)) await Promise.all([scene.orders.post(10, 0), wait(1500)]);
    expectGoals(await scene.end('lags'));
  });

const bowl = { name: 'Bowl', unit_price: 8.49, quantity: 2, modifiers: ['Tomatillo salsa', 'Black beans', 'Rice'] };

/** A menu and thirty open orders are there, and the network is slow, before the first screen comes. */
async function slowFromTheStart({ api, tablets }: Stage): Promise<void> {
  const dish = { price: 9.5, category: 'mains' };
  for (let index = 0; index < 60; index++)
    await api.call('POST', '/products', { ...dish, sku: `dish-${index}`, name: `Dish number ${index}` });
  for (let index = 0; index < 30; index++) await api.order({ items: [bowl, bowl, bowl] });
  for (const { radio } of tablets) radio.limit(100_000);
}

const playSlowStart = (way: Way) =>
  play(
    { ...sceneOn('a slow from the start', way), tablets: 1, screensEach: 1, before: slowFromTheStart },
    async (scene) => {
      await scene.orders.post(10, 500);
      expectGoals(await scene.end('lags'));
    },
  );

const playLoss = (way: Way) =>
  playInTurn({ ...sceneOn('c packet loss', way), tablets: 2, screensEach: 4 }, async (scene) => {
    for (const radio of radios(scene)) radio.lose(10);
    await scene.orders.post(scale({ short: 50, long: 500 }), 150);
    expectGoals(await scene.end('lags'));
  });

describe.concurrent(`over ${networkName}: nothing is lost, nothing comes twice, nothing fails in silence`, () => {
  for (const kind of kinds) test(`[NET3] scene f: ${kind.name}`, () => playTold(kind));

  test('[NET3] [FRS2] scene f: a queue that takes half a minute to arrive', playQueue);

  for (const way of ways) {
    const on = way.without.length > 0 ? ` on ${way.name}` : '';
    test(`[NET1] scene b${on}: a stall without an end of the connection`, () => playStall(way));
    test(`[NET1] scene a${on}: a screen that knows nothing comes up on 100 kbit/s`, () => playSlowStart(way));
    if (!isLeftOut(way)) {
      test(`[NET1] scene a${on}: 100 kbit/s with 50 events`, () => playSlow(way));
      test(`[NET1] scene c${on}: a tenth of the packets is lost`, () => playLoss(way));
    }
  }

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
