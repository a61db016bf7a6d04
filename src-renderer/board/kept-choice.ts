import { choiceIn, type ScreenChoice } from '../store/screen-choice.ts';
import type { WantedStation } from '../store/screen-station.ts';

const storedAs = 'kitchen-pass.screen';

/** A locked storage is no reason to stop. */
export function readChoice(): ScreenChoice {
  try {
    return choiceIn(localStorage.getItem(storedAs));
  } catch {
    return choiceIn(null);
  }
}

export function keepChoice(choice: ScreenChoice): void {
  try {
    localStorage.setItem(storedAs, JSON.stringify(choice));
  } catch {
    // It holds until the page is reloaded; that is all a locked storage allows.
  }
}

/** `/?station=grill` makes a screen the grill's, whatever was chosen on it; null without. */
export const stationInAddress = (): string | null => new URLSearchParams(location.search).get('station') || null;

/** Whose work the screen shows from its first moment on. */
export function firstStation(): WantedStation {
  const named = stationInAddress();
  return named === null ? readChoice().station : { named };
}
