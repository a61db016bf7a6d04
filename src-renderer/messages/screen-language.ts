import { firstLanguage, isLanguage, type Language, languages } from './language.ts';

const storedAs = 'kitchen-pass.language';

/** What was chosen on this screen; before that, the first of the browser's languages that we speak ([LNG2]). */
export function readLanguage(): Language {
  return chosenHere() ?? firstLanguage(navigator.languages);
}

function chosenHere(): Language | undefined {
  try {
    const chosen = localStorage.getItem(storedAs);
    return isLanguage(chosen) ? chosen : undefined;
  } catch {
    return undefined;
  }
}

/** So that the browser hyphenates, reads aloud, picks letter forms and lays out as the language does ([LNG3]). */
export function showLanguage(language: Language): Language {
  document.documentElement.lang = language;
  document.documentElement.dir = languages[language].direction;
  return language;
}

export function keepLanguage(language: Language): void {
  showLanguage(language);
  try {
    localStorage.setItem(storedAs, language);
  } catch {
    // It is spoken until the page is reloaded; that is all a locked storage allows.
  }
}
