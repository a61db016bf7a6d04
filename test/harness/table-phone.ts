import { type Api, apiFor } from './api.ts';
import { rememberSecret } from './sent-secrets.ts';

/** A phone that has scanned the code of that table; the house must have it, and take such orders. */
export async function phoneAt(manager: Api, table: string): Promise<Api> {
  const { items } = (await manager.call('GET', '/tables/codes')).json;
  const { path } = items.find(({ name }: { name: string }) => name === table);
  const secret = path.replace('/t/', '');
  rememberSecret(manager.url, secret);
  return apiFor(manager.url, secret);
}

/** The house takes orders of guests at these tables. */
export const openTables = (manager: Api, ...names: readonly string[]) =>
  manager.call('PATCH', '/settings', { self_ordering: true, tables: names.map((name) => ({ name })) });
