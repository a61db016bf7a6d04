import { expect, test } from 'vitest';
import { kitchenInHand, shares } from '../../test/harness/kitchen-in-hand.ts';
import { buildLine } from '../../test/harness/screen-kit.ts';
import { ownPart } from './own-part.ts';

const slip = (station: string, atMs: number) => ({ kind: 'order.note-printed', station, atMs }) as const;

test('[PRT8] an order says where it was printed last; what is told again or late changes nothing', () => {
  const kitchen = kitchenInHand([buildLine('platter', shares('grill', 'fry'))]);
  kitchen.run(slip('grill', 5));
  kitchen.run(slip('fry', 6));
  kitchen.run(slip('grill', 9));
  const { version, printed } = kitchen.now();
  expect(printed).toEqual([
    { station: 'fry', atMs: 6 },
    { station: 'grill', atMs: 9 },
  ]);
  kitchen.run(slip('grill', 9));
  kitchen.run(slip('grill', 5));
  expect(kitchen.now().version).toBe(version);
  expect(ownPart(kitchen.now())).not.toHaveProperty('printed');
});

test('[PRT8] [UND1] what was tapped before is taken back all the same, and the mark stays', () => {
  const kitchen = kitchenInHand([buildLine('platter', shares('grill'))]);
  const undo = kitchen.undoable({ kind: 'order.hold' });
  kitchen.run(slip('grill', 5));
  undo();
  expect(kitchen.line('platter').heldAtMs).toBeNull();
  expect(kitchen.now().printed).toHaveLength(1);
});
