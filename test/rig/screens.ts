import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Transport } from '../../src-renderer/link/transport.ts';
import type { SeededRandom } from '../harness/seeded-random.ts';
import { nodeLinkDeps } from './node-link.ts';
import { createRigScreen } from './rig-screen.ts';
import type { ScreenLine, ScreenOrder } from './screen-line.ts';
import { createScreenLog, type ScreenLog } from './screen-log.ts';

/** Some screens that follow the same server over the same network. */
export type Screens = {
  readonly names: readonly string[];
  readonly log: ScreenLog;
  /** What a browser does when the device wakes up. */
  wake(): void;
  /** What a browser does when the device has a network again, or another one. */
  online(): void;
  /** What each of them shows now, as one word. */
  hashes(): Promise<readonly string[]>;
  /** Resolves when they are gone. */
  stop(): Promise<void>;
};

export type ScreensOptions = {
  readonly url: string;
  /** One for each of them. */
  readonly tokens: readonly string[];
  /** Their names are this and a number. */
  readonly name: string;
  readonly count: number;
  readonly sampleMs?: number;
  /** The device's wall clock is so far off; may change at any time. */
  readonly clockOffByMs?: () => number;
  readonly log?: ScreenLog;
  readonly without?: readonly Transport[];
  /** Where a run is to be repeated: each screen has its part of it. Not for screens in another process. */
  readonly random?: SeededRandom;
};

const namesOf = ({ name, count }: ScreensOptions) => Array.from({ length: count }, (_, index) => `${name}${index}`);

/** In this process: cheap, and many at once. */
export function openScreens(options: ScreensOptions): Screens {
  const log = options.log ?? createScreenLog();
  const names = namesOf(options);
  const { random, sampleMs = 0, tokens, ...kitchen } = options;
  const screens = names.map((name, index) => {
    const link = nodeLinkDeps({
      ...kitchen,
      token: tokens[index] ?? '',
      ...(random ? { chance: random.part(name).next } : {}),
    });
    return createRigScreen({ ...link, name, say: log.take, sampleMs });
  });
  for (const screen of screens) screen.start();
  return {
    names,
    log,
    wake: () => {
      for (const screen of screens) screen.wake();
    },
    online: () => {
      for (const screen of screens) screen.online(true);
    },
    hashes: () => {
      const askedAtMs = Date.now();
      for (const screen of screens) screen.tellHash();
      return newestHashes(log, names, askedAtMs);
    },
    stop: async () => {
      for (const screen of screens) screen.stop();
    },
  };
}

const script = join(import.meta.dirname, 'screen-process.ts');

/** In a process of their own, begun with `prefix`: in another network, say. */
export function openScreensElsewhere(prefix: readonly string[], options: ScreensOptions): Screens {
  const log = options.log ?? createScreenLog();
  const names = namesOf(options);
  const [program = '', ...words] = [...prefix, process.execPath, script];
  const { url, tokens, sampleMs = 0, without = [] } = options;
  const child = spawn(program, [...words, JSON.stringify({ url, tokens, sampleMs, without, names })], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  readLines(child, (line) => {
    // A process that was ended in the middle of a line.
    if (line.endsWith('}')) log.take(JSON.parse(line) as ScreenLine);
  });
  const order = (what: ScreenOrder) => child.stdin?.write(`${what}\n`);
  return {
    names,
    log,
    wake: () => order('wake'),
    online: () => order('online'),
    hashes: () => {
      const askedAtMs = Date.now();
      order('hash');
      return newestHashes(log, names, askedAtMs);
    },
    stop: () =>
      new Promise((resolve) => {
        child.once('close', () => resolve());
        order('stop');
      }),
  };
}

function readLines(child: ChildProcess, take: (line: string) => void): void {
  if (child.stdout) createInterface({ input: child.stdout }).on('line', take);
}

/** A hundred screens in one process that have thousands of orders to count need their time. */
const answerWithinMs = 60_000;

async function newestHashes(log: ScreenLog, names: readonly string[], sinceMs: number): Promise<string[]> {
  const told = (name: string) => log.newest(name, 'hash');
  await log.until(() => names.every((name) => (told(name)?.atMs ?? 0) >= sinceMs), answerWithinMs);
  return names.map((name) => told(name)?.hash ?? 'no answer');
}
