import { resolve } from 'node:path';
import { platformFolders } from '../config/platform-folders.ts';
import { readSettings } from '../config/read-settings.ts';
import { fetchElectron, findElectron } from './electron-runtime.ts';
import { ensureBuilt } from './ensure-built.ts';
import { stopWithParent } from './parent-watch.ts';
import { refuse } from './refuse.ts';
import { runServer } from './run-server.ts';
import { runWindow } from './run-window.ts';
import { windowObstacle } from './window-obstacle.ts';

/** `npm start`: the window, or, where none can be had, the same board in the browser ([STR1]). */
const root = resolve(import.meta.dirname, '../..');
const argv = process.argv.slice(2);

async function start(): Promise<void> {
  // A wrong flag is told here, on the terminal where it was typed.
  const { reports } = readSettings({ argv, env: process.env, folders: platformFolders() });
  for (const report of reports) process.stderr.write(`${report}\n`);
  await ensureBuilt(root);
  const reason = await openWindow();
  if (reason === undefined) return;
  process.stderr.write(`No window: ${reason}. The board is served to the browser instead.\n`);
  await runServer(root);
}

/** Gives the reason why there was no window; `undefined` when there was one, and it has been closed. */
async function openWindow(): Promise<string | undefined> {
  const obstacle = windowObstacle({ platform: process.platform, env: process.env, uid: process.getuid?.() });
  if (obstacle) return obstacle;
  if (!findElectron(root, process.env)) await fetchElectron(root);
  const electron = findElectron(root, process.env);
  if (!electron) return 'Electron is not installed and could not be fetched';
  const { code, wasWanted } = await runWindow({ electron, root, argv });
  if (!wasWanted) return `Electron ended with code ${code} before it could show anything`;
  process.exitCode = code;
  return undefined;
}

stopWithParent();
await start().catch(refuse);
