/** The languages of the screens, each with its own name for itself and the direction it is written in ([LNG1]). */
export const languages = {
  en: { name: 'English', direction: 'ltr' },
  es: { name: 'Español', direction: 'ltr' },
  fr: { name: 'Français', direction: 'ltr' },
  de: { name: 'Deutsch', direction: 'ltr' },
  zh: { name: '中文', direction: 'ltr' },
  ar: { name: 'العربية', direction: 'rtl' },
} as const;

export type Language = keyof typeof languages;

export const languageCodes = Object.keys(languages) as readonly Language[];

export const isLanguage = (code: unknown): code is Language => languageCodes.some((known) => known === code);

/**
 * The first language of `wanted` that there is a file for. A region counts for its language: `de-AT` is German.
 *
 * @param wanted language tags (BCP 47), the most wanted first, as in `navigator.languages`
 */
export function firstLanguage(wanted: readonly string[]): Language {
  const codes = wanted.map((tag) => tag.split('-', 1)[0]?.toLowerCase());
  return codes.find(isLanguage) ?? 'en';
}
