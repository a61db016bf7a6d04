import { homedir } from 'node:os';
import { join } from 'node:path';

/** Where this account keeps things, on this platform; the same for the desktop and for `npm run serve`. */
export type PlatformFolders = {
  /** The data folder when nobody has named another. */
  readonly data: string;
  /** What must be known before the data folder is: which one was chosen, and the window's own profile. */
  readonly config: string;
};

export type Machine = {
  readonly platform: NodeJS.Platform;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly home: string;
};

/** The database is large and belongs to this machine, so on Windows it lies in the local, not the roaming, profile. */
export function platformFolders(
  { platform, env, home }: Machine = { platform: process.platform, env: process.env, home: homedir() },
): PlatformFolders {
  if (platform === 'win32') {
    return inOne(join(env.LOCALAPPDATA || join(home, 'AppData', 'Local'), 'Kitchen Pass'));
  }
  if (platform === 'darwin') return inOne(join(home, 'Library', 'Application Support', 'Kitchen Pass'));
  return {
    data: join(env.XDG_DATA_HOME || join(home, '.local', 'share'), 'kitchen-pass'),
    config: join(env.XDG_CONFIG_HOME || join(home, '.config'), 'kitchen-pass'),
  };
}

const inOne = (folder: string): PlatformFolders => ({ data: join(folder, 'data'), config: folder });
