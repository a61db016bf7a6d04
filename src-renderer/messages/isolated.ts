import { type Language, languages } from './language.ts';

const firstStrongIsolate = '\u2068';
const popIsolate = '\u2069';
const rightToLeftLetter = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/;

/**
 * What is filled into a sentence keeps its own direction and does not turn the words beside it ([LNG3]): a dish in
 * Latin letters within Arabic, `12:40`, a name in Arabic letters within English. Left as it is where nothing can turn.
 */
export function isolated(values: object, language: Language): Readonly<Record<string, unknown>> {
  const isRightToLeft = languages[language].direction === 'rtl';
  const mayTurn = (value: unknown) => typeof value === 'string' && (isRightToLeft || rightToLeftLetter.test(value));
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      mayTurn(value) ? `${firstStrongIsolate}${value}${popIsolate}` : value,
    ]),
  );
}
