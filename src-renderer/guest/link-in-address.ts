import type { OrderLink } from '../link/stream-address.ts';

/** 32 bytes: the order's id, and the proof that whoever has them was given the link ([GST3]). */
const form = /^\/o\/([\w-]{43})\/?$/;
const idBytes = 16;

/** `undefined` for an address that was cut or mistyped: nobody needs to be asked about it. */
export function linkIn(pathname: string): OrderLink | undefined {
  const secret = form.exec(pathname)?.[1];
  return secret === undefined ? undefined : { secret, orderId: uuidOf(bytesOf(secret).slice(0, idBytes)) };
}

const bytesOf = (secret: string) =>
  Array.from(atob(secret.replaceAll('-', '+').replaceAll('_', '/')), (letter) => letter.charCodeAt(0));

const uuidOf = (bytes: readonly number[]) =>
  bytes
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('')
    .replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
