import { reportQuery } from '#shared/protocol/report-requests.ts';
import type { ReportReader } from '../../ports.ts';
import { apiRoot } from '../address.ts';
import { callerIn } from '../guard.ts';
import type { Door } from './door.ts';

/** How soon the kitchen serves, and what comes back ([RPT1]). */
export function reportRoutes(app: Door, reports: ReportReader): void {
  for (const kind of ['tickets', 'items', 'stations'] as const) {
    app.get(
      `${apiRoot}/reports/${kind}`,
      { config: { access: 'reports.read' }, schema: { querystring: reportQuery } },
      async (request, reply) => {
        const { query } = request;
        const text = await reports.report(callerIn(request).restaurantId, kind, query);
        if (query.format === 'json') return reply.type('application/json').send(text);
        const name = `${kind}-${query.from}-${query.to}.csv`;
        return reply
          .type('text/csv; charset=utf-8')
          .header('content-disposition', `attachment; filename="${name}"`)
          .send(text);
      },
    );
  }
}
