import { pino } from 'pino';
import { describe, expect, test } from 'vitest';
import { type Attempt, createAttempts } from './attempts.ts';

const limits = { each: { most: 10, perS: 0.1 }, all: { most: 60, perS: 1 } };

function inHand() {
  let nowMs = 0;
  const logged: string[] = [];
  const log = pino({ level: 'warn' }, { write: (line: string) => void logged.push(line) });
  const attempts = createAttempts({ clock: { nowMs: () => nowMs }, log }, limits);
  const from = (address: string, deviceId?: string): Attempt => ({ address, aim: 'login', deviceId });
  return {
    attempts,
    /** What has been logged since it was last asked. */
    said: () => logged.splice(0).map((line) => JSON.parse(line)),
    from,
    pass: (ms: number) => {
      nowMs += ms;
    },
    /** How many of so many wrong tries were taken. */
    wrong: (count: number, attempt: Attempt) => {
      let taken = 0;
      for (let index = 0; index < count; index++) {
        try {
          attempts.begin(attempt);
          taken++;
        } catch (error) {
          expect(error).toMatchObject({ code: 'too_many_tries' });
        }
      }
      return taken;
    },
  };
}

describe('[TRY1] wrong tries', () => {
  test('one address has ten, then one every ten seconds', () => {
    const { wrong, from, pass } = inHand();
    expect(wrong(100, from('10.0.0.1'))).toBe(10);
    pass(9999);
    expect(wrong(5, from('10.0.0.1'))).toBe(0);
    pass(1);
    expect(wrong(5, from('10.0.0.1'))).toBe(1);
    pass(3600_000);
    expect(wrong(100, from('10.0.0.1'))).toBe(10);
  });

  test('all strangers together have sixty, and then one a second', () => {
    const { wrong, from, pass } = inHand();
    const flood = () => Array.from({ length: 250 }, (_, index) => wrong(1, from(`127.0.0.${index}`))).filter(Boolean);
    expect(flood()).toHaveLength(60);
    pass(5000);
    expect(flood()).toHaveLength(5);
  });

  test('nine addresses that go on guessing keep nobody out for long who comes from a new one', () => {
    const { wrong, from, pass } = inHand();
    for (let second = 0; second < 600; second++) {
      for (let index = 0; index < 9; index++) wrong(1, from(`127.0.0.${index}`));
      pass(1000);
    }
    expect(wrong(1, from('10.0.0.10'))).toBe(1);
  });

  test('no stranger locks out a paired device, nor somebody who has tries of their own', () => {
    const { wrong, from } = inHand();
    const home = { ...from('10.0.0.9'), own: 'address 10.0.0.9' };
    for (let index = 0; index < 250; index++) wrong(20, from(`127.0.0.${index}`));
    expect(wrong(1, from('10.0.0.10'))).toBe(0);
    expect(wrong(1, from('10.0.0.9'))).toBe(0);
    expect(wrong(100, home)).toBe(10);
    expect(wrong(100, from('127.0.0.1', 'tablet'))).toBe(10);
    expect(wrong(1, from('127.0.0.1', 'another tablet'))).toBe(1);
  });

  test('among strangers somebody’s own wrong ones are told what theirs are, and cost as much', () => {
    const { attempts, wrong, from } = inHand();
    const home = { ...from('10.0.0.9'), own: 'address 10.0.0.9', isAmongStrangers: true };
    const told = () => attempts.begin(home).whenWrong;
    expect(told()).toBe('wrong_login');
    expect(wrong(100, from('10.0.0.9'))).toBe(9);
    expect([told(), told()]).toEqual(['too_many_tries', 'too_many_tries']);
    expect(wrong(100, home)).toBe(7);
    // Elsewhere, and at a device there, it is as ever.
    expect(attempts.begin({ ...home, address: '10.0.0.8', own: 'address 10.0.0.8' }).whenWrong).toBe('wrong_login');
    expect(attempts.begin(from('10.0.0.9', 'tablet')).whenWrong).toBe('wrong_login');
  });

  test('among strangers a right one is given back to both', () => {
    const { attempts, wrong, from } = inHand();
    const home = { ...from('10.0.0.9'), own: 'address 10.0.0.9', isAmongStrangers: true };
    for (let index = 0; index < 500; index++) attempts.begin(home).giveBack();
    expect(wrong(100, from('10.0.0.9'))).toBe(10);
    expect(wrong(100, home)).toBe(10);
  });

  test('more strangers than are remembered keep no device waiting', () => {
    const { wrong, from, pass } = inHand();
    const flood = () => {
      for (let index = 0; index < 12_000; index++) wrong(1, from(`fe80::${index}`));
    };
    flood();
    pass(1000);
    flood();
    expect(wrong(100, from('127.0.0.1', 'tablet'))).toBe(10);
  });

  test('one that is given back counts again, so that a busy evening of signing in uses nothing up', () => {
    const { attempts, wrong, from } = inHand();
    for (const one of [from('10.0.0.1'), from('10.0.0.1', 'tablet')]) {
      for (let index = 0; index < 500; index++) attempts.begin(one).giveBack();
      expect(wrong(100, one)).toBe(10);
    }
  });

  test('a clock that is set back a day neither gives nor takes for long', () => {
    const { wrong, from, pass } = inHand();
    expect(wrong(100, from('10.0.0.1'))).toBe(10);
    pass(-86_400_000);
    expect(wrong(5, from('10.0.0.1'))).toBe(0);
    pass(10_000);
    expect(wrong(5, from('10.0.0.1'))).toBe(1);
  });

  test('whose tries run out is said once a minute: of which device, or that it was strangers', () => {
    const { wrong, from, pass, said } = inHand();
    wrong(10, from('10.0.0.1', 'tablet'));
    expect(said()).toEqual([]);
    wrong(100, from('10.0.0.1', 'tablet'));
    wrong(100, from('10.0.0.2', 'another tablet'));
    for (let index = 0; index < 250; index++) wrong(20, from(`127.0.0.${index}`));
    expect(said()).toMatchObject([
      { level: 40, aim: 'login', deviceId: 'tablet' },
      { level: 40, aim: 'login', deviceId: 'another tablet' },
      { level: 40, aim: 'login', address: '127.0.0.0' },
    ]);
    pass(59_000);
    wrong(100, from('10.0.0.1', 'tablet'));
    expect(said()).toEqual([]);
    pass(1000);
    wrong(100, from('10.0.0.1', 'tablet'));
    expect(said()).toMatchObject([{ deviceId: 'tablet' }]);
  });
});
