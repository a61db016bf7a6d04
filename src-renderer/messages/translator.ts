import { createInstance, type i18n } from 'i18next';
import ar from './ar.json';
import de from './de.json';
import en from './en.json';
import es from './es.json';
import fr from './fr.json';
import { isolated } from './isolated.ts';
import type { Language } from './language.ts';
import type { Text } from './text.ts';
import zh from './zh.json';

/** What a screen says now; replaced as a whole when its language changes. */
export type Speech = { readonly language: Language; readonly t: Text };

/** The texts of one screen, in the language that it has chosen ([LNG2]). */
export interface Translator {
  /** The very same object until the language changes. */
  speech(): Speech;
  speak(language: Language): void;
  /** Gives back what ends it. */
  subscribe(listener: () => void): () => void;
}

const bundles = { en, es, fr, de, zh, ar };
const resources = Object.fromEntries(
  Object.entries(bundles).map(([language, translation]) => [language, { translation }]),
);

/** All languages are in the bundle, so that it is ready at once, also without a network. */
export function createTranslator(first: Language): Translator {
  const engine = createEngine(first);
  const listeners = new Set<() => void>();
  const speechIn = (language: Language): Speech => ({ language, t: textsOf(engine, language) });
  let speech = speechIn(first);

  return {
    speech: () => speech,
    speak: (language) => {
      speech = speechIn(language);
      for (const listener of listeners) listener();
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** React escapes what it draws; texts never refer to each other, so that no guest's name can. */
function createEngine(lng: Language): i18n {
  const engine = createInstance();
  void engine.init({
    lng,
    fallbackLng: 'en',
    resources,
    initAsync: false,
    nsSeparator: false,
    interpolation: { escapeValue: false },
  });
  return engine;
}

/** A board says the same hundreds of texts again at every event: each is made once, also with what it was filled with. */
function textsOf(engine: i18n, language: Language): Text {
  const fixed = engine.getFixedT(language);
  const known = new Map<string, string>();

  function keep(name: string, text: string): string {
    // Ages and counts make ever new ones.
    if (known.size >= mostKept) known.clear();
    known.set(name, text);
    return text;
  }

  return (key: string, ...[values]) => {
    const name = values ? `${key} ${JSON.stringify(values)}` : key;
    return known.get(name) ?? keep(name, values ? fixed(key, isolated(values, language)) : fixed(key));
  };
}

const mostKept = 2000;
