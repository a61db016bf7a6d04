import type { Timers } from '../link/timers.ts';
import { browserStore } from '../sound/browser-store.ts';
import { createDrift, type Drift } from './drift.ts';

/** The drift of a page, which stands still while somebody is at it. */
export function openBrowserDrift(timers: Timers): Drift {
  const drift = createDrift(timers, browserStore('burn-in'));
  for (const touch of ['pointerdown', 'keydown']) addEventListener(touch, drift.touched, { passive: true });
  return drift;
}
