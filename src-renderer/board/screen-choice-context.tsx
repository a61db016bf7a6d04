import { createContext, type ReactNode, use, useLayoutEffect, useMemo, useState } from 'react';
import { useScreen } from '../screen/screen-context.ts';
import { firstChoice, type ScreenChoice } from '../store/screen-choice.ts';
import { keepChoice, readChoice, stationInAddress } from './kept-choice.ts';

type Chosen = {
  readonly choice: ScreenChoice;
  /** Holds at once and is kept on this screen ([SCR1]). */
  readonly choose: (change: Partial<ScreenChoice>) => void;
  /** The station is named in the page's address: nothing else counts, and it is not kept ([SCR2]). */
  readonly isFixed: boolean;
  /** The screen has no room for the grid that was chosen, and shows columns ([GRD4]). */
  readonly isTooSmall: boolean;
  /** For the board, which alone knows its room. */
  readonly tellTooSmall: (isTooSmall: boolean) => void;
};

const ignored = () => undefined;
const ChoiceContext = createContext<Chosen>({
  choice: firstChoice,
  choose: ignored,
  isFixed: false,
  isTooSmall: false,
  tellTooSmall: ignored,
});

export const useChoice = (): Chosen => use(ChoiceContext);

/** What this one screen has chosen for itself, for everything within. */
export function ChoiceProvider({ children }: { readonly children: ReactNode }) {
  const [choice, setChoice] = useState(readChoice);
  const [isTooSmall, tellTooSmall] = useState(false);
  const [named] = useState(stationInAddress);
  useShownStation(choice.station, named);
  useTextSize(choice.textSize);
  useHitSize(choice.hitSize);
  const chosen = useMemo(
    (): Chosen => ({
      choice,
      choose: (change) => {
        const next = { ...choice, ...change };
        keepChoice(next);
        setChoice(next);
      },
      isFixed: named !== null,
      isTooSmall,
      tellTooSmall,
    }),
    [choice, named, isTooSmall],
  );
  return <ChoiceContext value={chosen}>{children}</ChoiceContext>;
}

/** The screen's own station, until somebody chooses another one. */
function useShownStation(chosen: ScreenChoice['station'], named: string | null): void {
  const { client } = useScreen();
  useLayoutEffect(() => client.showStation(named === null ? chosen : { named }), [client, chosen, named]);
}

/** In proportion to the screen, as everything is; never smaller than a cook can read. */
function useTextSize(textSize: ScreenChoice['textSize']): void {
  useLayoutEffect(() => {
    const { style } = document.documentElement;
    if (textSize === firstChoice.textSize) style.removeProperty('--item-size');
    else style.setProperty('--item-size', `max(${leastPx}px, ${textSize / 16}rem)`);
    return () => void style.removeProperty('--item-size');
  }, [textSize]);
}

/** The sizes stand with the others in `tokens.css`. */
function useHitSize(hitSize: ScreenChoice['hitSize']): void {
  useLayoutEffect(() => {
    const { dataset } = document.documentElement;
    dataset.hit = hitSize;
    return () => void delete dataset.hit;
  }, [hitSize]);
}

const leastPx = 24;
