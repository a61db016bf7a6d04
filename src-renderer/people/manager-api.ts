import type { DeviceRole } from '#shared/domain/role.ts';
import type { DeviceOut, KeyOut, PairRequestOut, WindowOut } from '#shared/protocol/device-requests.ts';
import type { UserOut } from '#shared/protocol/people-requests.ts';
import { type Ask, nothing } from '../link/ask.ts';

/** The key itself, told once. */
export type NewKey = KeyOut & { readonly key: string };
/** What a manager writes of a person; a field that is left out stays as it is. */
export type PersonFields = {
  readonly username?: string;
  readonly display_name?: string;
  readonly role?: string;
  readonly password?: string;
  readonly pin?: string;
};

export type ManagerApi = ReturnType<typeof createManagerApi>;

/** What a manager asks the kitchen about people, devices and keys. */
export function createManagerApi(ask: Ask) {
  const list =
    <Item>(path: string) =>
    () =>
      ask({ method: 'GET', path }, itemsIn<Item>);
  const at = (path: string, id: string) => `${path}/${encodeURIComponent(id)}`;
  const send = (method: 'POST' | 'DELETE') => (path: string, body?: unknown) =>
    ask(body === undefined ? { method, path } : { method, path, body }, nothing);
  const [post, remove] = [send('POST'), send('DELETE')];
  return {
    devices: list<DeviceOut>('/devices'),
    rename: (id: string, name: string) => ask({ method: 'PATCH', path: at('/devices', id), body: { name } }, nothing),
    revoke: (id: string) => remove(at('/devices', id)),

    addresses: list<string>('/pair/addresses'),
    pairing: () => ask({ method: 'GET', path: '/pair/window' }, bodyWith<WindowOut>('open')),
    openPairing: (role: DeviceRole) =>
      ask({ method: 'POST', path: '/pair/window', body: { role } }, bodyWith<WindowOut>('open')),
    closePairing: () => remove('/pair/window'),
    waiting: list<PairRequestOut>('/pair/requests'),
    approve: (id: string, role: DeviceRole) => post(`${at('/pair/requests', id)}/approve`, { role }),
    refuse: (id: string) => post(`${at('/pair/requests', id)}/refuse`),

    people: list<UserOut>('/users'),
    add: (person: PersonFields) => post('/users', person),
    change: (id: string, person: PersonFields) =>
      ask({ method: 'PATCH', path: at('/users', id), body: person }, nothing),
    remove: (id: string) => remove(at('/users', id)),

    keys: list<KeyOut>('/api-keys'),
    makeKey: (name: string) => ask({ method: 'POST', path: '/api-keys', body: { name } }, bodyWith<NewKey>('key')),
    renewKey: (id: string) => ask({ method: 'POST', path: `${at('/api-keys', id)}/renew` }, bodyWith<NewKey>('key')),
    revokeKey: (id: string) => remove(at('/api-keys', id)),
  };
}

function itemsIn<Item>(body: unknown): readonly Item[] | undefined {
  if (typeof body !== 'object' || body === null || !('items' in body) || !Array.isArray(body.items)) return undefined;
  return body.items as readonly Item[];
}

/** What has this field is what was asked for. */
const bodyWith =
  <Body extends object>(field: keyof Body & string) =>
  (body: unknown): Body | undefined =>
    typeof body === 'object' && body !== null && field in body ? (body as Body) : undefined;
