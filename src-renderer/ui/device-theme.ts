import { showTheme } from './theme.ts';

/** A guest's page looks as their phone is set, also when that changes. */
export function followDeviceTheme(): void {
  const isDark = matchMedia('(prefers-color-scheme: dark)');
  const show = () => showTheme(isDark.matches ? 'dark' : 'light');
  isDark.addEventListener('change', show);
  show();
}
