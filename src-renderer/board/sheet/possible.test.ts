import { expect, test } from 'vitest';
import { stationId } from '#shared/domain/id.ts';
import { firstSettings } from '#shared/domain/settings.ts';
import { ticketAt, viewpointOf } from '#shared/domain/station-ticket.ts';
import { kitchenInHand, shares } from '../../../test/harness/kitchen-in-hand.ts';
import { at, withExpo, withoutExpo } from '../../../test/harness/kitchen-world.ts';
import { buildLine } from '../../../test/harness/screen-kit.ts';
import { canReady, canStart, doesPassDecide, heldCourses } from './possible.ts';

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

test('[FIR2] what is on hold is offered to be fired at its station too; where there is an expo, that is asked about', () => {
  const lines = [buildLine('x', { ...shares('grill'), course: 1 }), buildLine('y', { ...shares('grill'), course: 2 })];
  const offeredAt = (station: string | null, list: typeof withExpo) => {
    const kitchen = kitchenInHand([lines[0]!, { ...lines[1]!, heldAtMs: 1 }], { list });
    const viewpoint = viewpointOf(kitchen.world.stations, station === null ? null : stationId(station));
    const seen = ticketAt(kitchen.now(), viewpoint, kitchen.world.nowMs())!;
    return [heldCourses(seen), doesPassDecide(viewpoint)];
  };
  expect(['pass', 'grill', null].map((station) => offeredAt(station, withExpo))).toEqual([
    [[2], false],
    [[2], true],
    [[2], false],
  ]);
  expect(offeredAt('grill', withoutExpo)).toEqual([[2], false]);
});
