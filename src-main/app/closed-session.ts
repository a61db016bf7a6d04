import type { Session } from 'electron';

/** The pages need nothing of the machine but this server: every permission, device and download is refused. */
export async function closeSession(session: Session): Promise<void> {
  session.setPermissionRequestHandler((_contents, _permission, decide) => decide(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.on('will-download', (event) => event.preventDefault());
  // The board is on this machine or its network; a proxy between them could only lose it.
  await session.setProxy({ mode: 'direct' });
}
