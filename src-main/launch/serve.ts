import { resolve } from 'node:path';
import { ensureBuilt } from './ensure-built.ts';
import { stopWithParent } from './parent-watch.ts';
import { refuse } from './refuse.ts';
import { runServer } from './run-server.ts';

/** `npm run serve`: the server without a window. */
const root = resolve(import.meta.dirname, '../..');
stopWithParent();
await ensureBuilt(root)
  .then(() => runServer(root))
  .catch(refuse);
