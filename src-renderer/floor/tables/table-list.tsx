import { useState } from 'react';
import { isSameTable } from '#shared/domain/table.ts';
import { useText } from '../../messages/text-context.tsx';
import { useScreen } from '../../screen/screen-context.ts';
import { emptyCart } from '../cart/cart.ts';
import { useCarts, useFloor } from '../floor-context.ts';
import { go } from '../place.ts';
import { OrdersSheet } from './orders-sheet.tsx';
import { type Area, type TableState, typed } from './table-state.ts';
import { TableTile } from './table-tile.tsx';
import { useAreas } from './use-areas.ts';

/** Every table of the house at a glance; a tap leads to its order, or begins one there ([FLR3]). */
export function TableList() {
  const { guard } = useScreen();
  const areas = useAreas();
  const begin = useBegin();
  const [asked, setAsked] = useState<string>();
  const several = areas.flatMap(({ tables }) => tables).find(({ name }) => name === asked);
  const tap = ({ name, orders }: TableState) => {
    const [order, ...more] = orders;
    if (!guard.allows(`table/${name}`, true)) return;
    if (!order) begin(name);
    else if (more.length === 0) go({ kind: 'order', order: order.id });
    else setAsked(name);
  };
  return (
    <>
      {areas.map((area) => (
        <AreaTables key={area.name} area={area} onTap={tap} />
      ))}
      {several && (
        <OrdersSheet table={several} onClose={() => setAsked(undefined)} onAnother={() => begin(several.name)} />
      )}
    </>
  );
}

type AreaTablesProps = { readonly area: Area; readonly onTap: (table: TableState) => void };

function AreaTables({ area, onTap }: AreaTablesProps) {
  const t = useText();
  const title = area.name === typed ? t('tables.others') : area.name || t('tables.oneRoom');
  return (
    <section data-area={area.name} className="grid gap-2">
      <h2 className="words px-1 text-[1.25rem] font-bold">{title}</h2>
      <ul className="grid grid-cols-[repeat(auto-fill,minmax(9rem,1fr))] gap-2 sm:grid-cols-[repeat(auto-fill,minmax(11rem,1fr))]">
        {area.tables.map((table) => (
          <TableTile key={table.name} table={table} onTap={() => onTap(table)} />
        ))}
      </ul>
    </section>
  );
}

/** What is begun for the table already goes on. */
function useBegin(): (table: string) => void {
  const { carts, newId } = useFloor();
  const known = useCarts();
  return (table) => {
    const begun = known.find(
      ({ orderId, type, place }) => orderId === null && type === 'dine_in' && isSameTable(place, table),
    );
    const cart = begun ?? emptyCart(newId(), { orderId: null, type: 'dine_in', place: table });
    if (!begun) carts.put(cart);
    go({ kind: 'ring', cart: cart.id });
  };
}
