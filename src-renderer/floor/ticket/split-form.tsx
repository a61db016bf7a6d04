import { useState } from 'react';
import type { LineId } from '#shared/domain/id.ts';
import { liveLines, type Order } from '#shared/domain/order.ts';
import { useText } from '../../messages/text-context.tsx';
import { useScreen } from '../../screen/screen-context.ts';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { Amount } from '../ring/amount.tsx';

type SplitFormProps = { readonly order: Order; readonly onClose: () => void };

/** Which dishes, and how many of each, become an order of their own ([GRO1]). */
export function SplitForm({ order, onClose }: SplitFormProps) {
  const t = useText();
  const { client, guard } = useScreen();
  const [taken, setTaken] = useState<ReadonlyMap<LineId, number>>(new Map());
  const [table, setTable] = useState('');
  const lines = liveLines(order);
  const items = [...taken].flatMap(([id, quantity]) => (quantity > 0 ? { id, quantity } : []));
  const takesAll = lines.every((line) => taken.get(line.id) === line.quantity);
  const { restaurantId, id: orderId } = order;
  const split = () => {
    if (!guard.allows(`split/${orderId}`, false)) return;
    const tableNumber = table.trim() || order.tableNumber;
    client.command({ kind: 'order.split-items', restaurantId, orderId, items, tableNumber });
    onClose();
  };
  return (
    <div className="grid gap-4">
      <p className="text-chrome text-muted">{t('floor.splitLead')}</p>
      <ul className="rounded-xl border border-edge bg-surface">
        {lines.map(({ id, name, quantity }) => (
          <li
            key={id}
            className="flex items-center justify-between gap-3 border-b border-edge px-3 py-2 last:border-b-0"
          >
            <span className="words min-w-0 flex-1 text-[1.25rem] font-semibold">
              {quantity} × {name}
            </span>
            <Amount
              quantity={taken.get(id) ?? 0}
              least={0}
              most={quantity}
              onChoose={(wanted) => setTaken(new Map(taken).set(id, wanted))}
            />
          </li>
        ))}
      </ul>
      <Field
        label={t('floor.splitTable')}
        hint={t('floor.splitTableHint')}
        value={table}
        inputMode="numeric"
        maxLength={40}
        autoComplete="off"
        onChange={(event) => setTable(event.target.value)}
      />
      {takesAll && <p className="text-chrome font-semibold text-danger">{t('floor.splitNotAll')}</p>}
      <Button look="primary" data-split disabled={items.length === 0 || takesAll} onClick={split}>
        {t('floor.act.split')}
      </Button>
    </div>
  );
}
