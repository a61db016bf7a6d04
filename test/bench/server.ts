import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { signIn } from '../harness/api.ts';

const password = 'a password for benchmarks';

/** A server in a process of its own. */
export type BenchServer = {
  readonly url: string;
  readonly token: string;
  /** From the start of the process to the line that says it takes orders. */
  readonly startedInMs: number;
  /** Resident memory in MB, as the kernel counts it. */
  memoryMb(): number;
  stop(): Promise<void>;
};

const root = join(import.meta.dirname, '../..');
export const built = [join(root, 'out/main/serve.js'), '--port', '0', '--data'];
export const oneByOne = [join(import.meta.dirname, 'one-by-one-server.ts')];

export const newDataDir = () => mkdtempSync(join(tmpdir(), 'kitchen-pass-bench-'));

/** In an empty data folder that goes with it, unless it is given one, which stays. */
export async function startBenchServer(command: readonly string[], given?: string): Promise<BenchServer> {
  const dataDir = given ?? newDataDir();
  const started = performance.now();
  const child = spawn(process.execPath, [...command, dataDir, ...(command === oneByOne ? [password] : [])], {
    env: { ...process.env, KDS_ADMIN_PASSWORD: password, KDS_LOG_LEVEL: 'warn' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const url = await readyLine(child);
  const startedInMs = performance.now() - started;
  const { token } = await signIn(url, password);
  return {
    url,
    token,
    startedInMs,
    memoryMb: () => residentMb(child.pid ?? 0),
    stop: async () => {
      const ended = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGTERM');
      await ended;
      if (!given) rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

async function readyLine(child: ChildProcess): Promise<string> {
  if (!child.stdout) throw new Error('the server has no standard output');
  for await (const line of createInterface({ input: child.stdout })) {
    const url = /ready at (\S+)/.exec(line)?.[1];
    if (url) return url;
  }
  throw new Error('the server ended before it was ready');
}

function residentMb(pid: number): number {
  const kb = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
  return Number(kb) / 1024;
}
