import { expect, test } from 'vitest';
import { firstLanguage } from './language.ts';

test.each([
  [['de-AT', 'en'], 'de'],
  [['pt-BR', 'es-MX', 'en'], 'es'],
  [['zh-Hant-TW'], 'zh'],
  [['AR'], 'ar'],
  [['pt', 'it'], 'en'],
  [[], 'en'],
])('[LNG2] a browser that wants %j begins with %s', (wanted, language) => {
  expect(firstLanguage(wanted)).toBe(language);
});
