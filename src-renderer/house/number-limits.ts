import type { Settings } from '#shared/domain/settings.ts';
import { westernFigures } from '#shared/domain/western-figures.ts';

/** The settings that are figures which nobody could offer as a few choices. */
export type NumberName =
  | 'warnMinutes'
  | 'lateMinutes'
  | 'lateAfterTargetMinutes'
  | 'leadMinutes'
  | 'leadSecondsPerItem'
  | 'alarmRepeatSeconds'
  | 'alarmLouderSeconds';

type Limits = readonly [least: number, most: number];

/** As the server takes them. */
const minutes: Limits = [1, 1440];
const seconds: Limits = [5, 3600];
export const limits = {
  warnMinutes: minutes,
  lateMinutes: minutes,
  lateAfterTargetMinutes: minutes,
  leadMinutes: minutes,
  leadSecondsPerItem: [0, 3600],
  alarmRepeatSeconds: seconds,
  alarmLouderSeconds: seconds,
} as const satisfies Readonly<Record<NumberName, Limits>>;

export type NumberFault =
  | { readonly name: NumberName; readonly what: 'range' }
  | { readonly name: NumberName; readonly what: 'late-before-slow' | 'louder-before-again' };

export type Typed = Readonly<Partial<Record<NumberName, string>>>;

/** What is written there as a figure, in Arabic ones, too; nothing else is one. */
export function numberIn(text: string): number | undefined {
  const plain = westernFigures(text.trim());
  return /^\d{1,5}$/.test(plain) ? Number(plain) : undefined;
}

/** [STE3] What is wrong with the figures of one rule as they are typed, each at its own field. */
export function numberFaults(names: readonly NumberName[], typed: Typed, settings: Settings): readonly NumberFault[] {
  const figureOf = (name: NumberName) => {
    const text = typed[name];
    return text === undefined ? settings[name] : numberIn(text);
  };
  const wrong = names.filter((name) => {
    const value = figureOf(name);
    return value === undefined || value < limits[name][0] || value > limits[name][1];
  });
  if (wrong.length > 0) return wrong.map((name) => ({ name, what: 'range' }));
  const isBelow = (name: NumberName, other: NumberName) => (figureOf(name) ?? 0) < (figureOf(other) ?? 0);
  return [
    ...(names.includes('lateMinutes') && isBelow('lateMinutes', 'warnMinutes')
      ? [{ name: 'lateMinutes', what: 'late-before-slow' } as const]
      : []),
    ...(names.includes('alarmLouderSeconds') && isBelow('alarmLouderSeconds', 'alarmRepeatSeconds')
      ? [{ name: 'alarmLouderSeconds', what: 'louder-before-again' } as const]
      : []),
  ];
}

/** Only what is another figure than before. */
export function changeIn(names: readonly NumberName[], typed: Typed, settings: Settings) {
  const entries = names.flatMap((name) => {
    const value = numberIn(typed[name] ?? '');
    return value === undefined || value === settings[name] ? [] : [[name, value] as const];
  });
  return Object.fromEntries(entries) as Partial<Record<NumberName, number>>;
}
