import { type Order, orderTypes } from '#shared/domain/order.ts';
import { useText } from '../../messages/text-context.tsx';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { nameOrder } from '../../ui/name-order.ts';
import { Segments } from '../../ui/segments.tsx';
import type { Cart } from '../cart/cart.ts';
import { Numbers, upTo } from '../ring/numbers.tsx';

type ForWhomProps = {
  readonly cart: Cart;
  readonly orders: readonly Order[];
  readonly onChange: (change: Partial<Cart>) => void;
};

/** What is said about an order as a whole; only the first two lines are needed. */
export function ForWhom({ cart, orders, onChange }: ForWhomProps) {
  const t = useText();
  const { type, place, covers, phone, notes, inMinutes } = cart;
  const isAtTable = type === 'dine_in';
  return (
    <>
      <Segments
        label={t('floor.howEaten')}
        options={orderTypes.map((one) => [one, t(`ticket.type.${one}`)] as const)}
        chosen={type}
        onChoose={(chosen) => onChange({ type: chosen })}
      />
      <Field
        label={isAtTable ? t('floor.table') : t('floor.guestName')}
        value={place}
        inputMode={isAtTable ? 'numeric' : 'text'}
        maxLength={isAtTable ? 40 : 200}
        autoComplete="off"
        onChange={(event) => onChange({ place: event.target.value })}
      />
      {isAtTable && <OpenTables orders={orders} onChoose={(table) => onChange({ place: table })} />}
      {!isAtTable && (
        <Field
          label={t('floor.phone')}
          type="tel"
          value={phone}
          maxLength={40}
          autoComplete="off"
          onChange={(event) => onChange({ phone: event.target.value })}
        />
      )}
      <div className="flex gap-2">
        {isAtTable ? (
          <Numbers
            label={t('floor.covers')}
            numbers={upTo(30)}
            chosen={covers}
            onChoose={(chosen) => onChange({ covers: chosen })}
          />
        ) : (
          <Numbers
            label={t('floor.inMinutes')}
            numbers={minutes}
            chosen={inMinutes}
            none={t('floor.atOnce')}
            onChoose={(chosen) => onChange({ inMinutes: chosen })}
          />
        )}
      </div>
      <Field
        label={t('floor.orderNote')}
        value={notes}
        maxLength={2000}
        autoComplete="off"
        onChange={(event) => onChange({ notes: event.target.value })}
      />
    </>
  );
}

const minutes = [15, 20, 30, 45, 60, 75, 90, 120, 150, 180] as const;

type OpenTablesProps = { readonly orders: readonly Order[]; readonly onChoose: (table: string) => void };

/** Tables that have something in the kitchen: most of what is ordered is ordered there. */
function OpenTables({ orders, onChoose }: OpenTablesProps) {
  const t = useText();
  const tables = [...new Set(orders.flatMap(({ type, tableNumber }) => (type === 'dine_in' && tableNumber) || []))];
  if (tables.length === 0) return null;
  tables.sort(nameOrder);
  return (
    <fieldset>
      <legend className="mb-2 text-chrome font-semibold">{t('floor.openTables')}</legend>
      <div className="flex flex-wrap gap-2">
        {tables.map((table) => (
          <Button key={table} look="framed" wraps onClick={() => onChoose(table)}>
            {table}
          </Button>
        ))}
      </div>
    </fieldset>
  );
}
