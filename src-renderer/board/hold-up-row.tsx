import { Hourglass } from 'lucide-react';
import { useText } from '../messages/text-context.tsx';
import { useIsPass, useStationName } from '../screen/use-site.ts';
import { holdUps } from '../store/hold-up.ts';
import type { Ticket } from '../store/ticket.ts';

/** At the pass: which station the rest of the ticket waits for, and with what ([PAS2]). */
export function HoldUpRow({ ticket }: { readonly ticket: Ticket }) {
  const t = useText();
  const nameOf = useStationName();
  const waits = useIsPass(ticket.viewpoint) ? holdUps(ticket) : [];
  if (waits.length === 0) return null;
  return (
    <div data-head data-hold-up className="flex gap-2 border-b border-edge bg-note px-3 py-1.5 text-meta">
      <Hourglass aria-hidden className="mt-0.5 size-[1.1em] shrink-0" strokeWidth={2.5} />
      <p className="words min-w-0">
        {waits.map(({ station, dishes }, index) => (
          <span key={station}>
            {index > 0 && ' · '}
            <strong className="font-bold">{t('ticket.waitsFor', { station: nameOf(station) })}</strong>{' '}
            {dishes.join(', ')}
          </span>
        ))}
      </p>
    </div>
  );
}
