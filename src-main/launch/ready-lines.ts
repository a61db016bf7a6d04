import type { Running } from '../server/order-server.ts';

/** What a start says on standard output; scripts wait for the last line, which comes when orders are taken. */
export function readyLines({ url, firstManager }: Running): string {
  const signIn = firstManager
    ? `First sign-in: user ${firstManager.username}, password ${firstManager.password}\n`
    : '';
  return `${signIn}Kitchen Pass ready at ${url}\n`;
}

/** Somebody may stop reading what we print; that is no reason to stop cooking. Other errors of the stream are ours. */
export function outliveReader(stream: NodeJS.WriteStream): void {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
}
