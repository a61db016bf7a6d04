import type { Timers } from '../link/timers.ts';
import { createBell } from './bell.ts';
import { createBrowserPlayer } from './browser-player.ts';
import { browserStore } from './browser-store.ts';
import type { Sound } from './sound-context.ts';
import { createSoundSettings } from './sound-settings.ts';

/** Any touch and any key will do, at its end: nothing must slide away under a finger that is still down ([TAP1]). */
const touches = ['pointerup', 'touchend', 'click', 'keydown'] as const;

/** The sound of a page, ready to ring; unlocks itself with the first touch ([CHM9]). */
export function openBrowserSound(timers: Timers): Sound {
  const player = createBrowserPlayer();
  const settings = createSoundSettings(browserStore('sound'));
  const bell = createBell({ timers, player, settings: settings.getState });
  for (const touch of touches) addEventListener(touch, player.unlock, { capture: true, passive: true });
  player.unlock();
  return { player, bell, settings };
}
