import { expect, test } from 'vitest';
import { createWorld } from '../../test/harness/kitchen-world.ts';
import { buildLine, buildOrder } from '../../test/harness/screen-kit.ts';
import { type StationId, stationId } from './id.ts';
import { untouched } from './progress.ts';

const [grill, fry] = [stationId('grill'), stationId('fry')];
const barred = { ok: false, refusal: { code: 'acknowledge_first' } };

/** A dish with allergens that the grill makes and the fryer finishes. */
function madeThenFinished() {
  const progress = [untouched(grill, 'category'), untouched(fry, 'category', [grill])];
  const order = buildOrder('1', { lines: [buildLine('1', { allergens: ['nuts'], progress })] });
  const world = createWorld([order], undefined, { acknowledgeAllergens: true });
  const on = { restaurantId: order.restaurantId, orderId: order.id, lineIds: null };
  const bump = (station: StationId | null) => world.run({ kind: 'order.bump', ...on, station, by: null });
  const see = (station: StationId) => world.run({ kind: 'order.acknowledge', ...on, station, cooked: undefined });
  return { bump, see };
}

test('[ALG2] a station waits for its own eyes, not for those of a station that does not see the dish yet', () => {
  const { bump, see } = madeThenFinished();
  expect(bump(grill)).toMatchObject(barred);
  see(grill);
  expect(bump(grill).ok).toBe(true);
  expect(bump(fry)).toMatchObject(barred);
  see(fry);
  expect(bump(fry).ok).toBe(true);
});

test('[ALG2] whoever hands the whole over answers for what nobody has seen', () => {
  const { bump, see } = madeThenFinished();
  see(grill);
  expect(bump(null)).toMatchObject(barred);
});
