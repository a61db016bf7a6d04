import { createContext, type ReactNode, use, useSyncExternalStore } from 'react';
import type { Language } from './language.ts';
import type { Text } from './text.ts';
import type { Speech, Translator } from './translator.ts';

const SpeechContext = createContext<Speech | undefined>(undefined);

type TextProviderProps = { readonly translator: Translator; readonly children: ReactNode };

/** One listener for the whole screen, however many texts are on it. */
export function TextProvider({ translator, children }: TextProviderProps) {
  const speech = useSyncExternalStore(translator.subscribe, translator.speech, translator.speech);
  return <SpeechContext value={speech}>{children}</SpeechContext>;
}

function useSpeech(): Speech {
  const speech = use(SpeechContext);
  if (!speech) throw new Error('drawn outside of a screen with texts');
  return speech;
}

/** `t('ticket.bump')`: the texts in this screen's language. Draws anew when the language changes. */
export const useText = (): Text => useSpeech().t;

export const useLanguage = (): Language => useSpeech().language;
