import { z } from 'zod';
import { deviceRoles } from '../domain/role.ts';
import { words } from './text.ts';

const deviceRole = z.enum(deviceRoles);
const name = words(60);

/** `POST /pair/window`: opens pairing for two minutes ([PAI1]). */
export const windowIn = z.strictObject({ role: deviceRole });

/** `POST /pair/claim`: the secret of the QR, and what the device calls itself. */
export const claimIn = z.strictObject({ secret: z.string().min(1).max(100), name });

/** `POST /pair/requests` of a device that shows a code instead. */
export const pairRequestIn = z.strictObject({ name });

/** `POST /pair/pickup` of the device that has asked. */
export const pickUpIn = z.strictObject({ pickup_secret: z.string().min(1).max(100) });

/** `POST /pair/requests/{id}/approve`. */
export const approveIn = z.strictObject({ role: deviceRole, name: name.optional() });

/** `PATCH /devices/{id}`. */
export const devicePatch = z.strictObject({ name });

/** `POST /api-keys`. */
export const keyIn = z.strictObject({ name });

export type DeviceOut = {
  readonly id: string;
  readonly name: string;
  readonly role: string;
  readonly paired_at: string;
  /** User id of who let it in. */
  readonly paired_by: string;
  readonly seen_at: string;
};

export type WindowOut = {
  readonly open: boolean;
  /** For the QR; `null` while pairing is shut. */
  readonly secret: string | null;
  readonly role: string | null;
  readonly expires_at: string | null;
};

export type PairRequestOut = {
  readonly request_id: string;
  readonly code: string;
  readonly name: string;
  readonly address: string;
  readonly expires_at: string;
};

/** As the device that has asked is told, and nobody else. */
export type NewPairRequestOut = PairRequestOut & { readonly pickup_secret: string };

/** What became of a request; with `approved` the token, until the device has come with it. */
export type PairStateOut =
  | { readonly state: 'waiting'; readonly code: string; readonly expires_at: string }
  | ({ readonly state: 'approved' } & PairedOut)
  /** Pairing was shut before the manager had answered it. */
  | { readonly state: 'over' }
  | { readonly state: 'refused' };

export type PairedOut = {
  readonly access_token: string;
  readonly token_type: 'bearer';
  readonly device_id: string;
  readonly name: string;
  readonly role: string;
};

export type KeyOut = {
  readonly id: string;
  readonly name: string;
  readonly made_at: string;
  readonly made_by: string;
  readonly used_at: string | null;
};
