import { expect, test } from 'vitest';
import { parseRate, readOptions } from './options.ts';

const env = { KDS_ADMIN_PASSWORD: 'from the environment' };

test('only the file and the password must be given', () => {
  const options = readOptions(['--orders', 'a.tsv'], env);
  expect(options).toMatchObject({
    orders: 'a.tsv',
    url: 'http://127.0.0.1:4480',
    user: 'admin',
    password: 'from the environment',
    everyMs: 0,
    inFlight: 16,
    limit: Number.POSITIVE_INFINITY,
  });
  expect(options.run).toMatch(/^[0-9a-f]{12}$/);
});

test('every option is heard, and the command line wins over the environment', () => {
  const argv =
    '--orders=b.tsv --rate 30/min --in-flight 4 --limit 9 --url http://pass:1/ --user pos --password p --run r1 --seed s';
  expect(readOptions(argv.split(' '), env)).toEqual({
    orders: 'b.tsv',
    everyMs: 2000,
    inFlight: 4,
    limit: 9,
    url: 'http://pass:1',
    user: 'pos',
    password: 'p',
    run: 'r1',
    seed: 's',
  });
});

test.each([
  ['5/s', 200],
  ['30/min', 2000],
  ['1800/h', 2000],
  ['0.5/s', 2000],
])('a rate of %s is one order in %d ms', (text, everyMs) => {
  expect(parseRate(text)).toBe(everyMs);
});

test.each([
  [[], 'say which orders'],
  [['--orders', 'a', '--rate', 'fast'], '--rate fast is not a rate'],
  [['--orders', 'a', '--rate', '0/s'], '--rate 0/s is not a rate'],
  [['--orders', 'a', '--limit', '-1'], '--limit'],
  [['--orders', 'a', '--limit', '1.5'], '--limit 1.5 is not a whole number'],
  [['--orders', 'a', '--in-flight', '0'], '--in-flight 0 is not a whole number'],
  [['--orders', 'a', '--url', 'ftp://x'], '--url ftp://x is not an http address'],
  [['--orders', 'a', '--url', 'nonsense'], '--url nonsense is not an http address'],
  [['--orders', 'a', '--run', 'a b'], '--run a b may have'],
  [['--orders', 'a', '--cook-time', '5s'], '--cook-time 5s goes with --cook'],
  [['--orders', 'a', '--cook', '--cook-time', '5 min'], 'is a time such as 20s'],
  [['--orders', 'a', '--boil'], "Unknown option '--boil'"],
  [['a.tsv'], 'a.tsv'],
])('%j is refused in words', (argv, message) => {
  expect(() => readOptions(argv, env)).toThrow(message);
});

test('no password is said before anything is sent', () => {
  expect(() => readOptions(['--orders', 'a'], {})).toThrow('KDS_ADMIN_PASSWORD');
});
