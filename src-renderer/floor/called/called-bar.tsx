import { Megaphone } from 'lucide-react';
import { useText } from '../../messages/text-context.tsx';
import { useMoment } from '../../screen/screen-context.ts';
import { ticketName } from '../../store/ticket-label.ts';
import { formatDuration } from '../../ui/duration.ts';
import { readySinceMs } from '../orders/floor-order.ts';
import { addressOf, usePlace } from '../place.ts';
import { useCalled } from './use-called.ts';

/** The same for whoever is ringing in at this moment: the plate that waits longest, and the way to it. */
export function CalledBar() {
  const t = useText();
  const place = usePlace();
  const [first] = useCalled();
  const sinceMs = first ? (readySinceMs(first) ?? 0) : 0;
  const age = useMoment(({ serverMs }) => formatDuration(Math.max(0, serverMs - sinceMs)));
  if (!first || place.kind === 'orders' || (place.kind === 'order' && place.order === first.id)) return null;
  return (
    <a
      data-called-bar
      href={addressOf({ kind: 'order', order: first.id })}
      className="flex min-h-hit items-center gap-3 bg-band-late px-4 text-chrome font-bold text-on-band-late"
    >
      <Megaphone aria-hidden className="size-6 shrink-0" />
      <span role="status" className="words min-w-0 flex-1">
        {t('floor.waitsAtPass', { ticket: ticketName(first) })}
      </span>
      <span dir="ltr" className="tabular">
        {age}
      </span>
    </a>
  );
}
