export const textSizes = ['standard', 'large'] as const;
export type TextSize = (typeof textSizes)[number];

const storedAs = 'kitchen-pass.floor-text';

/** Of this device. */
export function readTextSize(): TextSize {
  try {
    return localStorage.getItem(storedAs) === 'large' ? 'large' : 'standard';
  } catch {
    return 'standard';
  }
}

/** Everything grows with it: `tokens.css` has the sizes. */
export function showTextSize(size: TextSize): void {
  document.documentElement.dataset.text = size;
}

export function keepTextSize(size: TextSize): void {
  showTextSize(size);
  try {
    localStorage.setItem(storedAs, size);
  } catch {
    // It holds until the page is loaded anew; that is all a locked storage allows.
  }
}
