import { screenReportIn } from '#shared/protocol/screen-report.ts';
import type { ScreenFigures } from '../../metrics/screen-figures.ts';
import { apiRoot } from '../address.ts';
import { callerIn } from '../guard.ts';
import type { Door } from './door.ts';

/** Screens tell what they lived through. A report that was taken already is thanked for all the same ([MET3]). */
export function screenReportRoutes(app: Door, screens: ScreenFigures): void {
  app.post(
    `${apiRoot}/screens/report`,
    { config: { access: 'live.follow' }, schema: { body: screenReportIn } },
    async (request, reply) => {
      screens.take(callerIn(request), request.body);
      return reply.code(204).send();
    },
  );
}
