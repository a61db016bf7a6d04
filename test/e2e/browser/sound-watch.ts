import type { Page } from '@playwright/test';
import { type ChimeKind, chimeKinds } from '../../../src-renderer/sound/chime.ts';
import { tones } from '../../../src-renderer/sound/tones.ts';

type Started = { readonly hz: number; readonly atMs: number };

/** Notes down every tone that the page hands to its loudspeaker, from its first moment on. */
export async function watchSound(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const started: Started[] = [];
    Object.assign(window, { started });
    const start = OscillatorNode.prototype.start;
    OscillatorNode.prototype.start = function (this: OscillatorNode, when?: number) {
      started.push({ hz: Math.round(this.frequency.value), atMs: Math.round((when ?? 0) * 1000) });
      start.call(this, when);
    };
  });
}

/** The sounds that were played, by the tones that they begin with. */
export async function played(page: Page): Promise<ChimeKind[]> {
  const started = await page.evaluate(() => (window as unknown as { started: Started[] }).started);
  const kinds: ChimeKind[] = [];
  for (let at = 0; at < started.length; ) {
    const kind = chimeKinds.find((one) => tones[one][0]?.hz === started[at]?.hz);
    if (kind === undefined) throw new Error(`no sound begins with ${started[at]?.hz} Hz`);
    kinds.push(kind);
    at += tones[kind].length;
  }
  return kinds;
}
