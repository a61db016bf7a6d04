import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/**
 * Runs the built server in this very process, so that signals, the process group and the exit code are its own. It
 * reads the command line by itself and prints the ready line.
 */
export async function runServer(root: string): Promise<void> {
  await import(pathToFileURL(join(root, 'out', 'main', 'serve.js')).href);
}
