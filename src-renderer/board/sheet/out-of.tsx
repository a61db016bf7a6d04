import { CircleCheckBig, CircleOff } from 'lucide-react';
import type { Line } from '#shared/domain/line.ts';
import type { Product } from '#shared/domain/product.ts';
import { useText } from '../../messages/text-context.tsx';
import { useScreenState } from '../../screen/screen-context.ts';
import { isAvailable, mayChangeAvailability } from '../../store/availability.ts';
import { kitchenOf } from '../../store/screen-state.ts';
import { useBoard } from '../board-context.ts';
import { sellOut } from '../sold-out.ts';
import { useTicketActions } from '../use-ticket-actions.ts';
import { Act } from './act.tsx';

/** 86 ([MEN4]): nothing is left of it; and back on when there is. */
export function OutOf({ line: { productId, name } }: { readonly line: Line }) {
  const t = useText();
  const product = useScreenState((state) =>
    productId === null ? undefined : kitchenOf(state).products.get(productId),
  );
  if (!product) return <p className="text-[1.25rem] text-muted">{t('sheet.notOnMenu')}</p>;
  return <OnMenu product={product} name={name} />;
}

/** `name`: as it was sold ([MEN1]). */
function OnMenu({ product, name }: { readonly product: Product; readonly name: string }) {
  const t = useText();
  const screen = useBoard();
  const actions = useTicketActions();
  const mayChange = useScreenState(mayChangeAvailability);
  const available = useScreenState((state) => isAvailable(state, product.id));
  if (available && !mayChange) return null;
  // For whom it is out, and its way back, are said on the board.
  const takeOff = () => {
    sellOut(screen, product, name);
    screen.guard.uncovered();
    screen.work.setState({ sheet: null });
  };
  return (
    <div className="grid justify-items-start gap-2" data-available={available}>
      {mayChange && (
        <Act
          icon={available ? CircleOff : CircleCheckBig}
          text={available ? t('sheet.outOf', { dish: name }) : t('sheet.backOn', { dish: name })}
          onTap={() => (available ? takeOff() : actions.setAvailable(product, true))}
        />
      )}
      <p className="text-[1.25rem] text-muted">{available ? t('sheet.outMeans') : t('sheet.isOut')}</p>
    </div>
  );
}
