import { z } from 'zod';
import type { Role } from '#shared/domain/role.ts';
import { type Action, may, type Scope } from '../permissions.ts';
import { apiRoot } from '../transport/address.ts';
import { isSafe } from '../transport/safe-method.ts';
import { answersOf, type Writers } from './answers.ts';
import type { Description } from './description.ts';
import type { JsonSchema, SchemaWriter } from './json-schema.ts';

/** A route as it was registered. */
export type ApiRoute = {
  readonly method: string;
  readonly url: string;
  readonly access: Action | 'open';
  readonly scope: Scope | undefined;
  readonly isStream: boolean;
  readonly schema?: { readonly params?: unknown; readonly querystring?: unknown; readonly body?: unknown } | undefined;
};

const roles: readonly Role[] = ['manager', 'service', 'waiter', 'kitchen', 'display', 'guest', 'pass', 'table'];

/** One method of one address. */
export function operationOf(
  route: ApiRoute,
  tag: string,
  description: Description | undefined,
  writers: Writers,
): object {
  const { schemas } = writers;
  const { method, url, access, schema } = route;
  const known: Description = description ?? { summary: `${method} ${url}`, answer: z.unknown() };
  const body = schema?.body === undefined ? undefined : schemas.write(schema.body as z.ZodType);
  const kind = {
    access,
    takesBody: body !== undefined,
    mayChange: !isSafe(method),
    takesValues: url.includes(':') || Boolean(schema?.querystring),
  };
  const parameters = [
    ...inPath(url, schema?.params, schemas),
    ...inQuery(schema?.querystring, schemas),
    ...inHeaders(known),
  ];
  return {
    operationId: nameOf(method, url),
    tags: [tag],
    summary: known.summary,
    ...(known.about ? { description: known.about } : {}),
    'x-roles': access === 'open' ? ['anyone'] : roles.filter((role) => may(role, access, route.scope)),
    security: securityOf(route),
    ...(parameters.length > 0 ? { parameters } : {}),
    ...(body ? { requestBody: { required: !mayBeNull(body), content: { 'application/json': { schema: body } } } } : {}),
    responses: answersOf(known, kind, writers),
  };
}

/** `get_orders_id_history`. */
const nameOf = (method: string, url: string) =>
  `${method.toLowerCase()}${url.slice(apiRoot.length).replaceAll(/\W+/g, '_')}`;

/** A body that may be left out is one that may be null. */
const mayBeNull = ({ anyOf }: JsonSchema) => anyOf?.some((one) => typeof one === 'object' && one.type === 'null');

function securityOf({ access, isStream }: ApiRoute): object[] {
  if (access === 'open') return [];
  return [{ bearer: [] }, { cookie: [] }, ...(isStream ? [{ token: [] }] : [])];
}

function inPath(url: string, params: unknown, schemas: SchemaWriter): object[] {
  const { properties = {} } = params === undefined ? {} : schemas.write(params as z.ZodType);
  const names = [...url.matchAll(/:(\w+)/g)].map(([, name = '']) => name);
  return names.map((name) => ({ name, in: 'path', required: true, schema: properties[name] ?? { type: 'string' } }));
}

function inQuery(query: unknown, schemas: SchemaWriter): object[] {
  if (query === undefined) return [];
  const { properties = {}, required = [] } = schemas.write(objectIn(query as z.ZodType));
  return Object.entries(properties).map(([name, schema]) => {
    const { description, ...rest } = typeof schema === 'object' ? schema : {};
    return {
      name,
      in: 'query',
      required: required.includes(name),
      ...(description ? { description } : {}),
      schema: rest,
    };
  });
}

/** What a query is made of, behind what is done with it before and afterwards. */
function objectIn(schema: z.ZodType): z.ZodType {
  if (schema instanceof z.ZodPipe)
    return objectIn((schema.def.in instanceof z.ZodTransform ? schema.def.out : schema.def.in) as z.ZodType);
  return schema;
}

/** Headers that are heeded, with why one would send them. */
function inHeaders({ command, headers = {} }: Description): object[] {
  const keyed = {
    'Idempotency-Key':
      'Made once for each command and kept through every retry: it is done once, and a repeat gets the first answer, for 7 days. 1 to 200 printable characters.',
    ...(command === 'versioned'
      ? { 'If-Match': 'The `version` that the change is made for; 412 `version_mismatch` when it is another by now.' }
      : {}),
    'made-by': 'The `user_id` whose command this is, for programs that keep commands: 401 under another sign-in.',
  };
  return Object.entries({ ...(command ? keyed : {}), ...headers }).map(([name, description]) => ({
    name,
    in: 'header',
    required: false,
    description,
    schema: { type: 'string' },
  }));
}
