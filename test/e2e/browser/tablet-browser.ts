import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from '@playwright/test';
import { chromiumOptions } from '../../config/chromium-options.ts';
import type { Tablet } from '../../rig/stage.ts';
import { findChromium } from '../../run/machine.ts';
import { openTab } from './outbox-fixture.ts';

/** A tablet's browser on the tablet's own network, with the board open under the kitchen's name. */
export type TabletBrowser = { readonly page: Page; close(): Promise<void> };

export async function openTabletBrowser(tablet: Tablet): Promise<TabletBrowser> {
  const folder = mkdtempSync(join(tmpdir(), 'kitchen-pass-tablet-'));
  const browser = await launch(tablet, folder);
  const page = await openTab(await browser.newContext(), `http://kitchen-pass.local:${tablet.port}`);
  return {
    page,
    close: async () => {
      await browser.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Playwright starts one program; a few words of shell put the tablet's network in front of it. */
function launch({ prefix, host }: Tablet, folder: string): Promise<Browser> {
  const starter = join(folder, 'browser.sh');
  writeFileSync(starter, `#!/bin/sh\nexec ${[...prefix, findChromium() ?? 'chromium'].join(' ')} "$@"\n`);
  chmodSync(starter, 0o755);
  return chromium.launch({ ...chromiumOptions('no-user-gesture-required', host), executablePath: starter });
}
