import { randomBytes } from 'node:crypto';
import { parseArgs } from 'node:util';

export type Options = {
  readonly orders: string;
  readonly url: string;
  readonly user: string;
  readonly password: string;
  /** Milliseconds from one order to the next; 0 is flat out. */
  readonly everyMs: number;
  readonly inFlight: number;
  readonly limit: number;
  readonly run: string;
  readonly seed: string;
  /** Milliseconds from one touch of a ticket to the next; `undefined`: nobody cooks. */
  readonly cookMs: number | undefined;
};

/** The command line cannot be understood; `message` is one line. */
export class BadOption extends Error {
  override readonly name = 'BadOption';
}

export const usage = `npm run simulate -- --orders FILE.tsv
  --rate 30/min       or 5/s; flat out without it
  --in-flight 16      requests under way at once
  --limit N           only the first N orders
  --url ADDRESS       default http://127.0.0.1:4480
  --user NAME         default admin
  --password WORD     default $KDS_ADMIN_PASSWORD
  --run ID            the same run again doubles nothing; a new one each time without it
  --seed WORD         chooses tables and order types
  --cook              works every order through the stations and hands it over
  --cook-time 20s     from one touch of a ticket to the next; as fast as it goes without it`;

const flags = {
  orders: { type: 'string' },
  rate: { type: 'string' },
  'in-flight': { type: 'string', default: '16' },
  limit: { type: 'string' },
  url: { type: 'string', default: 'http://127.0.0.1:4480' },
  user: { type: 'string', default: 'admin' },
  password: { type: 'string' },
  run: { type: 'string' },
  seed: { type: 'string', default: '1' },
  cook: { type: 'boolean', default: false },
  'cook-time': { type: 'string' },
} as const;

/** Throws `BadOption`. */
export function readOptions(argv: readonly string[], env: NodeJS.ProcessEnv): Options {
  const values = parse(argv);
  if (!values.orders) throw new BadOption('say which orders: --orders FILE.tsv');
  const password = values.password ?? env.KDS_ADMIN_PASSWORD;
  if (!password) throw new BadOption('give the password with --password or in KDS_ADMIN_PASSWORD');
  return {
    orders: values.orders,
    url: parseUrl(values.url),
    user: values.user,
    password,
    everyMs: values.rate === undefined ? 0 : parseRate(values.rate),
    inFlight: parseCount('--in-flight', values['in-flight']),
    limit: values.limit === undefined ? Number.POSITIVE_INFINITY : parseCount('--limit', values.limit),
    run: parseRun(values.run ?? randomBytes(6).toString('hex')),
    seed: values.seed,
    cookMs: parseCook(values.cook, values['cook-time']),
  };
}

function parse(argv: readonly string[]) {
  try {
    return parseArgs({ args: [...argv], options: flags, allowPositionals: false }).values;
  } catch (error) {
    throw new BadOption((error as Error).message.split('\n', 1)[0]);
  }
}

function parseUrl(text: string): string {
  if (!/^https?:$/.test(URL.parse(text)?.protocol ?? '')) throw new BadOption(`--url ${text} is not an http address`);
  return text.replace(/\/+$/, '');
}

/** `30/min` → 2000 ms from one order to the next. */
export function parseRate(text: string): number {
  const match = /^(\d+(?:\.\d+)?)\/(s|min|h)$/.exec(text);
  const count = Number(match?.[1]);
  if (!match || !(count > 0)) throw new BadOption(`--rate ${text} is not a rate such as 30/min or 5/s`);
  return { s: 1000, min: 60_000, h: 3_600_000 }[match[2] as 's' | 'min' | 'h'] / count;
}

function parseCook(cook: boolean, time: string | undefined): number | undefined {
  if (time === undefined) return cook ? 0 : undefined;
  const match = /^(\d{1,6}(?:\.\d+)?)(ms|s)$/.exec(time);
  if (!cook || !match) throw new BadOption(`--cook-time ${time} goes with --cook and is a time such as 20s or 500ms`);
  return Number(match[1]) * (match[2] === 's' ? 1000 : 1);
}

function parseCount(flag: string, text: string): number {
  if (!/^[1-9]\d{0,8}$/.test(text)) throw new BadOption(`${flag} ${text} is not a whole number from 1`);
  return Number(text);
}

function parseRun(text: string): string {
  if (!/^[\w.-]{1,64}$/.test(text))
    throw new BadOption(`--run ${text} may have letters, digits, ".", "-" and "_" only`);
  return text;
}
