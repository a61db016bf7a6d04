import type { Session } from 'electron';
import { isFileOf } from './closed-contents.ts';

/**
 * The pages need nothing of the machine but this server: every permission and device is refused, and every file but what
 * the server or its page hands over; where that goes the machine's own dialog asks ([WIN1]).
 */
export async function closeSession(session: Session, serverOrigin: () => string | undefined): Promise<void> {
  session.setPermissionRequestHandler((_contents, _permission, decide) => decide(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.on('will-download', (event, item) => {
    if (!isFileOf(item.getURL(), serverOrigin())) event.preventDefault();
  });
  // The board is on this machine or its network; a proxy between them could only lose it.
  await session.setProxy({ mode: 'direct' });
}
