export type Theme = 'dark' | 'light';

const storedAs = 'kitchen-pass.theme';

/** Per screen: what somebody has chosen here, else as the page is written. A locked storage is no reason to stop. */
export function readTheme(): Theme {
  const shown: Theme = document.documentElement.dataset.theme === 'light' ? 'light' : 'dark';
  try {
    const chosen = localStorage.getItem(storedAs);
    return chosen === 'light' || chosen === 'dark' ? chosen : shown;
  } catch {
    return shown;
  }
}

export function showTheme(theme: Theme): void {
  document.documentElement.dataset.theme = theme;
}

export function keepTheme(theme: Theme): void {
  showTheme(theme);
  try {
    localStorage.setItem(storedAs, theme);
  } catch {
    // The screen looks right until it is reloaded; that is all a locked storage allows.
  }
}
