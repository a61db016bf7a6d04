import { z } from 'zod';
import { type DeviceOut, devicePatch, type KeyOut, keyIn } from '#shared/protocol/device-requests.ts';
import { toIso } from '#shared/protocol/wire-time.ts';
import type { ApiKeys, NewKey } from '../../auth/api-keys.ts';
import type { Devices } from '../../auth/devices.ts';
import type { ApiKey, Device } from '../../people-ports.ts';
import { apiRoot } from '../address.ts';
import { callerIn } from '../guard.ts';
import type { Door } from './door.ts';

/** Devices that are paired, and keys of programs: listed, named and revoked by a manager. */
export function deviceRoutes(app: Door, devices: Devices, keys: ApiKeys): void {
  const config = { access: 'devices.manage' } as const;
  const params = z.strictObject({ id: z.string().min(1).max(80) });

  app.get(`${apiRoot}/devices`, { config }, async (request) => ({
    items: devices.list(callerIn(request)).map(deviceOut),
  }));

  app.patch(`${apiRoot}/devices/:id`, { config, schema: { params, body: devicePatch } }, async (request) =>
    deviceOut(devices.rename(callerIn(request), request.params.id, request.body.name)),
  );

  app.delete(`${apiRoot}/devices/:id`, { config, schema: { params } }, async (request, reply) => {
    devices.revoke(callerIn(request), request.params.id);
    return reply.code(204).send();
  });

  app.get(`${apiRoot}/api-keys`, { config }, async (request) => ({ items: keys.list(callerIn(request)).map(keyOut) }));

  app.post(`${apiRoot}/api-keys`, { config, schema: { body: keyIn } }, async (request, reply) =>
    reply.code(201).send(newKeyOut(keys.make(callerIn(request), request.body.name))),
  );

  app.post(`${apiRoot}/api-keys/:id/renew`, { config, schema: { params } }, async (request) =>
    newKeyOut(keys.renew(callerIn(request), request.params.id)),
  );

  app.delete(`${apiRoot}/api-keys/:id`, { config, schema: { params } }, async (request, reply) => {
    keys.revoke(callerIn(request), request.params.id);
    return reply.code(204).send();
  });
}

const deviceOut = ({ id, name, role, pairedAtMs, pairedBy, seenAtMs }: Device): DeviceOut => ({
  id,
  name,
  role,
  paired_at: toIso(pairedAtMs),
  paired_by: pairedBy,
  seen_at: toIso(seenAtMs),
});

const keyOut = ({ id, name, madeAtMs, madeBy, usedAtMs }: ApiKey): KeyOut => ({
  id,
  name,
  made_at: toIso(madeAtMs),
  made_by: madeBy,
  used_at: usedAtMs === null ? null : toIso(usedAtMs),
});

/** The only time that the key itself is told. */
const newKeyOut = ({ key, token }: NewKey) => ({ ...keyOut(key), key: token });
