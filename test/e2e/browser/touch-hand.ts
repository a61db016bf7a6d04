import type { Locator, Page } from '@playwright/test';

export type Spot = { readonly x: number; readonly y: number };

/** What comes down on the screen and is lifted when the test says so; Playwright's own taps last no time. */
export type Pointer = { down(at: Spot): Promise<void>; up(): Promise<void> };

/** A real finger, as the browser hears it from the glass. */
export async function fingerOn(page: Page): Promise<Pointer> {
  const input = await page.context().newCDPSession(page);
  const send = async (type: 'touchStart' | 'touchEnd', touchPoints: Spot[]) => {
    await input.send('Input.dispatchTouchEvent', { type, touchPoints });
  };
  return { down: (at) => send('touchStart', [at]), up: () => send('touchEnd', []) };
}

export async function mouseOn({ mouse }: Page): Promise<Pointer> {
  return {
    down: async ({ x, y }) => {
      await mouse.move(x, y);
      await mouse.down();
    },
    up: () => mouse.up(),
  };
}

export async function middleOf(what: Locator): Promise<Spot> {
  const box = await what.boundingBox();
  if (!box) throw new Error('it is not on the screen');
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}
