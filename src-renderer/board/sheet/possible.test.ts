import { expect, test } from 'vitest';
import { firstSettings } from '#shared/domain/settings.ts';
import { ticketAt, viewpointOf } from '#shared/domain/station-ticket.ts';
import { kitchenInHand, shares } from '../../../test/harness/kitchen-in-hand.ts';
import { at } from '../../../test/harness/kitchen-world.ts';
import { buildLine } from '../../../test/harness/screen-kit.ts';
import { canReady, canStart } from './possible.ts';

test('[CRD8] [ALG2] [EXP2] once the pass has seen allergens for itself, it offers to begin the dish only when the station has', () => {
  const settings = { ...firstSettings(at), acknowledgeAllergens: true };
  const kitchen = kitchenInHand([buildLine('x', { ...shares('grill'), allergens: ['nuts'] })], { settings });
  const offered = () => {
    const { stations } = kitchen.world;
    const pass = stations.list.find(({ kind }) => kind === 'expo')!;
    const [one] = ticketAt(kitchen.now(), viewpointOf(stations, pass.id), kitchen.world.nowMs())!.lines;
    return [canStart(one!, settings), canReady(one!, settings)];
  };
  kitchen.run({ kind: 'order.acknowledge', station: 'pass' });
  expect(kitchen.run({ kind: 'line.set-status', lineId: 'x', station: null, status: 'preparing' })).toBe(
    'acknowledge_first',
  );
  expect(offered()).toEqual([false, false]);
  kitchen.run({ kind: 'order.acknowledge', station: 'grill' });
  expect(offered()).toEqual([true, true]);
});
