import { type ReactNode, StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { readLanguage, showLanguage } from '../messages/screen-language.ts';
import { TextProvider } from '../messages/text-context.tsx';
import { createTranslator } from '../messages/translator.ts';
import { CrashPage } from './crash-page.tsx';
import { type Screen, ScreenContext } from './screen-context.ts';

/** Draws a page of the staff in the language of its device; what crashes it ends in a page that says so. */
export function drawScreen(element: HTMLElement, screen: Screen, page: ReactNode): void {
  const translator = createTranslator(showLanguage(readLanguage()));
  const inWords = (shown: ReactNode) => <TextProvider translator={translator}>{shown}</TextProvider>;
  // What has crashed the page was not seen by anybody: the floor must not read that it was ([SEE1]).
  const crashed = (error: unknown) => {
    reportError(error);
    screen.client.close();
    createRoot(element).render(inWords(<CrashPage />));
  };
  const root = createRoot(element, { onUncaughtError: crashed });
  root.render(<StrictMode>{inWords(<ScreenContext value={screen}>{page}</ScreenContext>)}</StrictMode>);
}
