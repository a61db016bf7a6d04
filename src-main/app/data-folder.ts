import { type BrowserWindow, dialog, shell } from 'electron';
import { dataDirIn } from '../config/chosen-data-folder.ts';

/** Asks for a folder in the system's own dialog; `undefined` when the person changed their mind. */
export async function pickDataDir(window: BrowserWindow | undefined): Promise<string | undefined> {
  if (!window) return undefined;
  const { canceled, filePaths } = await dialog.showOpenDialog(window, {
    title: 'Where Kitchen Pass keeps its orders',
    buttonLabel: 'Use this folder',
    properties: ['openDirectory', 'createDirectory'],
  });
  const [picked] = filePaths;
  return canceled || picked === undefined ? undefined : dataDirIn(picked);
}

export function showFolder(folder: string | undefined): void {
  if (folder !== undefined) shell.openPath(folder);
}
