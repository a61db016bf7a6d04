import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { protocol, type Session } from 'electron';
import { pagePolicy } from '../server/transport/answer-headers.ts';
import { appFileOf } from './app-pages.ts';

const contentSecurityPolicy = pagePolicy("'none'");

/** Must be called before Electron is ready. */
export function announceAppScheme(): void {
  protocol.registerSchemesAsPrivileged([{ scheme: 'app', privileges: { standard: true, secure: true } }]);
}

/** `app://kitchen-pass/` serves the page that needs no server, and nothing else of this machine ([APP1]). */
export function serveAppPages(session: Session, pagesDir: string): void {
  session.protocol.handle('app', async ({ method, url }) => {
    const file = method === 'GET' ? appFileOf(url) : undefined;
    const body = file && (await readFile(join(pagesDir, ...file.path)).catch(() => undefined));
    if (!file || !body) return new Response('not found', { status: 404 });
    return new Response(new Uint8Array(body), {
      headers: {
        'content-type': file.contentType,
        'content-security-policy': contentSecurityPolicy,
        'x-content-type-options': 'nosniff',
        'cache-control': 'no-store',
      },
    });
  });
}
