import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import '../ui/tokens.css';
import { browserTimers } from '../link/browser.ts';
import { createHttp } from '../link/http.ts';
import { createPairApi } from '../link/pair-api.ts';
import { readLanguage, showLanguage } from '../messages/screen-language.ts';
import { TextProvider } from '../messages/text-context.tsx';
import { createTranslator } from '../messages/translator.ts';
import { readTheme, showTheme } from '../ui/theme.ts';
import { keptInTab } from './kept-request.ts';
import { PairApp } from './pair-app.tsx';
import { createPairClient } from './pair-client.ts';
import { PairContext } from './pair-context.ts';
import { takeSecret } from './secret.ts';

/** Composition root of the pairing page: before a device is let in, it knows nothing of the restaurant. */
function open(element: HTMLElement, secret: string | undefined): void {
  const api = createPairApi(createHttp(fetch.bind(globalThis)));
  const client = createPairClient(api, browserTimers(), keptInTab, secret);
  const translator = createTranslator(showLanguage(readLanguage()));
  createRoot(element).render(
    <StrictMode>
      <TextProvider translator={translator}>
        <PairContext value={client}>
          <PairApp />
        </PairContext>
      </TextProvider>
    </StrictMode>,
  );
  addEventListener('hashchange', () => {
    const another = takeSecret();
    if (another !== undefined) client.takeAnother(another);
  });
}

const secret = takeSecret();
showTheme(readTheme());
const element = document.getElementById('screen');
if (element) open(element, secret);
