import { TriangleAlert, Wifi } from 'lucide-react';
import { useText } from '../messages/text-context.tsx';
import { useGuest, useGuestFreshness } from './guest-context.ts';

/** How far what is shown can be trusted ([FRS1]); what is over changes no more, however old it is. */
export function Doubt({ isOver }: { readonly isOver: boolean }) {
  const t = useText();
  const state = useGuestFreshness();
  const isOffline = useGuest(({ link }) => 'trouble' in link && link.trouble === 'offline');
  if (isOver) return null;
  if (state === 'fresh' && !isOffline) return <Fresh />;
  const isLost = state === 'lost';
  const look = isLost ? 'bg-band-late text-on-band-late' : 'bg-band-warn text-on-band-warn';
  return (
    <p
      role="alert"
      data-freshness={isLost ? 'lost' : 'waiting'}
      className={`${look} flex items-center gap-3 px-4 py-3 text-[1.125rem] leading-snug`}
    >
      <TriangleAlert aria-hidden className="size-7 shrink-0" strokeWidth={2.5} />
      <span>
        <strong className="font-bold">
          {isOffline ? t('guest.offline') : isLost ? t('guest.lost') : t('guest.waiting')}
        </strong>{' '}
        {isLost || isOffline ? t('guest.lostDetail') : ''}
      </span>
    </p>
  );
}

function Fresh() {
  const t = useText();
  return (
    <p data-freshness="fresh" className="flex items-center gap-2 px-4 pt-2 text-[1rem] text-muted">
      <Wifi aria-hidden className="size-5" />
      {t('guest.fresh')}
    </p>
  );
}
