import { type ReactNode, StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import '../ui/tokens.css';
import '../guest/sizes.css';
import { GuestCrash } from '../guest/guest-crash.tsx';
import { browserTimers } from '../link/browser.ts';
import { createHttp } from '../link/http.ts';
import { createKey } from '../link/idempotency-key.ts';
import { readLanguage, showLanguage } from '../messages/screen-language.ts';
import { TextProvider } from '../messages/text-context.tsx';
import { createTranslator } from '../messages/translator.ts';
import { followDeviceTheme } from '../ui/device-theme.ts';
import { keepBasket, readBasket, type Shelf } from './kept-basket.ts';
import { createId } from './new-id.ts';
import { secretIn } from './secret-in-address.ts';
import { createTableApi } from './table-api.ts';
import { Closed, TableApp } from './table-app.tsx';
import { createTableClient } from './table-client.ts';
import { TableContext } from './table-context.ts';

/** Composition root of the page behind a table's code: no account, no session, no cookie ([SLF1]). */
function open(element: HTMLElement): void {
  const translator = createTranslator(showLanguage(readLanguage()));
  const inWords = (page: ReactNode) => <TextProvider translator={translator}>{page}</TextProvider>;
  const crashed = (error: unknown) => {
    reportError(error);
    createRoot(element).render(inWords(<GuestCrash />));
  };
  const root = createRoot(element, { onUncaughtError: crashed });
  const secret = secretIn(location.pathname);
  root.render(<StrictMode>{inWords(secret === undefined ? <Closed /> : pageOf(secret))}</StrictMode>);
}

function pageOf(secret: string): ReactNode {
  const shelf = shelfHere();
  const name = `kitchen-pass.basket.${secret}`;
  const client = createTableClient({
    ...browserTimers(),
    api: createTableApi(createHttp(fetch.bind(globalThis)), secret),
    kept: { read: () => readBasket(shelf, name), keep: (basket) => keepBasket(shelf, name, basket) },
    newId: () => createId(crypto),
  });
  addEventListener('online', client.wake);
  addEventListener('pageshow', client.wake);
  document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && client.wake());
  client.start();
  return (
    <TableContext value={{ client, newKey: () => createKey(crypto) }}>
      <TableApp />
    </TableContext>
  );
}

/** Some browsers throw at the very question. */
function shelfHere(): Shelf | undefined {
  try {
    return localStorage;
  } catch {
    return undefined;
  }
}

followDeviceTheme();
const element = document.getElementById('screen');
if (element) open(element);
