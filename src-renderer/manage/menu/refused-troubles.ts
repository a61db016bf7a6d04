import type { DeedProblem } from '../../people/use-deed.ts';
import type { DishTrouble, DishTroubles } from './read-draft.ts';

/** What the kitchen has refused, by its place; its own reasons are English, and are told in words of ours. */
export function refusedTroubles(problem: DeedProblem | null): DishTroubles {
  if (problem?.kind !== 'refused') return {};
  if (problem.objection.code === 'sku_taken') return { sku: 'skuTaken' };
  return Object.fromEntries(problem.fields.map(({ path, reason }) => [path, troubleOf(path, reason)]));
}

const troubleOf = (path: string, reason: string): DishTrouble =>
  /(?:^|\.)price$/.test(path) && reason.startsWith('more decimals') ? 'decimals' : 'refused';
