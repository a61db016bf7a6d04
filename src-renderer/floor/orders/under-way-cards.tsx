import { useText } from '../../messages/text-context.tsx';
import { deliveryColours, deliveryIcons } from '../../screen/delivery/delivery-mark.tsx';
import { useScreenState } from '../../screen/screen-context.ts';
import { deliveryOf } from '../../store/delivery.ts';
import type { PendingCommand } from '../../store/pending-command.ts';

/** New orders that the kitchen has yet to show: on their way, or kept here until it answers ([DLV1]). */
export function UnderWayCards() {
  const pending = useScreenState((state) => state.pending);
  const placed = pending.filter(({ command }) => command.kind === 'order.place');
  return placed.map((one) => <UnderWayCard key={one.key} one={one} />);
}

function UnderWayCard({ one }: { readonly one: PendingCommand }) {
  const t = useText();
  const delivery = deliveryOf(one);
  const Icon = deliveryIcons[delivery];
  return (
    <div
      data-under-way={delivery}
      className="flex flex-wrap items-center gap-x-4 gap-y-1 rounded-xl border border-edge bg-surface px-4 py-3"
    >
      <h2 className="words text-[1.5rem] leading-tight font-bold">{one.about.ticket || t('delivery.command.order')}</h2>
      <p className="flex items-center gap-2 text-chrome font-semibold">
        <Icon aria-hidden className={`size-6 shrink-0 ${deliveryColours[delivery]}`} strokeWidth={2.25} />
        {t(`delivery.state.${delivery}`)}
      </p>
    </div>
  );
}
