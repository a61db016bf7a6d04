import { MapPinOff } from 'lucide-react';
import { useLayoutEffect } from 'react';
import { useText } from '../messages/text-context.tsx';
import { useScreen } from '../screen/screen-context.ts';
import { Banner } from '../ui/banner.tsx';
import { useScreenStation } from './use-screen-station.ts';

/** A screen whose station somebody has taken away shows everything, and says so ([SCR3]). */
export function GoneStation() {
  const t = useText();
  const { guard } = useScreen();
  const station = useScreenStation();
  const wanted = station.kind === 'gone' ? station.wanted : null;
  // The banner pushes everything down, or lets it up again.
  useLayoutEffect(() => (wanted === null ? undefined : () => guard.slid()), [wanted, guard]);
  useLayoutEffect(() => (wanted === null ? undefined : guard.slid()), [wanted, guard]);
  if (wanted === null) return null;
  return (
    <Banner
      look="caution"
      icon={<MapPinOff aria-hidden className="size-8 shrink-0" />}
      title={t('station.gone', { station: wanted })}
      detail={t('station.goneDetail')}
    />
  );
}
