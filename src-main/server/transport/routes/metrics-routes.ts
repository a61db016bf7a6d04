import type { Metrics } from '../../metrics/metrics.ts';
import { apiRoot } from '../address.ts';
import type { Door } from './door.ts';

/** What Prometheus reads; needs a credential, because figures of a business are nobody else's ([MET1]). */
export function metricsRoutes(app: Door, { page, requests }: Pick<Metrics, 'page' | 'requests'>): void {
  app.addHook('onResponse', async ({ method, routeOptions }, reply) => {
    // Streams and long polls: their time says how long somebody waited for news, not how fast we are.
    if (routeOptions.config.isStream) return;
    const route = routeOptions.url;
    const answered = { status: reply.statusCode, seconds: reply.elapsedTime / 1000 };
    requests(route ? { method, route, ...answered } : { method: 'any', route: 'unmatched', ...answered });
  });

  app.get(`${apiRoot}/metrics`, { config: { access: 'metrics.read' } }, async (_request, reply) => {
    const { contentType, text } = await page();
    return reply.header('content-type', contentType).send(text);
  });
}
