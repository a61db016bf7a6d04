import { CircleCheckBig, CircleOff } from 'lucide-react';
import type { ProductId } from '#shared/domain/id.ts';
import type { Line } from '#shared/domain/line.ts';
import { useText } from '../../messages/text-context.tsx';
import { type BoardState, kitchenOf } from '../../store/board-state.ts';
import type { Ticket } from '../../store/ticket.ts';
import { Button } from '../../ui/button.tsx';
import { useBoard, useScreen } from '../screen-context.ts';
import { useTicketActions } from '../use-ticket-actions.ts';

type OutOfProps = { readonly ticket: Ticket; readonly line: Line };

/** 86 ([MEN4]): nothing is left of it; and back on when there is. */
export function OutOf({ ticket, line: { productId, name } }: OutOfProps) {
  const t = useText();
  const { guard } = useScreen();
  const actions = useTicketActions();
  const isOnMenu = useBoard((state) => productId !== null && kitchenOf(state).products.has(productId));
  const available = useBoard((state) => productId === null || isAvailable(state, productId));
  if (productId === null || !isOnMenu) return <p className="text-[1.25rem] text-muted">{t('sheet.notOnMenu')}</p>;
  const Icon = available ? CircleOff : CircleCheckBig;
  const tap = () => guard.allows(`86/${productId}`, true) && actions.setAvailable(ticket, productId, !available);
  return (
    <div className="grid justify-items-start gap-2" data-available={available}>
      <Button size="hit" onClick={tap}>
        <Icon aria-hidden className="size-[1.3em] shrink-0" strokeWidth={2.5} />
        {available ? t('sheet.outOf', { dish: name }) : t('sheet.backOn', { dish: name })}
      </Button>
      <p className="text-[1.25rem] text-muted">{available ? t('sheet.outMeans') : t('sheet.isOut')}</p>
    </div>
  );
}

/** As this screen has asked for it last, else as the kitchen says ([OPT1]). */
function isAvailable(state: BoardState, productId: ProductId): boolean {
  const wanted = state.pending
    .map(({ command }) => command)
    .findLast((command) => command.kind === 'product.set-availability' && command.productId === productId);
  if (wanted?.kind === 'product.set-availability') return wanted.available;
  return kitchenOf(state).products.get(productId)?.available ?? true;
}
