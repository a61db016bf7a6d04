import { spawn } from 'node:child_process';
import { once } from 'node:events';

/** One shell in which examples are run one after the other, as somebody would who follows a manual. */
export type ShellSession = {
  /** What it has written to standard output. Throws when it fails. */
  run(commands: string): Promise<string>;
  /** Ends it and everything that it has started. */
  end(): Promise<void>;
};

const mark = 'this-block-is-over';

export function openShell(cwd: string, env: NodeJS.ProcessEnv): ShellSession {
  // A group of its own, so that what runs beside it ends with it.
  const child = spawn('bash', ['-e'], { cwd, env, detached: true, stdio: ['pipe', 'pipe', 'pipe'] });
  let told = '';
  let complaints = '';
  let wake = (): void => undefined;
  child.stdout.setEncoding('utf8').on('data', (piece) => {
    told += piece;
    wake();
  });
  child.stderr.setEncoding('utf8').on('data', (piece) => {
    complaints += piece;
  });
  const gone = once(child, 'close').then(() => wake());

  return {
    run: async (commands) => {
      told = '';
      complaints = '';
      child.stdin.write(`${commands}\necho\necho ${mark}\n`);
      while (!told.endsWith(`\n${mark}\n`)) {
        if (child.exitCode !== null) throw new Error(`the shell ended with ${child.exitCode}:\n${told}${complaints}`);
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
      return told.slice(0, -mark.length - 2);
    },
    end: async () => {
      if (child.pid !== undefined && child.exitCode === null) process.kill(-child.pid, 'SIGKILL');
      await gone;
    },
  };
}
