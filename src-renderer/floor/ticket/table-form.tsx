import { type FormEvent, useState } from 'react';
import type { Order } from '#shared/domain/order.ts';
import { useText } from '../../messages/text-context.tsx';
import { useScreen } from '../../screen/screen-context.ts';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { TableChoice } from './table-choice.tsx';

type TableFormProps = { readonly order: Order; readonly onClose: () => void };

/** The party sits elsewhere now; nothing is cooked anew ([GRO1]). */
export function TableForm({ order, onClose }: TableFormProps) {
  const t = useText();
  const { client, guard } = useScreen();
  const [table, setTable] = useState('');
  const { restaurantId, id: orderId } = order;
  const isNew = table.trim() !== '' && table.trim() !== order.tableNumber;
  const move = (event: FormEvent) => {
    event.preventDefault();
    if (!isNew || !guard.allows(`table/${orderId}`, false)) return;
    client.command({ kind: 'order.transfer', restaurantId, orderId, tableNumber: table.trim() });
    onClose();
  };
  return (
    <form onSubmit={move} className="grid gap-4">
      <Field
        label={t('floor.newTable')}
        value={table}
        inputMode="numeric"
        maxLength={40}
        autoComplete="off"
        onChange={(event) => setTable(event.target.value)}
      />
      <Button type="submit" look="primary" data-move disabled={!isNew}>
        {t('floor.act.table')}
      </Button>
      <TableChoice besides={order.tableNumber} chosen={table} onChoose={setTable} />
    </form>
  );
}
