import type { WebContents } from 'electron';
import type { Logger } from 'pino';

/** Pages stay where we put them: no new windows, no webviews, no other site in any frame. */
export function closeContents(contents: WebContents, serverOrigin: () => string | undefined, log: Logger): void {
  const mayGoTo = (address: string) => isServers(address, serverOrigin());
  contents.setWindowOpenHandler(({ url }) => {
    log.warn({ origin: originOf(url) }, 'a new window was refused');
    return { action: 'deny' };
  });
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.on('will-frame-navigate', (event) => {
    if (mayGoTo(event.url)) return;
    event.preventDefault();
    log.warn({ origin: originOf(event.url) }, 'a way to another site was refused');
  });
  contents.on('will-redirect', (event) => {
    if (!mayGoTo(event.url)) event.preventDefault();
  });
  // A page that asks before it is left keeps what was typed; a window that would not close, and says no word, is worse.
  contents.on('will-prevent-unload', (event) => event.preventDefault());
}

/** Not even our own `app://` pages, which can do more than the board: only the main process goes there. */
export function isServers(address: string, serverOrigin: string | undefined): boolean {
  const origin = originOf(address);
  return origin !== undefined && origin === serverOrigin;
}

/** A file that the server sends, or that its page has made. */
export const isFileOf = (address: string, serverOrigin: string | undefined): boolean =>
  isServers(address.replace(/^blob:/, ''), serverOrigin);

/** Like `URL.origin`, which is `null` for our own scheme. Never the whole address: it may carry a secret. */
function originOf(address: string): string | undefined {
  if (!URL.canParse(address)) return undefined;
  const { protocol, host } = new URL(address);
  return `${protocol}//${host}`;
}
