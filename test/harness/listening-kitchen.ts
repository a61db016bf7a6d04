import { expect } from 'vitest';
import type { Command } from '#shared/domain/command.ts';
import { orderId, restaurantId, stationId } from '#shared/domain/id.ts';
import { untouched } from '#shared/domain/progress.ts';
import { createChimeMemory } from '../../src-renderer/sound/chime-memory.ts';
import { createChimer, type Glance } from '../../src-renderer/sound/chimer.ts';
import { atOnce, glanceAt, storeInHand } from './chime-kit.ts';
import { createWorld, withExpo } from './kitchen-world.ts';
import { buildLine, buildOrder } from './screen-kit.ts';

const at = restaurantId('main');
/** When the world of these tests begins. */
export const worldBeginsMs = 4_000_000_000_000;
export const share = (station: string) => untouched(stationId(station), 'category');
export const dish = (id: string, station = 'grill', change = {}) =>
  buildLine(id, { progress: [share(station)], addedAtMs: worldBeginsMs, ...change });
export const orderOf = (id: string, ...lines: ReturnType<typeof dish>[]) => buildOrder(id, { lines });
export const on = (id: string) => ({ restaurantId: at, orderId: orderId(id) });

/** A kitchen with a pass, and one screen that listens to it. */
export function listening(station: string | null = 'grill', stored = storeInHand('["known"]')) {
  const world = createWorld([], withExpo);
  const begin = () => createChimer(createChimeMemory(() => stored, atOnce));
  let chimer = begin();
  const glance = (): Glance =>
    glanceAt({ orders: world.orders.values(), stations: world.stations, nowMs: world.nowMs() }, station);
  const look = (change: Partial<Glance> = {}) => chimer.look({ ...glance(), ...change }).map(({ kind }) => kind);
  const place = (order: ReturnType<typeof orderOf>, isSilent = false) =>
    world.run({ kind: 'order.place', draft: order }, isSilent);
  const run = (command: Command, isSilent = false) => {
    const decision = world.run(command, isSilent);
    expect(decision).toMatchObject({ ok: true });
  };
  return {
    world,
    glance,
    look,
    place,
    run,
    reload: () => {
      chimer = begin();
    },
  };
}

export const bump = (id: string, station: string) =>
  ({ kind: 'order.bump', ...on(id), station: stationId(station), lineIds: null, by: null }) as const;
export const recall = (id: string, station: string | null) =>
  ({
    kind: 'order.recall',
    ...on(id),
    station: station === null ? null : stationId(station),
    lineIds: null,
    keepTimer: false,
    by: null,
  }) as const;
