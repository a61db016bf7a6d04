import { BrowserWindow } from 'electron';

/** The board's own background, so that nothing flashes white in a dark kitchen. */
const backgroundColor = '#0e1013';

export type WindowSetup = {
  /** The preload script's file. */
  readonly preload: string;
  readonly devTools: boolean;
};

/** The one place where windows are made: pages in them are as powerless as in any browser. Shown at its first paint. */
export function createWindow({ preload, devTools }: WindowSetup): BrowserWindow {
  const window = new BrowserWindow({
    title: 'Kitchen Pass',
    width: 1600,
    height: 900,
    minWidth: 640,
    minHeight: 480,
    backgroundColor,
    show: false,
    autoHideMenuBar: true,
    webPreferences: {
      preload,
      devTools,
      sandbox: true,
      contextIsolation: true,
      webSecurity: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webviewTag: false,
      // The kitchen's own window rings from its first moment; in a browser somebody has to touch the page first ([CHM9]).
      autoplayPolicy: 'no-user-gesture-required',
      // Its dictionaries would come from the internet.
      spellcheck: false,
    },
  });
  window.once('ready-to-show', () => window.show());
  window.webContents.on('page-title-updated', (event) => event.preventDefault());
  return window;
}
