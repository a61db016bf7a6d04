import { CircleSlash, Hourglass, WifiOff } from 'lucide-react';
import { useText } from '../messages/text-context.tsx';
import { Button } from '../ui/button.tsx';
import { FullPage } from '../ui/full-page.tsx';
import { useGuest, useGuestFreshness } from './guest-context.ts';
import { OrderView } from './order-view.tsx';

const big = 'size-16';

/** The page for what is known: the order, once it was told, whatever becomes of the link after its end. */
export function GuestApp() {
  const order = useGuest((state) => state.order);
  const phase = useGuest(({ link }) => link.phase);
  const isGone = phase === 'signed-out' || phase === 'stopped';
  if (order && (order.over || !isGone)) return <OrderView order={order} />;
  return isGone ? <NoOrder /> : <Looking />;
}

/** One page for a link that is wrong and one that is too old: nobody learns which ([GST3]). */
export function NoOrder() {
  const t = useText();
  return (
    <FullPage
      isAlone
      icon={<CircleSlash aria-hidden className={big} strokeWidth={1.25} />}
      title={t('guest.noneTitle')}
      detail={t('guest.noneDetail')}
      action={
        <Button look="primary" onClick={() => location.reload()}>
          {t('action.reload')}
        </Button>
      }
    />
  );
}

function Looking() {
  const t = useText();
  const isLate = useGuestFreshness() !== 'fresh';
  const trouble = useGuest(({ link }) => ('trouble' in link ? link.trouble : null));
  const isAway = isLate || trouble === 'offline' || trouble === 'unreachable';
  if (trouble === 'too-many') return <Full />;
  const Icon = isAway ? WifiOff : Hourglass;
  return (
    <FullPage
      isAlone
      icon={<Icon aria-hidden className={big} strokeWidth={1.25} />}
      title={isAway ? t('guest.awayTitle') : t('guest.lookingTitle')}
      detail={isAway ? t('guest.awayDetail') : t('guest.lookingDetail')}
    />
  );
}

function Full() {
  const t = useText();
  return (
    <FullPage
      isAlone
      icon={<Hourglass aria-hidden className={big} strokeWidth={1.25} />}
      title={t('guest.fullTitle')}
      detail={t('guest.fullDetail')}
    />
  );
}
