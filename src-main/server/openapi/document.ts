import { setImmediate } from 'node:timers/promises';
import { apiRoot } from '../transport/address.ts';
import { sessionCookie } from '../transport/credential.ts';
import { socketPaths } from '../transport/stream-address.ts';
import { streamAccess } from '../transport/stream-target.ts';
import { socketDescriptions } from './describe-live.ts';
import type { Description } from './description.ts';
import { groups } from './groups.ts';
import { createSchemaWriter } from './json-schema.ts';
import { type ApiRoute, operationOf } from './operation.ts';
import { createProblemWriter, problemSchema } from './problem-answers.ts';

/** The whole API as OpenAPI 3.1, of the routes as they are registered and the schemas that check them ([POS1]). */
export async function openApiDocument(routes: readonly ApiRoute[]): Promise<object> {
  const writers = { schemas: createSchemaWriter(), problems: createProblemWriter() };
  const paths: Record<string, Record<string, object>> = {};
  for (const { route, tag, description } of [...routes.map(described), ...sockets]) {
    const path = route.url.replace(/:(\w+)/g, '{$1}');
    paths[path] = { ...paths[path], [route.method.toLowerCase()]: operationOf(route, tag, description, writers) };
    // Orders that come meanwhile do not wait for a hundred of them.
    await setImmediate();
  }
  const schemas = { ...writers.schemas.named, Problem: problemSchema };
  return { ...head, paths, components: { securitySchemes, schemas, responses: writers.problems.named } };
}

type Described = { readonly route: ApiRoute; readonly tag: string; readonly description: Description | undefined };

/** A route that nobody has described is in the document all the same; a test asks for its words. */
function described(route: ApiRoute): Described {
  const name = `${route.method} ${route.url.slice(apiRoot.length)}`;
  const group = groups.find(({ of }) => of[name] !== undefined);
  return { route, tag: group?.name ?? 'Other', description: group?.of[name] };
}

const sockets = (Object.keys(socketPaths) as (keyof typeof socketPaths)[]).map(
  (kind): Described => ({ route: socketRoute(kind), tag: 'Live', description: socketDescriptions[kind] }),
);

function socketRoute(kind: keyof typeof socketPaths): ApiRoute {
  const url = `${apiRoot}${socketPaths[kind]}`;
  return { method: 'GET', url, access: streamAccess[kind], scope: kind === 'one' ? 'own' : undefined, isStream: true };
}

const head = {
  openapi: '3.1.1',
  jsonSchemaDialect: 'https://json-schema.org/draft/2020-12/schema',
  info: {
    title: 'Kitchen Pass',
    version: '1',
    summary: 'Orders to the kitchen, and what becomes of them.',
    description:
      'Version 1 stays as it is: fields, events and error codes are added, never changed or removed, so leave out what you do not know. Times are ISO 8601 in UTC. Amounts are decimal numbers in the `currency` beside them. Paths also work with a trailing slash and under `/api`.',
    license: { name: 'MIT', identifier: 'MIT' },
  },
  servers: [{ url: '/', description: 'This kitchen computer.' }],
  tags: [...groups.map(({ name, about }) => ({ name, description: about }))],
};

const securitySchemes = {
  bearer: {
    type: 'http',
    scheme: 'bearer',
    description:
      'An API key (`kp_…`) of a program, the token of a device, that of a person who has signed in, the secret of an order’s link (`pass`), or that of the code on a table (`table`).',
  },
  cookie: { type: 'apiKey', in: 'cookie', name: sessionCookie, description: 'Of the pages of this server alone.' },
  token: {
    type: 'apiKey',
    in: 'query',
    name: 'token',
    description: 'On streams, for clients that can set no header. It is never logged.',
  },
};
