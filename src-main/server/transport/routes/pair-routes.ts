import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import {
  approveIn,
  claimIn,
  type NewPairRequestOut,
  type PairedOut,
  type PairRequestOut,
  type PairStateOut,
  pairRequestIn,
  pickUpIn,
  type WindowOut,
  windowIn,
} from '#shared/protocol/device-requests.ts';
import { toIso } from '#shared/protocol/wire-time.ts';
import type { Admitted } from '../../auth/devices.ts';
import type { Pairing, PairingWindow } from '../../auth/pairing.ts';
import type { NewRequest, PairingRequest, PairingState } from '../../auth/pairing-requests.ts';
import type { Sessions } from '../../auth/sessions.ts';
import { apiRoot } from '../address.ts';
import { deviceTokenIn, setDevice, setSession, tokensInCookies } from '../credential.ts';
import { callerIn } from '../guard.ts';
import { schemeOf } from '../listen.ts';
import { networkAddresses } from '../network-addresses.ts';
import type { Door } from './door.ts';

type PairDeps = { readonly pairing: Pairing; readonly sessions: Sessions };

/** Letting a tablet in: a manager opens the door, by QR or by a code that both screens show ([PAI1]). */
export function pairRoutes(app: Door, { pairing, sessions }: PairDeps): void {
  const config = { access: 'devices.manage' } as const;
  const params = z.strictObject({ id: z.string().min(1).max(80) });
  const root = `${apiRoot}/pair`;

  app.get(`${root}/window`, { config }, async (request) => windowOut(pairing.window(callerIn(request))));

  app.post(`${root}/window`, { config, schema: { body: windowIn } }, async (request, reply) => {
    const window = pairing.open(callerIn(request), request.body.role);
    return reply.code(201).send(windowOut(window));
  });

  app.delete(`${root}/window`, { config }, async (request, reply) => {
    pairing.close(callerIn(request));
    return reply.code(204).send();
  });

  app.get(`${root}/addresses`, { config }, async () => ({
    items: networkAddresses(app.server.address(), schemeOf(app)),
  }));

  app.post(`${root}/claim`, { config: { access: 'open' }, schema: { body: claimIn } }, async (request, reply) => {
    const admitted = await pairing.claim(request.body.secret, request.body.name, request.ip);
    await letIn(request, reply, admitted, sessions);
    return pairedOut(admitted);
  });

  app.get(`${root}/requests`, { config }, async (request) => ({
    items: pairing.requests(callerIn(request)).map(requestOut),
  }));

  app.post(
    `${root}/requests`,
    { config: { access: 'open' }, schema: { body: pairRequestIn } },
    async (request, reply) => {
      const made = pairing.request(request.body.name, request.ip);
      return reply.code(201).send(newRequestOut(made));
    },
  );

  app.post(`${root}/pickup`, { config: { access: 'open' }, schema: { body: pickUpIn } }, async (request, reply) => {
    const found = pairing.pickUp(request.body.pickup_secret, deviceTokenIn(request.raw));
    if (found.state === 'approved') await letIn(request, reply, found.admitted, sessions);
    return stateOut(found);
  });

  app.post(`${root}/requests/:id/approve`, { config, schema: { params, body: approveIn } }, async (request, reply) => {
    await pairing.approve(callerIn(request), request.params.id, request.body);
    return reply.code(204).send();
  });

  app.post(`${root}/requests/:id/refuse`, { config, schema: { params } }, async (request, reply) => {
    pairing.refuse(callerIn(request), request.params.id);
    return reply.code(204).send();
  });
}

/**
 * From then on this browser is that device and nothing else ([PAI7]): revoking it would not end what it was before, which
 * nobody sees any more.
 */
async function letIn(
  request: FastifyRequest,
  reply: FastifyReply,
  { token }: Admitted,
  sessions: Sessions,
): Promise<void> {
  const before = tokensInCookies(request.raw);
  setDevice(reply, token);
  // It was let in already, and asks again: who has signed in on it since then stays.
  if (before.length === 0 || before.includes(token)) return;
  setSession(reply, '', 0);
  // What it was cannot be found out while the key is not there; that is no reason to keep the device out.
  await Promise.allSettled(before.map(sessions.end));
}

const pairedOut = ({ token, device }: Admitted): PairedOut => ({
  access_token: token,
  token_type: 'bearer',
  device_id: device.id,
  name: device.name,
  role: device.role,
});

const windowOut = (window: PairingWindow | undefined): WindowOut => ({
  open: window !== undefined,
  secret: window?.secret ?? null,
  role: window?.role ?? null,
  expires_at: window ? toIso(window.expiresAtMs) : null,
});

const requestOut = ({ id, code, name, address, expiresAtMs }: PairingRequest): PairRequestOut => ({
  request_id: id,
  code,
  name,
  address,
  expires_at: toIso(expiresAtMs),
});

const newRequestOut = ({ pickUpSecret, ...request }: NewRequest): NewPairRequestOut => ({
  ...requestOut(request),
  pickup_secret: pickUpSecret,
});

function stateOut(found: PairingState): PairStateOut {
  if (found.state === 'approved') return { state: 'approved', ...pairedOut(found.admitted) };
  if (found.state === 'waiting') return { state: 'waiting', code: found.code, expires_at: toIso(found.expiresAtMs) };
  return found;
}
