import type { OrderId } from '#shared/domain/id.ts';
import { useText } from '../../messages/text-context.tsx';
import { isOnOrder, type ScreenCommand } from '../../outbox/screen-command.ts';
import { commandName } from '../../screen/delivery/command-name.ts';
import { deliveryColours, deliveryIcons } from '../../screen/delivery/delivery-mark.tsx';
import { useScreenState } from '../../screen/screen-context.ts';
import { deliveryOf } from '../../store/delivery.ts';

/** What was sent from here for this order and how far it has come, the newest last ([DLV1]). */
export function OrderDelivery({ id }: { readonly id: OrderId }) {
  const t = useText();
  const pending = useScreenState((state) => state.pending);
  const sent = useScreenState((state) => state.sent);
  const isOf = ({ command, answer }: { command: ScreenCommand; answer?: { readonly orderId: OrderId } | null }) =>
    answer?.orderId === id || (isOnOrder(command) && command.orderId === id);
  const waiting = pending.filter((one) => isOf(one) && !sent.some(({ key }) => key === one.key));
  const shown = [...sent.filter(isOf), ...waiting].slice(-mostShown);
  if (shown.length === 0) return null;
  return (
    <ul className="grid gap-1 px-1">
      {shown.map((one) => {
        const delivery = deliveryOf(one);
        const Icon = deliveryIcons[delivery];
        return (
          <li key={one.key} data-delivery={delivery} className="flex flex-wrap items-center gap-x-3 text-chrome">
            <Icon aria-hidden className={`size-6 shrink-0 ${deliveryColours[delivery]}`} strokeWidth={2.25} />
            <span className="font-semibold">{commandName(one.command, t)}</span>
            <span className="text-muted">{t(`delivery.state.${delivery}`)}</span>
          </li>
        );
      })}
    </ul>
  );
}

const mostShown = 4;
