import { spawn } from 'node:child_process';
import { outliveReader } from './ready-lines.ts';
import { onStopSignal } from './signals.ts';

export type WindowRun = {
  readonly electron: string;
  readonly root: string;
  readonly argv: readonly string[];
};

export type WindowEnd = {
  readonly code: number;
  /** Orders were taken, or somebody has ended it on purpose: there is nothing to fall back from. */
  readonly wasWanted: boolean;
};

/** The desktop app as a child that gets every signal we get. Resolves when it has ended. */
export function runWindow({ electron, root, argv }: WindowRun): Promise<WindowEnd> {
  const { ELECTRON_RUN_AS_NODE: _, ...env } = process.env;
  const child = spawn(electron, [root, ...argv], { env, stdio: ['inherit', 'pipe', 'inherit'] });
  let ready = false;
  let asked = false;
  outliveReader(process.stdout);
  child.stdout.on('data', (chunk: Buffer) => {
    ready ||= chunk.includes('Kitchen Pass ready at ');
    process.stdout.write(chunk);
  });
  onStopSignal(
    (signal) => {
      asked = true;
      child.kill(signal);
    },
    () => child.kill('SIGKILL'),
  );
  return new Promise((resolve) => {
    child.once('error', () => resolve({ code: 1, wasWanted: false }));
    child.once('close', (code) => resolve({ code: code ?? 1, wasWanted: ready || asked || code === 0 }));
  });
}
