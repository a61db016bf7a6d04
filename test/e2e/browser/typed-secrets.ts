import type { BrowserContext, Response } from '@playwright/test';
import { rememberSecret, rememberSecretsInText } from '../../harness/sent-secrets.ts';

/** Where a test's server is, by whatever name a page finds it. */
function serverAt(address: string): { readonly url: string; readonly path: string } {
  const { protocol, port, pathname } = new URL(address);
  return { url: `${protocol}//127.0.0.1:${port}`, path: pathname };
}

/** What is typed into pages and told to them stands in no server's log either ([LOG1]). */
export function watchTyped(context: BrowserContext): void {
  context.on('request', (request) => {
    const { url, path } = serverAt(request.url());
    rememberSecretsInText(url, request.postData() ?? '', path);
  });
  context.on('response', (response) => void hear(response));
}

async function hear(response: Response): Promise<void> {
  const { url, path } = serverAt(response.url());
  // Tokens of devices are told here and kept in a cookie; the page may be gone before it has heard.
  if (!/\/(pair|auth|api-keys|users|devices)\b/.test(path)) return;
  const text = await response.text().catch(() => '');
  rememberSecretsInText(url, text, path);
  const cookies = await response.headerValues('set-cookie').catch(() => []);
  for (const cookie of cookies) rememberSecret(url, /=([^;]+)/.exec(cookie)?.[1] ?? '');
}
