import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
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
  /** Moments at which a screen lacked something old and said nothing. */
  readonly silentErrors: number;
};

/** Milliseconds. */
export type Spread = { readonly samples: number; readonly mean: number; readonly p95: number; readonly p99: number };

export function spreadOf(values: readonly number[]): Spread {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (share: number) => Math.round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0);
  const mean = Math.round(sorted.reduce((sum, value) => sum + value, 0) / Math.max(1, sorted.length));
  return { samples: sorted.length, mean, p95: at(0.95), p99: at(0.99) };
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

/** All scenes that were written, as a table. */
export function allFigures(): string {
  const files = readdirSync(folder).filter((file) => file.endsWith('.json'));
  return tableOf(files.map((file) => JSON.parse(readFileSync(join(folder, file), 'utf8')) as SceneFigures));
}

const columns: readonly (readonly [string, (figures: SceneFigures) => string | number])[] = [
  ['scene', ({ scene }) => scene],
  ['network', ({ network }) => network],
  ['screens', ({ screens }) => screens],
  ['events', ({ events }) => events],
  ['complete', ({ completion }) => `${(100 * completion).toFixed(completion === 1 ? 0 : 2)} %`],
  ['measured', ({ measured, recoveryMs }) => `${measured} (${recoveryMs.samples})`],
  ['mean ms', ({ recoveryMs }) => recoveryMs.mean],
  ['p95 ms', ({ recoveryMs }) => recoveryMs.p95],
  ['p99 ms', ({ recoveryMs }) => recoveryMs.p99],
  ['lost', ({ lost }) => lost],
  ['doubled', ({ doubled }) => doubled],
  ['silent', ({ silentErrors }) => silentErrors],
];

function tableOf(rows: readonly SceneFigures[]): string {
  const line = (cells: readonly (string | number)[]) => `| ${cells.join(' | ')} |`;
  const body = rows.map((row) => line(columns.map(([, cell]) => cell(row))));
  return [line(columns.map(([name]) => name)), line(columns.map(() => '---')), ...body].join('\n');
}
