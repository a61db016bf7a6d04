import fc from 'fast-check';
import { expect, test } from 'vitest';
import { atOnce, glanceAt, storeInHand } from '../../test/harness/chime-kit.ts';
import { anyDeed, commandOf, someOrders } from '../../test/harness/kitchen-deeds.ts';
import { createWorld, type KitchenWorld, withExpo, withoutExpo } from '../../test/harness/kitchen-world.ts';
import { scale } from '../../test/harness/scale.ts';
import { type ChimeMemory, createChimeMemory } from './chime-memory.ts';
import { createChimer } from './chimer.ts';
import { marksOf } from './marks.ts';

/** Between two deeds the page looks, is away, or is loaded anew; sometimes it sees the same state again. */
const steps = fc.array(fc.tuple(anyDeed, fc.constantFrom('look', 'look', 'away', 'reload', 'again')), {
  minLength: 1,
  maxLength: 30,
});
const service = fc.record({
  orders: someOrders,
  list: fc.constantFrom(withExpo, withoutExpo),
  station: fc.constantFrom(null, 'grill', 'fry', 'bar', 'pass'),
  steps,
});
const runs = { numRuns: scale({ short: 300, long: 10_000 }) };

/** A screen whose memory tells what was learned for the first time. */
function screenOf(world: KitchenWorld, station: string | null) {
  const stored = storeInHand('["known"]');
  const learned = new Set<string>();
  const rings: string[] = [];
  let memory: ChimeMemory = createChimeMemory(() => stored, atOnce);
  let chimer = createChimer(memory);
  const glance = () => glanceAt({ ...world, orders: world.orders.values(), nowMs: world.nowMs() }, station);

  /** Names that may ring now: audible, and never learned before. */
  function news(): number {
    const { tickets, settings, nowMs } = glance();
    return tickets.reduce((sum, ticket) => {
      const { marks, lateAtMs, late } = marksOf(ticket, settings, memory.knows);
      const fresh = marks.filter(({ name, isSilent }) => !isSilent && !learned.has(name));
      const isLate = nowMs >= lateAtMs && late.length > 0 && !late.some((name) => learned.has(name));
      return sum + new Set(fresh.map(({ kind }) => kind)).size + (isLate ? 1 : 0);
    }, 0);
  }

  function remember(): void {
    const { tickets, settings, nowMs } = glance();
    for (const ticket of tickets) {
      const { marks, lateAtMs, late } = marksOf(ticket, settings, memory.knows);
      for (const { name } of marks) learned.add(name);
      if (nowMs >= lateAtMs) for (const name of late) learned.add(name);
    }
  }

  return {
    rings,
    look: () => {
      const expected = news();
      const heard = chimer.look(glance()).map(({ kind }) => kind);
      expect(heard).toHaveLength(expected);
      rings.push(...heard);
      remember();
    },
    reload: () => {
      memory = createChimeMemory(() => stored, atOnce);
      chimer = createChimer(memory);
    },
  };
}

test('[CHM1] [CHM3] whatever happens and whenever the page is away or loaded anew, all that is news rings once', () => {
  fc.assert(
    fc.property(service, ({ orders, list, station, steps }) => {
      const world = createWorld(orders, list);
      const screen = screenOf(world, station);
      for (const [index, [deed, moment]] of steps.entries()) {
        const command = commandOf(world, deed, `00000000-0000-7000-8000-${String(index).padStart(12, '0')}`);
        if (command) world.run(command);
        if (moment === 'reload') screen.reload();
        if (moment !== 'away') screen.look();
        if (moment === 'again') {
          const before = screen.rings.length;
          screen.look();
          expect(screen.rings).toHaveLength(before);
        }
      }
    }),
    runs,
  );
});
