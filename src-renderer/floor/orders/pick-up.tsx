import { BellRing } from 'lucide-react';
import type { Order } from '#shared/domain/order.ts';
import { useText } from '../../messages/text-context.tsx';
import { useMoment, useScreen } from '../../screen/screen-context.ts';
import { formatDuration } from '../../ui/duration.ts';
import { useFloor } from '../floor-context.ts';
import { readyLines, readySinceMs } from './floor-order.ts';
import { waitsTooLongMs } from './waits.ts';

/** What stands ready at the pass, and the button that says it was fetched. */
export function PickUp({ order }: { readonly order: Order }) {
  const t = useText();
  const { client, guard } = useScreen();
  const { tickets } = useFloor();
  const sinceMs = readySinceMs(order) ?? 0;
  const age = useMoment(({ serverMs }) => formatDuration(Math.max(0, serverMs - sinceMs)));
  const isLong = useMoment(({ serverMs }) => sinceMs > 0 && serverMs - sinceMs >= waitsTooLongMs);
  const lines = readyLines(order);
  if (lines.length === 0) return null;
  /** As the pass does it: with what stood there, so that a dish which is cooked again meanwhile stays ([BMP2]). */
  const fetched = () => {
    const ticket = tickets(client.store.getState()).find(({ id }) => id === order.id);
    if (!ticket || !guard.allows(`pick-up/${order.id}`, true, order.id)) return;
    client.bump(
      ticket,
      lines.map(({ id }) => id),
    );
  };
  const look = isLong ? 'bg-band-late text-on-band-late' : 'bg-band-warn text-on-band-warn';
  return (
    <div data-ready={isLong ? 'long' : 'now'} className={`grid gap-2 px-4 py-3 ${look}`}>
      <p role="status" className="flex items-start gap-2 text-[1.25rem] leading-snug font-bold">
        <BellRing aria-hidden className="mt-0.5 size-[1.2em] shrink-0" strokeWidth={2.5} />
        <span className="words">{lines.map(({ quantity, name }) => `${quantity} × ${name}`).join(', ')}</span>
      </p>
      <button
        type="button"
        data-pick-up
        onClick={fetched}
        className="flex min-h-hit items-center justify-center gap-3 rounded-lg border-2 border-current px-4 text-[1.25rem] font-bold active:opacity-70"
      >
        {t('floor.pickUp')}
        <span dir="ltr" className="tabular font-semibold">
          {age}
        </span>
      </button>
    </div>
  );
}
