export type WindowMachine = {
  readonly platform: NodeJS.Platform;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The account's number; `undefined` on Windows. */
  readonly uid: number | undefined;
};

/** Why no window can be opened on this machine whatever is installed, as the end of a sentence; `undefined` when it can. */
export function windowObstacle({ platform, env, uid }: WindowMachine): string | undefined {
  if (platform === 'win32' || platform === 'darwin') return undefined;
  if (!env.DISPLAY && !env.WAYLAND_DISPLAY) return 'there is no display';
  // Chromium's sandbox needs an ordinary account; whoever has switched it off knows.
  if (uid === 0 && !env.ELECTRON_DISABLE_SANDBOX) return 'Electron does not run as root';
  return undefined;
}
