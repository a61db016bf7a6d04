import fc from 'fast-check';
import { expect, test } from 'vitest';
import { order } from '../../test/harness/arbitrary-order.ts';
import { fromWireOrder, toWireOrder } from './wire-order.ts';

test('[WIR2] an order survives the way to the wire and back', () => {
  fc.assert(
    fc.property(order, (one) => {
      expect(fromWireOrder(JSON.parse(JSON.stringify(toWireOrder(one))))).toEqual(one);
    }),
  );
});
