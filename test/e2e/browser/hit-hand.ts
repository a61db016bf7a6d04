import type { Page } from '@playwright/test';

/** What is large enough on a screen. */
export type Least = {
  /** 20 mm in pixels: 81 on a 21.5" screen of 1080 lines, 118 on a 10" tablet of 1280x800. */
  readonly least: number;
  /** Where nothing can be touched, dishes may stand closer. */
  readonly leastLine: number;
  /** The header and the row of all tickets, where 20 mm would leave no room for tickets. */
  readonly leastChrome?: number;
  /** Where nobody has signed in, and nothing is chosen yet. */
  readonly leastDoor?: number;
};

type TooSmall = { readonly name: string; readonly width: number; readonly height: number };

/** Everything to be tapped that a gloved finger would miss. A line of a ticket is as wide as the ticket. */
export const tooSmall = (page: Page, { least, leastLine, leastChrome = least }: Least): Promise<readonly TooSmall[]> =>
  page.evaluate(
    ([hit, line, chrome]) => {
      const inFront = [...document.querySelectorAll('dialog[open]')].at(-1) ?? document.body;
      return [...inFront.querySelectorAll<HTMLElement>('button, select, input')].flatMap((one) => {
        const { width, height } = one.getBoundingClientRect();
        const isSeen = one.checkVisibility() && !one.closest('[aria-hidden="true"]');
        const isChrome = inFront === document.body && one.closest('[data-chrome]') !== null;
        const [high, wide] = isChrome ? [chrome, chrome] : [one.dataset.line === undefined ? hit : line, hit];
        const isLarge = height >= high - 0.5 && width >= wide - 0.5;
        if (!isSeen || isLarge) return [];
        return [{ name: one.getAttribute('aria-label') ?? (one.textContent || one.tagName), width, height }];
      });
    },
    [least, leastLine, leastChrome] as const,
  );
