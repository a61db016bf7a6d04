import { Menu } from 'electron';

/** macOS has copy, paste and quit in its menu only; elsewhere a menu bar would just take room from the tickets. */
export function setMenu(platform: NodeJS.Platform): void {
  const macMenu = () => Menu.buildFromTemplate([{ role: 'appMenu' }, { role: 'editMenu' }, { role: 'windowMenu' }]);
  Menu.setApplicationMenu(platform === 'darwin' ? macMenu() : null);
}
