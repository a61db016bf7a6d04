import { StartFailure } from '#shared/errors/start-failure.ts';

/** Says why nothing was started, without a stack, and ends: 2 for a wrong setting, 1 for everything else. */
export function refuse(error: unknown): void {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = error instanceof StartFailure && error.code === 'bad_setting' ? 2 : 1;
}
