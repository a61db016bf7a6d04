import { randomBytes, randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { createGuestLinks } from '../../src-main/server/auth/guest-links.ts';
import { createKeyRing } from '../../src-main/server/auth/key-ring.ts';
import { orderId, restaurantId } from '../../src-shared/domain/id.ts';
import { linkIn } from './link-in-address.ts';

test('[GST3] the page reads of which order a link is, as the server wrote it', () => {
  const ring = createKeyRing({ key: randomBytes(32) });
  const links = createGuestLinks({ ring, orderAnywhere: () => undefined, clock: { nowMs: () => 0 } });
  for (let count = 0; count < 200; count++) {
    const id = randomUUID();
    const order = { id: orderId(id), restaurantId: restaurantId('main') };
    expect(linkIn(links.pathOf(order))).toEqual({ orderId: id, secret: links.secretOf(order) });
    expect(linkIn(`${links.pathOf(order)}/`)?.orderId).toBe(id);
  }
});

test.each(['/', '/o/', '/o/short', `/o/${'a'.repeat(44)}`, `/o/${'a'.repeat(42)}.`, `/p/${'a'.repeat(43)}`])(
  '[GST3] %s is no link',
  (path) => expect(linkIn(path)).toBeUndefined(),
);
