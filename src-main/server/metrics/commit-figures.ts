import { Counter, Histogram, type Registry } from 'prom-client';
import type { CommandEnd, Meter } from '../ports.ts';

const ends: readonly CommandEnd[] = ['stored', 'unchanged', 'refused', 'failed'];

/** How fast orders reach the disk, and what becomes of them ([MET2]). */
export function createCommitFigures(register: Registry): Meter {
  const registers = [register];
  const seconds = new Histogram({
    name: 'kitchen_pass_commit_seconds',
    help: 'Time of one transaction with its fsync, in which a group of commands is stored.',
    buckets: [0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
    registers,
  });
  const commands = new Histogram({
    name: 'kitchen_pass_commit_commands',
    help: 'Commands that shared one transaction.',
    buckets: [1, 2, 5, 10, 20, 50, 100, 128],
    registers,
  });
  const total = new Counter({
    name: 'kitchen_pass_commands_total',
    help: 'Commands by how they ended: stored, unchanged (or a repeat), refused, failed (not stored).',
    labelNames: ['outcome'],
    registers,
  });
  for (const outcome of ends) total.inc({ outcome }, 0);

  return {
    transaction: (group, work) => {
      const startedMs = performance.now();
      try {
        work();
      } finally {
        seconds.observe((performance.now() - startedMs) / 1000);
        commands.observe(group);
      }
    },
    ended: (outcome) => total.inc({ outcome }),
  };
}
