/** A page of figures as Prometheus would read it. */
export type Scrape = {
  readonly text: string;
  /** Names from the `# TYPE` lines, with their kind. */
  readonly kinds: ReadonlyMap<string, string>;
  readonly help: ReadonlyMap<string, string>;
  readonly samples: readonly Sample[];
  /** Sum of the samples of that name with at least these labels; `undefined` when there is none. */
  value(name: string, labels?: Readonly<Record<string, string>>): number | undefined;
};

export type Sample = {
  readonly name: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly value: number;
};

export function parseScrape(text: string): Scrape {
  const lines = text.split('\n').filter((line) => line !== '');
  const samples = lines.filter((line) => !line.startsWith('#')).map(parseSample);
  return {
    text,
    kinds: described(lines, 'TYPE'),
    help: described(lines, 'HELP'),
    samples,
    value: (name, labels = {}) => {
      const fitting = samples.filter((one) => one.name === name && has(one.labels, labels));
      return fitting.length === 0 ? undefined : fitting.reduce((sum, { value }) => sum + value, 0);
    },
  };
}

function parseSample(line: string): Sample {
  const [, name, labels = '', value] = /^([a-z_]+)(?:\{(.*)\})? (\S+)$/.exec(line) ?? [];
  if (!name) throw new Error(`not a sample: ${line}`);
  const pairs = [...labels.matchAll(/(\w+)="((?:[^"\\]|\\.)*)"/g)].map(([, key = '', text = '']) => [key, text]);
  return {
    name,
    labels: Object.fromEntries(pairs),
    value: value === '+Inf' ? Number.POSITIVE_INFINITY : Number(value),
  };
}

function described(lines: readonly string[], what: 'TYPE' | 'HELP'): Map<string, string> {
  const found = lines.map((line) => new RegExp(`^# ${what} (\\S+) (.+)$`).exec(line)).filter((line) => line !== null);
  return new Map(found.map(([, name = '', text = '']) => [name, text]));
}

const has = (labels: Sample['labels'], wanted: Sample['labels']) =>
  Object.entries(wanted).every(([key, value]) => labels[key] === value);
