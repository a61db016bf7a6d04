import { createContext, type ReactNode, use, useSyncExternalStore } from 'react';
import type { Language } from './language.ts';
import { keepLanguage } from './screen-language.ts';
import type { Text } from './text.ts';
import type { Speech, Translator } from './translator.ts';

const SpeechContext = createContext<Speech | undefined>(undefined);
const TranslatorContext = createContext<Translator | undefined>(undefined);

type TextProviderProps = { readonly translator: Translator; readonly children: ReactNode };

/** One listener for the whole screen, however many texts are on it. */
export function TextProvider({ translator, children }: TextProviderProps) {
  const speech = useSyncExternalStore(translator.subscribe, translator.speech, translator.speech);
  return (
    <TranslatorContext value={translator}>
      <SpeechContext value={speech}>{children}</SpeechContext>
    </TranslatorContext>
  );
}

function useSpeech(): Speech {
  const speech = use(SpeechContext);
  if (!speech) throw new Error('drawn outside of a screen with texts');
  return speech;
}

/** `t('ticket.bump')`: the texts in this screen's language. Draws anew when the language changes. */
export const useText = (): Text => useSpeech().t;

export const useLanguage = (): Language => useSpeech().language;

/** Changes the language of this screen, at once and for the next time too ([LNG2]). */
export function useChooseLanguage(): (language: Language) => void {
  const translator = use(TranslatorContext);
  return (language) => {
    keepLanguage(language);
    translator?.speak(language);
  };
}
