import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { artefacts } from '../run/tool.ts';

/** What a scene came to. One shape for all of them, so that they stand in one table. */
export type SceneFigures = {
  readonly scene: string;
  /** What the network was made of. */
  readonly network: string;
  readonly screens: number;
  /** Events that were stored while the scene ran. */
  readonly events: number;
  /** Of the events that all screens should have shown in the end, the share that they did; 1 is all. */
  readonly completion: number;
  /** What `recoveryMs` was measured from. */
  readonly measured: string;
  readonly recoveryMs: Spread;
  readonly lost: number;
  readonly doubled: number;
  /** Moments at which a screen lacked something old and said nothing; `null` where nobody looked. */
  readonly silentErrors: number | null;
};

/** Milliseconds. */
export type Spread = { readonly samples: number; readonly mean: number; readonly p95: number; readonly p99: number };

/** What was found when a scene was over, however it was found. */
export type Findings = Pick<SceneFigures, 'scene' | 'network' | 'screens' | 'events' | 'measured'> & {
  readonly valuesMs: readonly number[];
  /** Events that a screen did not show in the end, summed over the screens. */
  readonly lacking: number;
  /** Screens that in the end did not show just what the server has. */
  readonly wrong: number;
  /** Events that were jumped over on the way. */
  readonly holes: number;
  readonly repeats: number;
  readonly silent: number | null;
};

export function figuresOf({ lacking, wrong, holes, repeats, silent, valuesMs, ...scene }: Findings): SceneFigures {
  const due = scene.screens * scene.events;
  if (due === 0) throw new Error(`${scene.scene}: nothing was due, so that nothing is shown by it`);
  return {
    ...scene,
    completion: (due - lacking) / due,
    recoveryMs: spreadOf(valuesMs),
    lost: lacking + wrong + holes,
    doubled: repeats,
    silentErrors: silent,
  };
}

export function spreadOf(values: readonly number[]): Spread {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (share: number) => Math.round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0);
  const mean = Math.round(sorted.reduce((sum, value) => sum + value, 0) / Math.max(1, sorted.length));
  return { samples: sorted.length, mean, p95: at(0.95), p99: at(0.99) };
}

type Count = 'screens' | 'events' | 'lacking' | 'wrong' | 'holes' | 'repeats';

/** One scene that was played many times; `events` is the mean of them. */
export function addedUp(all: readonly Findings[]): Findings {
  const [first] = all;
  if (!first) throw new Error('there is nothing to add up');
  const sum = (count: Count) => all.reduce((total, one) => total + one[count], 0);
  const silent = all.every((one) => one.silent !== null);
  return {
    ...first,
    screens: sum('screens'),
    events: Math.round(sum('events') / all.length),
    lacking: sum('lacking'),
    wrong: sum('wrong'),
    holes: sum('holes'),
    repeats: sum('repeats'),
    silent: silent ? all.reduce((total, one) => total + (one.silent ?? 0), 0) : null,
    valuesMs: all.flatMap((one) => one.valuesMs),
  };
}

const folder = join(artefacts, 'scenes');
const fileName = (scene: string) => `${scene.replaceAll(/[^a-z0-9]+/gi, '-').toLowerCase()}.json`;

/** Writes the figures for whoever compares runs, and prints them for whoever watches this one. */
export function tellFigures(figures: SceneFigures): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, fileName(figures.scene)), `${JSON.stringify(figures, null, 2)}\n`);
  console.log(tableOf([figures]));
}

/** Figures of an earlier run must not stand beside those of this one. */
export function forgetFigures(): void {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
}

/** All scenes that were written since then, as a table. */
export function figuresSince(sinceMs: number): string {
  const isNew = (file: string) => file.endsWith('.json') && statSync(join(folder, file)).mtimeMs >= sinceMs;
  const files = readdirSync(folder).filter(isNew);
  return tableOf(files.map((file) => JSON.parse(readFileSync(join(folder, file), 'utf8')) as SceneFigures));
}

const notMeasured = 'not measured';
const timeIn = (what: Exclude<keyof Spread, 'samples'>) => (figures: SceneFigures) =>
  figures.recoveryMs.samples > 0 ? figures.recoveryMs[what] : notMeasured;

const columns: readonly (readonly [string, (figures: SceneFigures) => string | number])[] = [
  ['scene', ({ scene }) => scene],
  ['network', ({ network }) => network],
  ['screens', ({ screens }) => screens],
  ['events', ({ events }) => events],
  ['complete', ({ completion }) => `${(100 * completion).toFixed(completion === 1 ? 0 : 2)} %`],
  ['measured', ({ measured, recoveryMs }) => `${measured} (${recoveryMs.samples})`],
  ['mean ms', timeIn('mean')],
  ['p95 ms', timeIn('p95')],
  ['p99 ms', timeIn('p99')],
  ['lost', ({ lost }) => lost],
  ['doubled', ({ doubled }) => doubled],
  ['silent', ({ silentErrors }) => silentErrors ?? notMeasured],
];

function tableOf(rows: readonly SceneFigures[]): string {
  const line = (cells: readonly (string | number)[]) => `| ${cells.join(' | ')} |`;
  const body = rows.map((row) => line(columns.map(([, cell]) => cell(row))));
  return [line(columns.map(([name]) => name)), line(columns.map(() => '---')), ...body].join('\n');
}
