import { Plus } from 'lucide-react';
import { useText } from '../../messages/text-context.tsx';
import { GuardedDialog } from '../../screen/guarded-dialog.tsx';
import { tableLabel } from '../../store/ticket-label.ts';
import { Button } from '../../ui/button.tsx';
import { OrderCard } from '../orders/order-card.tsx';
import type { TableState } from './table-state.ts';

type OrdersSheetProps = { readonly table: TableState; readonly onClose: () => void; readonly onAnother: () => void };

/** Two parties at one table: which of them is meant. */
export function OrdersSheet({ table, onClose, onAnother }: OrdersSheetProps) {
  const t = useText();
  return (
    <GuardedDialog title={tableLabel(table.name)} onClose={onClose}>
      <ul className="grid gap-3">
        {table.orders.map((order) => (
          <OrderCard key={order.id} order={order} />
        ))}
      </ul>
      <div className="grid pt-3">
        <Button look="framed" onClick={onAnother}>
          <Plus aria-hidden className="size-6" strokeWidth={3} />
          {t('tables.another')}
        </Button>
      </div>
    </GuardedDialog>
  );
}
