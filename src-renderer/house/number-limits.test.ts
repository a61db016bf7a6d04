import { expect, test } from 'vitest';
import { restaurantId } from '#shared/domain/id.ts';
import { firstSettings } from '#shared/domain/settings.ts';
import { settingsIn } from '#shared/protocol/site-requests.ts';
import { changeIn, limits, type NumberName, numberFaults, numberIn, type Typed } from './number-limits.ts';
import { wireOf } from './rule-wire.ts';

const settings = firstSettings(restaurantId('main'));
const faults = (names: readonly NumberName[], typed: Typed) =>
  numberFaults(names, typed, settings).map(({ name, what }) => `${name}: ${what}`);

test('[STE3] only a whole number is one', () => {
  expect(['7', ' 7 ', '007', '0', '', '-1', '1.5', '1e3', '123456', 'ten', '٧'].map(numberIn)).toEqual([
    ...[7, 7, 7, 0],
    ...Array.from({ length: 6 }, () => undefined),
    7,
  ]);
});

test('[STE3] what the page lets pass the server takes, and what it refuses the server would', () => {
  for (const [name, [least, most]] of Object.entries(limits)) {
    const takes = (figure: number) => settingsIn.safeParse(wireOf({ [name]: figure })).success;
    expect({ name, taken: [least - 1, least, most, most + 1].map(takes) }).toEqual({
      name,
      taken: [false, true, true, false],
    });
  }
});

test('[STE3] a figure out of its limits, or before the one that it follows, is wrong at its own field', () => {
  const age = ['warnMinutes', 'lateMinutes'] as const;
  expect(faults(age, { warnMinutes: '0', lateMinutes: 'x' })).toEqual(['warnMinutes: range', 'lateMinutes: range']);
  expect(faults(age, { warnMinutes: '9' })).toEqual(['lateMinutes: late-before-slow']);
  expect(faults(age, { warnMinutes: '8' })).toEqual([]);
  const alarm = ['alarmRepeatSeconds', 'alarmLouderSeconds'] as const;
  expect(faults(alarm, { alarmLouderSeconds: '29' })).toEqual(['alarmLouderSeconds: louder-before-again']);
  expect(faults(alarm, { alarmLouderSeconds: '30' })).toEqual([]);
});

test('[STE3] only what is another figure than before is asked for', () => {
  const names = ['leadMinutes', 'leadSecondsPerItem'] as const;
  expect(changeIn(names, { leadMinutes: '15', leadSecondsPerItem: '0' }, settings)).toEqual({ leadSecondsPerItem: 0 });
  expect(changeIn(names, {}, settings)).toEqual({});
});
