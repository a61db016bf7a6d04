import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import '../ui/tokens.css';
import '../guest/sizes.css';
import { GuestCrash } from '../guest/guest-crash.tsx';
import { browserTimers } from '../link/browser.ts';
import { createHttp } from '../link/http.ts';
import { readLanguage, showLanguage } from '../messages/screen-language.ts';
import { TextProvider } from '../messages/text-context.tsx';
import { createTranslator } from '../messages/translator.ts';
import { followDeviceTheme } from '../ui/device-theme.ts';
import { AccountApp } from './account-app.tsx';
import { createAccountClient, type KeptSecret } from './account-client.ts';
import { AccountContext } from './account-context.ts';

const kept: KeptSecret = {
  read: () => /^#([\w-]{43})$/.exec(location.hash)?.[1],
  forget: () => history.replaceState(null, '', location.pathname),
};

/** Composition root of a guest's own page. */
function open(element: HTMLElement): void {
  const client = createAccountClient({ ...browserTimers(), http: createHttp(fetch.bind(globalThis)), kept });
  const translator = createTranslator(showLanguage(readLanguage()));
  const crashed = (error: unknown) => {
    reportError(error);
    createRoot(element).render(
      <TextProvider translator={translator}>
        <GuestCrash />
      </TextProvider>,
    );
  };
  createRoot(element, { onUncaughtError: crashed }).render(
    <StrictMode>
      <TextProvider translator={translator}>
        <AccountContext value={client}>
          <AccountApp />
        </AccountContext>
      </TextProvider>
    </StrictMode>,
  );
  client.open();
}

followDeviceTheme();
const element = document.getElementById('screen');
if (element) open(element);
