import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A piece of code in a page of a manual; `named` is what stands behind its language. */
export type Block = {
  readonly page: string;
  readonly line: number;
  readonly language: string;
  readonly named: string;
  readonly text: string;
};

/** All code of a folder's pages, in the order in which people are told to read them: `README.md`, then by number. */
export function blocksIn(folder: string): readonly Block[] {
  const pages = readdirSync(folder).filter((name) => name.endsWith('.md'));
  const first = (name: string) => (name === 'README.md' ? 0 : Number.parseInt(name, 10));
  return pages
    .toSorted((a, b) => first(a) - first(b))
    .flatMap((page) => blocksOf(page, readFileSync(join(folder, page), 'utf8')));
}

function blocksOf(page: string, text: string): Block[] {
  return [...text.matchAll(/^```(\w*) ?(\S*)\n(.*?)^```$/gms)].map((match) => ({
    page,
    line: text.slice(0, match.index).split('\n').length,
    language: match[1] ?? '',
    named: match[2] ?? '',
    text: match[3] ?? '',
  }));
}

/**
 * What is other than it is shown; nothing for what is as it is shown. `"…"` stands for any value, and at the end of a text
 * for the rest of it. What cannot be the same on any two machines (ids, times, keys, cursors, the numbers of orders) has to be
 * of the same kind.
 */
export function differs(shown: unknown, got: unknown, path = ''): string | undefined {
  if (typeof shown === 'string' && typeof got === 'string')
    return sameText(shown, got) ? undefined : at(path, shown, got);
  if (shown === '…' && got !== undefined) return undefined;
  if (typeof shown !== 'object' || shown === null || typeof got !== 'object' || got === null)
    return Object.is(shown, got) ? undefined : at(path, shown, got);
  const [known, come] = [new Map(Object.entries(shown)), new Map(Object.entries(got))];
  const extra = [...come.keys()].find((key) => !known.has(key));
  if (Array.isArray(shown) !== Array.isArray(got) || extra !== undefined) return at(`${path}.${extra}`, 'nothing', got);
  return [...known]
    .map(([key, value]) => differs(value, come.get(key), `${path}.${key}`))
    .find((one) => one !== undefined);
}

const at = (path: string, shown: unknown, got: unknown) =>
  `${path || 'all of it'}: shown is ${JSON.stringify(shown)}, got was ${JSON.stringify(got)}`;

/** What is another on every machine, by what it looks like. */
const kinds = [
  /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/,
  /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/,
  /^kp_[0-9a-f]{16}_[\w-]{43}$/,
  /^[0-9a-f]{16}\.\d+$/,
  /^ORD-\d{12}-[A-Z]\d+$/,
];

/** Of one line of a text as of a value. */
function sameText(shown: string, got: string): boolean {
  if (shown.endsWith('…')) return got.startsWith(shown.slice(0, -1));
  return shown === got || kinds.some((kind) => kind.test(shown) && kind.test(got));
}

/** Line by line; a line that is `…` alone stands for any number of lines. */
export function differsInLines(shown: string, got: string): string | undefined {
  const [expected, come] = [linesOf(shown), linesOf(got)];
  return isAs(expected, come) ? undefined : `shown is\n${expected.join('\n')}\ngot was\n${come.join('\n')}`;
}

const linesOf = (text: string) => text.trimEnd().split('\n');

function isAs([line, ...more]: readonly string[], come: readonly string[]): boolean {
  if (line === undefined) return come.length === 0;
  if (line === '…') return isAs(more, come) || (come.length > 0 && isAs([line, ...more], come.slice(1)));
  const [first, ...rest] = come;
  return first !== undefined && sameText(line, first) && isAs(more, rest);
}
