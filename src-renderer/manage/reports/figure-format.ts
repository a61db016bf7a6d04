import type { Language } from '../../messages/language.ts';
import { useLanguage } from '../../messages/text-context.tsx';
import { formatDuration } from '../../ui/duration.ts';
import type { Span } from './span.ts';

/** Where there is nothing to tell. */
const nothing = '–';

export type FigureFormat = {
  /** `12:40` */
  readonly time: (seconds: number | null) => string;
  readonly count: (value: number | null) => string;
  /** `93 %` */
  readonly share: (value: number | null) => string;
  /** `Fri, 27 Nov 2026` */
  readonly day: (day: string) => string;
  /** `27 Nov`, under a bar. */
  readonly shortDay: (day: string) => string;
  /** `Nov 2026`, of `2026-11`. */
  readonly month: (month: string) => string;
  readonly span: (span: Span) => string;
  /** `18–19`, an hour of the day. */
  readonly hour: (hour: number) => string;
};

/** How figures and dates are written: in the screen's language, in the digits that kitchens read ([LNG1]). */
export const useFigures = (): FigureFormat => formatFor(useLanguage());

const known = new Map<Language, FigureFormat>();

function formatFor(language: Language): FigureFormat {
  const made = known.get(language) ?? build(language);
  known.set(language, made);
  return made;
}

function build(language: Language): FigureFormat {
  const tag = `${language}-u-nu-latn-ca-gregory`;
  const whole = new Intl.NumberFormat(tag, { maximumFractionDigits: 0 });
  const percent = new Intl.NumberFormat(tag, { style: 'percent', maximumFractionDigits: 0 });
  const dates = (look: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(tag, { ...look, timeZone: 'UTC' });
  const long = dates({ weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' });
  const short = dates({ day: 'numeric', month: 'numeric' });
  const month = dates({ month: 'short', year: 'numeric' });
  const at = (day: string) => new Date(`${day}T00:00:00Z`);
  return {
    time: (seconds) => (seconds === null ? nothing : formatDuration(seconds * 1000)),
    count: (value) => (value === null ? nothing : whole.format(value)),
    share: (value) => (value === null ? nothing : plain(percent.format(floored(value)))),
    day: (day) => long.format(at(day)),
    shortDay: (day) => plain(short.format(at(day))),
    month: (text) => month.format(at(`${text}-01`)),
    span: ({ from, to }) => (from === to ? long.format(at(from)) : long.formatRange(at(from), at(to))),
    hour: (hour) => `${hour}–${(hour + 1) % 24}`,
  };
}

/** Without marks of direction, which turn digits that stand alone. */
const plain = (text: string) => text.replaceAll(/[\u061c\u200e\u200f]/g, '');

/** 99.7 % on time is not all on time. */
const floored = (share: number) => Math.floor(share * 100 + 1e-9) / 100;
