import { isSameTable } from '#shared/domain/table.ts';
import { useRead } from '../../screen/screen-context.ts';
import type { Draft } from '../../store/drafts.ts';
import { useFloor } from '../floor-context.ts';

/** What others ring in for this table at this moment; what is rung in on this device is no news to it ([RNG4]). */
export function useDraftsAt(table: string | null): readonly Draft[] {
  const { drafts, carts } = useFloor();
  const all = useRead(drafts, (known) => known);
  const own = useRead(carts.store, (known) => known);
  if (table === null || table.trim() === '') return [];
  return all.filter(
    ({ id, tableNumber }) =>
      tableNumber !== null && isSameTable(tableNumber, table) && !own.some((cart) => id.endsWith(`/${cart.id}`)),
  );
}
