export type Theme = 'dark' | 'light';

const storedAs = 'kitchen-pass.theme';

/** Per screen: dark in the kitchen unless somebody has chosen otherwise here. A locked storage is no reason to stop. */
export function readTheme(): Theme {
  try {
    return localStorage.getItem(storedAs) === 'light' ? 'light' : 'dark';
  } catch {
    return 'dark';
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
