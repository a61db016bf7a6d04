import { Banknote, CreditCard, type LucideIcon, Undo2, Wallet } from 'lucide-react';
import { type Order, orderTotal, type PaymentStatus } from '#shared/domain/order.ts';
import { useText } from '../../messages/text-context.tsx';
import { useScreen } from '../../screen/screen-context.ts';
import { Button } from '../../ui/button.tsx';
import { useMoney } from '../use-money.ts';

type PaymentFormProps = { readonly order: Order; readonly onClose: () => void };

const methods: readonly (readonly ['cash' | 'card' | 'other', LucideIcon])[] = [
  ['cash', Banknote],
  ['card', CreditCard],
  ['other', Wallet],
];

/** How it was paid; no money moves here. */
export function PaymentForm({ order, onClose }: PaymentFormProps) {
  const t = useText();
  const { client, guard } = useScreen();
  const money = useMoney(order.currency);
  const isPaid = order.paymentStatus === 'paid';
  const { restaurantId, id: orderId } = order;
  const mark = (status: PaymentStatus, method: string | null) => {
    if (!guard.allows(`payment/${orderId}`, false)) return;
    client.command({ kind: 'order.set-payment', restaurantId, orderId, status, method }, order);
    onClose();
  };
  return (
    <div className="grid gap-3">
      <p className="flex items-baseline justify-between gap-4 text-[1.75rem] font-bold">
        {t('floor.total')}
        <span className="tabular">{money(orderTotal(order))}</span>
      </p>
      {isPaid && (
        <>
          <p className="text-[1.25rem] font-semibold text-done">
            {t('floor.paid')}
            {isMethod(order.paymentMethod) && ` · ${t(`floor.method.${order.paymentMethod}`)}`}
          </p>
          <Button look="framed" data-unpaid onClick={() => mark('unpaid', null)}>
            <Undo2 aria-hidden className="size-6" />
            {t('floor.notPaid')}
          </Button>
        </>
      )}
      {!isPaid &&
        methods.map(([method, Icon]) => (
          <Button key={method} look="primary" data-paid={method} onClick={() => mark('paid', method)}>
            <Icon aria-hidden className="size-6" />
            {t('floor.paidBy', { method: t(`floor.method.${method}`) })}
          </Button>
        ))}
    </div>
  );
}

const isMethod = (method: string | null): method is 'cash' | 'card' | 'other' =>
  methods.some(([known]) => known === method);
