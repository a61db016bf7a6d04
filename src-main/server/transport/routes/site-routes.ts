import { settingsIn, stationsIn } from '#shared/protocol/site-requests.ts';
import type { SiteDesk } from '../../core/site-desk.ts';
import { apiRoot } from '../address.ts';
import { callerIn } from '../guard.ts';
import { sendAnswer } from '../problem.ts';
import { markOf } from '../request-mark.ts';
import type { Door } from './door.ts';

/** How the kitchen is set up: its stations, and what holds for all screens. */
export function siteRoutes(app: Door, desk: SiteDesk): void {
  app.get(`${apiRoot}/stations`, { config: { access: 'site.read' } }, async (request, reply) => {
    const stations = desk.stations(callerIn(request));
    return reply.header('etag', `"${stations.version}"`).send({ ...stations, next_cursor: null });
  });

  app.put(
    `${apiRoot}/stations`,
    { config: { access: 'site.write' }, schema: { body: stationsIn } },
    async (request, reply) =>
      sendAnswer(reply, await desk.setStations(callerIn(request), request.body, markOf(request))),
  );

  app.get(`${apiRoot}/settings`, { config: { access: 'site.read' } }, async (request, reply) => {
    const settings = desk.settings(callerIn(request));
    return reply.header('etag', `"${settings.version}"`).send(settings);
  });

  app.patch(
    `${apiRoot}/settings`,
    { config: { access: 'site.write' }, schema: { body: settingsIn } },
    async (request, reply) =>
      sendAnswer(reply, await desk.changeSettings(callerIn(request), request.body, markOf(request))),
  );
}
