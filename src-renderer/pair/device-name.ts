const storedAs = 'kitchen-pass.device-name';

/** As it was typed in this tab last: a reload loses nothing. */
export function readName(): string | null {
  try {
    return sessionStorage.getItem(storedAs);
  } catch {
    return null;
  }
}

export function keepName(name: string): void {
  try {
    sessionStorage.setItem(storedAs, name);
  } catch {
    // It stands in its box until the page is loaded anew; that is all a locked storage allows.
  }
}

/** What this device most likely is: a browser does not know what it is called. */
export function deviceKind(): 'phone' | 'tablet' | 'computer' {
  if (!matchMedia('(any-pointer: coarse)').matches) return 'computer';
  return Math.min(screen.width, screen.height) < phoneBelowPx ? 'phone' : 'tablet';
}

const phoneBelowPx = 600;
