import { v5, v7 } from 'uuid';
import { type LineId, lineId, type OrderId } from '#shared/domain/id.ts';
import type { IdSource } from '../ports.ts';

/** Never changed: with another one the same Idempotency-Key would make a second order. */
const namespace = '6f1d3a52-9c0e-4b7e-8a43-2d5b9e7c1f08';

export function createIdSource(): IdSource {
  return {
    random: () => v7(),
    // JSON keeps ("ab", "c") apart from ("a", "bc").
    derived: (...parts) => v5(JSON.stringify(parts), namespace),
  };
}

/** Of a line that is divided by a split, the half that goes to the new order. */
export const halfId = (ids: Pick<IdSource, 'derived'>, into: OrderId, divided: string): LineId =>
  lineId(ids.derived(into, divided));
