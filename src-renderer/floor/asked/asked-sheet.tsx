import { CircleX, Hand, Plus } from 'lucide-react';
import { useState } from 'react';
import type { OrderId } from '#shared/domain/id.ts';
import { type SelfOrder, selfOrderItemTotal, selfOrderTotal } from '#shared/domain/self-order.ts';
import { nothing } from '../../link/ask.ts';
import { useText } from '../../messages/text-context.tsx';
import { useDeed } from '../../people/use-deed.ts';
import { GuardedDialog } from '../../screen/guarded-dialog.tsx';
import { useScreen } from '../../screen/screen-context.ts';
import { Problem } from '../../screen/sign-in/problem.tsx';
import { tableLabel } from '../../store/ticket-label.ts';
import { Button } from '../../ui/button.tsx';
import { useFloor } from '../floor-context.ts';
import { go } from '../place.ts';
import { ReasonForm } from '../ticket/reason-form.tsx';
import { useMoney } from '../use-money.ts';
import { cartOfAsked } from './cart-of-asked.ts';
import { useOrdersAt } from './use-orders-at.ts';

type AskedSheetProps = { readonly asked: SelfOrder; readonly onClose: () => void };

/** What a table asks for, and the three answers to it: a new order, more of one that is there, or no ([SLF2]). */
export function AskedSheet({ asked, onClose }: AskedSheetProps) {
  const t = useText();
  const { guard } = useScreen();
  const { carts, newId } = useFloor();
  const orders = useOrdersAt(asked.table);
  const [isRefusing, setRefusing] = useState(false);
  const refusal = useRefusal(asked.id, onClose);
  const take = (orderId: OrderId | null) => () => {
    if (!guard.allows(`take/${asked.id}`, false)) return;
    const begun = carts.store.getState().find((cart) => cart.selfOrder === asked.id && cart.orderId === orderId);
    const cart = begun ?? cartOfAsked(asked, orderId, newId);
    carts.put(cart);
    go({ kind: 'ring', cart: cart.id });
  };
  return (
    <GuardedDialog title={tableLabel(asked.table)} onClose={onClose}>
      <div className="grid gap-5 pb-4">
        <Dishes asked={asked} />
        {refusal.problem && <Problem problem={refusal.problem} />}
        {isRefusing ? (
          <ReasonForm
            question={t('selfOrderDesk.refuseQuestion')}
            detail={t('selfOrderDesk.refuseDetail')}
            sure={t('selfOrderDesk.refuse')}
            onKeep={() => setRefusing(false)}
            onSure={refusal.refuse}
          />
        ) : (
          <div className="grid gap-3">
            <Button look="primary" wraps data-take="new" onClick={take(null)}>
              <Hand aria-hidden className="size-6 shrink-0" />
              {t('selfOrderDesk.take')}
            </Button>
            {orders.map(({ id, number }) => (
              <Button key={id} look="framed" wraps data-take={number} onClick={take(id)}>
                <Plus aria-hidden className="size-6 shrink-0" strokeWidth={3} />
                {t('selfOrderDesk.addTo', { ticket: number })}
              </Button>
            ))}
            <Button look="quiet" wraps data-refuse onClick={() => setRefusing(true)}>
              <CircleX aria-hidden className="size-6 shrink-0" />
              {t('selfOrderDesk.refuse')}
            </Button>
          </div>
        )}
      </div>
    </GuardedDialog>
  );
}

/** Asked at once, and not kept for later: what the guest is told has to be so. */
function useRefusal(id: string, onDone: () => void) {
  const { client } = useScreen();
  const deed = useDeed('refuse a guest’s order');
  const refuse = (reason: string | null) =>
    deed.run(
      () =>
        client.ask(
          { method: 'POST', path: `/self-orders/${encodeURIComponent(id)}/refuse`, body: { reason } },
          nothing,
        ),
      onDone,
    );
  return { problem: deed.problem, refuse };
}

function Dishes({ asked }: { readonly asked: SelfOrder }) {
  const t = useText();
  const money = useMoney(asked.currency);
  return (
    <div className="grid gap-3">
      <ul className="grid gap-3">
        {asked.items.map((item, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: what was asked for does not change
          <li key={at} className="grid gap-1 border-b border-edge pb-3">
            <span className="flex items-baseline justify-between gap-3 text-[1.25rem] font-semibold">
              <span className="words">
                {item.quantity}× {item.name}
              </span>
              <span className="tabular">{money(selfOrderItemTotal(item))}</span>
            </span>
            {item.modifiers.length > 0 && (
              <span className="words text-chrome text-muted">{item.modifiers.map(({ name }) => name).join(', ')}</span>
            )}
            {item.notes && <span className="words text-chrome">“{item.notes}”</span>}
          </li>
        ))}
      </ul>
      <p className="flex items-baseline justify-between gap-4 text-[1.5rem] font-bold">
        {t('floor.total')}
        <span className="tabular">{money(selfOrderTotal(asked))}</span>
      </p>
    </div>
  );
}
