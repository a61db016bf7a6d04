import { createInterface } from 'node:readline';
import type { Transport } from '../../src-renderer/link/transport.ts';
import { nodeLinkDeps } from './node-link.ts';
import { createRigScreen } from './rig-screen.ts';
import type { ScreenLine, ScreenOrder } from './screen-line.ts';

type Given = {
  readonly url: string;
  /** One for each of them. */
  readonly tokens: readonly string[];
  readonly sampleMs: number;
  readonly without: readonly Transport[];
  readonly names: readonly string[];
};

/** Screens in a process of their own: told what to do on standard input, telling on standard output. */
const given = JSON.parse(process.argv[2] ?? '') as Given;
const say = (line: ScreenLine) => process.stdout.write(`${JSON.stringify(line)}\n`);
const screens = given.names.map((name, index) =>
  createRigScreen({
    ...nodeLinkDeps({ ...given, token: given.tokens[index] ?? '' }),
    name,
    say,
    sampleMs: given.sampleMs,
  }),
);

const orders: Readonly<Record<ScreenOrder, () => void>> = {
  wake: () => {
    for (const screen of screens) screen.wake();
  },
  online: () => {
    for (const screen of screens) screen.online(true);
  },
  hash: () => {
    for (const screen of screens) screen.tellHash();
  },
  stop: () => process.exit(0),
};

const input = createInterface({ input: process.stdin });
input.on('line', (line) => orders[line as ScreenOrder]?.());
// Nobody is left to tell.
input.on('close', () => process.exit(0));
for (const screen of screens) screen.start();
