import { apiRoot } from '../address.ts';
import type { Door } from './door.ts';

export type LiveCounts = { readonly connections: number; readonly channels: number };

/** Open to everyone, and therefore without a word about orders or people. */
export function healthRoutes(app: Door, counts: () => LiveCounts): void {
  app.get(`${apiRoot}/healthz`, { config: { access: 'open' } }, async () => ({ status: 'ok' }));

  app.get(`${apiRoot}/ws/health`, { config: { access: 'open' } }, async () => {
    const { connections, channels } = counts();
    return { status: 'ok', redis_status: 'off', total_connections: connections, active_channels: channels };
  });
}
