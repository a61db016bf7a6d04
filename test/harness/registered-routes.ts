import { pino } from 'pino';
import { createHttpServer } from '../../src-main/server/transport/http-server.ts';
import { allRoutes, type RouteDeps } from '../../src-main/server/transport/routes/all-routes.ts';
import { openGate } from './open-gate.ts';

export type RegisteredRoute = {
  readonly method: string;
  readonly url: string;
  readonly access: string | undefined;
  /** The schema of its body, if it has one. */
  readonly body: unknown;
  readonly takesBody: boolean;
  /** It says that the address does not take that method, and nothing else. */
  readonly isRefused: boolean;
};

/** The routes as they are registered, asked of the router itself, so that a new one is in every test by itself. */
export async function registeredRoutes(): Promise<readonly RegisteredRoute[]> {
  const routes: RegisteredRoute[] = [];
  const none = undefined as never;
  const app = createHttpServer({ sessions: none, gate: openGate(), log: pino({ level: 'silent' }) }, (door) => {
    door.addHook('onRoute', ({ method, url, config, schema }) => {
      for (const each of [method].flat())
        routes.push({
          method: each,
          url,
          access: config?.access,
          body: schema?.body,
          takesBody: schema?.body !== undefined,
          isRefused: config?.isRefused === true,
        });
    });
    allRoutes(door, { ...asked, pagesDir: import.meta.dirname });
  });
  await app.ready();
  return routes;
}

/** Nothing but these is looked into before somebody calls. */
const asked = { metrics: {}, streams: {} } as RouteDeps;
