import { useMemo } from 'react';
import type { Language } from '../../messages/language.ts';
import { useLanguage } from '../../messages/text-context.tsx';
import { useSettings } from '../../screen/use-site.ts';

const looks = {
  day: { weekday: 'short', day: 'numeric', month: 'long', year: 'numeric' },
  clock: { hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' },
} as const satisfies Readonly<Record<string, Intl.DateTimeFormatOptions>>;

export type MomentWords = {
  /** `Mon, 30 November 2026` */
  readonly day: (atMs: number) => string;
  /** `18:05:03` */
  readonly clock: (atMs: number) => string;
  /** A business day, which is a date and no moment. */
  readonly date: (day: string) => string;
};

/** Tells days and times on the restaurant's clock, whatever zone this device was set to ([TOD1]). */
export function useMomentWords(): MomentWords {
  const language = useLanguage();
  const { timeZone } = useSettings();
  return useMemo(() => {
    const day = formatFor(language, looks.day, timeZone);
    const clock = formatFor(language, looks.clock, timeZone);
    const date = formatFor(language, looks.day, 'UTC');
    return {
      day: (atMs) => day.format(atMs),
      clock: (atMs) => clock.format(atMs),
      date: (of) => date.format(Date.parse(of)),
    };
  }, [language, timeZone]);
}

function formatFor(language: Language, look: Intl.DateTimeFormatOptions, timeZone: string | null) {
  const tag = `${language}-u-nu-latn-ca-gregory`;
  try {
    return new Intl.DateTimeFormat(tag, timeZone === null ? look : { ...look, timeZone });
  } catch {
    // A zone that this browser does not know.
    return new Intl.DateTimeFormat(tag, look);
  }
}
