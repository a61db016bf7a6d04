import type { Browser, Page } from '@playwright/test';

/** From a finger on *Bump* to the picture without the ticket. */
export type Tap = {
  /** From the input to the picture that Chromium put on the screen after it, as its trace says. */
  readonly ms: number;
  /** 1: it was gone in the next picture. */
  readonly pictures: number;
  /** Taps before it that did not count, because something had just moved ([TAP1]). */
  readonly heldUp: number;
};

type TraceEvent = {
  readonly name: string;
  readonly args: { readonly data?: { readonly type?: string; readonly duration?: number } };
};

const categories = ['devtools.timeline', 'latencyInfo'];
const mostTries = 40;
const lookedAt = 31;

/** What is measured of one tap that counts; `watch` is told before the input and when the picture is there. */
type TapWatch = { begin(): Promise<void>; end(isGone: boolean): Promise<number> };

/** Measured by the page itself, which costs nothing. */
export const tapUntilGone = (page: Page, id: string): Promise<Tap> =>
  tapWatched(page, id, {
    begin: async () => undefined,
    end: (isGone) => (isGone ? clickTook(page) : Promise.resolve(0)),
  });

/** Measured by Chromium's trace, whose start and end are work of their own. */
export const tracedTap = (browser: Browser, page: Page, id: string): Promise<Tap> =>
  tapWatched(page, id, {
    begin: () => browser.startTracing(page, { categories }),
    end: async (isGone) => {
      if (isGone) await pictureShown(page);
      const trace = await browser.stopTracing();
      return isGone ? clickToPicture(trace) : 0;
    },
  });

/** Real input, again and again until it counts, as a cook does. */
async function tapWatched(page: Page, id: string, watch: TapWatch): Promise<Tap> {
  const bump = page.locator(`[data-ticket="${id}"] [data-bump]`);
  for (let heldUp = 0; heldUp < mostTries; heldUp++) {
    // The look at the pictures has an end: gone after it is late.
    if ((await bump.count()) === 0) return { ms: lookedAt * 17, pictures: lookedAt, heldUp };
    const at = await bump.boundingBox();
    if (!at) continue;
    await page.evaluate(() => {
      globalThis.picturesToGone = undefined;
      globalThis.clickMs = undefined;
    });
    await watch.begin();
    await page.mouse.click(at.x + at.width / 2, at.y + at.height / 2);
    const pictures = await picturesToGone(page);
    const ms = await watch.end(pictures !== undefined);
    if (pictures !== undefined) return { ms, pictures, heldUp };
  }
  throw new Error(`no tap on ticket ${id} counted`);
}

/** What was quicker than 16 ms is not told of. */
async function clickTook(page: Page): Promise<number> {
  await pictureShown(page);
  return page.evaluate(() => globalThis.clickMs ?? 16);
}

const picturesToGone = (page: Page): Promise<number | undefined> =>
  page
    .waitForFunction(() => globalThis.picturesToGone, undefined, { timeout: 700 })
    .then((found) => found.jsonValue())
    .catch(() => undefined);

/** Chromium's own measure of an input: from the hardware's time stamp to the picture after its handlers. */
function clickToPicture(trace: Buffer): number {
  const events: readonly TraceEvent[] = JSON.parse(trace.toString('utf8')).traceEvents;
  const click = events.find(({ name, args }) => name === 'EventTiming' && args.data?.type === 'click');
  if (click?.args.data?.duration === undefined) throw new Error('the trace has no picture after the tap');
  return click.args.data.duration;
}

/** The trace tells of an input when its picture is on the screen, which is after the page has made it. */
const pictureShown = (page: Page): Promise<void> =>
  page.evaluate(
    () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(resolve, 100)))),
  );
