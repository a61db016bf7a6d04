import { ensureBuilt } from '../../src-main/launch/ensure-built.ts';
import { root } from '../run/tool.ts';

/** Before the suites that start the built program: what they test must be what is in the files. */
export default function buildFirst(): Promise<void> {
  return ensureBuilt(root);
}
