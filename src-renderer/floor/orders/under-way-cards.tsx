import type { Kitchen } from '#shared/domain/apply.ts';
import { useText } from '../../messages/text-context.tsx';
import { isRungIn } from '../../outbox/screen-command.ts';
import { commandName } from '../../screen/delivery/command-name.ts';
import { deliveryColours, deliveryIcons } from '../../screen/delivery/delivery-mark.tsx';
import { useScreenState } from '../../screen/screen-context.ts';
import { deliveryOf, type SentCommand } from '../../store/delivery.ts';
import type { PendingCommand } from '../../store/pending-command.ts';
import { kitchenOf } from '../../store/screen-state.ts';

/** Orders and dishes that were sent from here and stand on no card yet: nobody is to ring them in again ([DLV1]). */
export function UnderWayCards() {
  const pending = useScreenState((state) => state.pending);
  const sent = useScreenState((state) => state.sent);
  const kitchen = useScreenState(kitchenOf);
  const waiting = pending.filter(({ command }) => isRungIn(command));
  const unknown = sent.filter(
    (one) => isRungIn(one.command) && !isShown(one, kitchen) && !waiting.some(({ key }) => key === one.key),
  );
  return [...unknown, ...waiting].map((one) => <UnderWayCard key={one.key} one={one} />);
}

/** The link has brought it. */
function isShown({ answer: { orderId, version } }: SentCommand, { orders, closed }: Kitchen): boolean {
  return (orders.get(orderId)?.version ?? closed.get(orderId) ?? -1) >= version;
}

function UnderWayCard({ one }: { readonly one: PendingCommand | SentCommand }) {
  const t = useText();
  const delivery = deliveryOf(one);
  const Icon = deliveryIcons[delivery];
  const name = commandName(one.command, t);
  return (
    <div
      data-under-way={delivery}
      className="flex flex-wrap items-center gap-x-4 gap-y-1 rounded-xl border border-edge bg-surface px-4 py-3"
    >
      <h2 className="words text-[1.5rem] leading-tight font-bold">{one.about.ticket || name}</h2>
      {one.about.ticket !== '' && <p className="text-chrome text-muted">{name}</p>}
      <p className="flex items-center gap-2 text-chrome font-semibold">
        <Icon aria-hidden className={`size-6 shrink-0 ${deliveryColours[delivery]}`} strokeWidth={2.25} />
        {t(`delivery.state.${delivery}`)}
      </p>
    </div>
  );
}
