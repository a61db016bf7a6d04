import { setTimeout as wait } from 'node:timers/promises';
import type { SeededRandom } from '../harness/seeded-random.ts';
import { type Faults, faults } from './fault.ts';
import type { TcpFaultProxy } from './tcp-fault-proxy.ts';

/** One thing that happens to a network, `afterMs` after the one before. */
export type FaultStep = { readonly afterMs: number; readonly name: FaultName };

const lasting = {
  healed: {},
  stalled: faults.stalled,
  deafScreen: faults.deafScreen,
  muteScreen: faults.muteScreen,
  late: faults.late(300),
  slow: faults.slow(12_500),
  chopped: faults.chopped(40),
  refused: faults.refused,
  upgradeRefused: faults.upgradeRefused,
  upgradeHung: faults.upgradeHung,
  onlyPolling: faults.onlyPolling,
} as const satisfies Record<string, Partial<Faults>>;

export type FaultName = keyof typeof lasting | 'cut' | 'ended';

const names = [...(Object.keys(lasting) as (keyof typeof lasting)[]), 'cut', 'ended'] as const;

export type ScheduleOptions = { readonly lengthMs: number; readonly longestStepMs: number };

/** The same seed gives the same troubles at the same moments. It ends in a good network. */
export function createFaultSchedule(random: SeededRandom, options: ScheduleOptions): readonly FaultStep[] {
  const steps: FaultStep[] = [];
  for (let atMs = 0; atMs < options.lengthMs; ) {
    const afterMs = Math.min(random.below(options.longestStepMs), options.lengthMs - atMs);
    steps.push({ afterMs, name: names[random.below(names.length)] ?? 'healed' });
    atMs += Math.max(1, afterMs);
  }
  return [...steps, { afterMs: 0, name: 'healed' }];
}

/** Does the steps one after the other; what lasts, lasts until the next that lasts. `always` holds beside all of them. */
export async function runFaultSchedule(
  proxy: TcpFaultProxy,
  schedule: readonly FaultStep[],
  always: Partial<Faults> = {},
): Promise<void> {
  for (const { afterMs, name } of schedule) {
    await wait(afterMs);
    if (name === 'cut') proxy.cut();
    else if (name === 'ended') proxy.end();
    else await proxy.become({ ...lasting[name], ...always });
  }
}
