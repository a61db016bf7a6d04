import { Bell, BellRing } from 'lucide-react';
import { useSyncExternalStore } from 'react';
import { useText } from '../messages/text-context.tsx';
import { Button } from '../ui/button.tsx';
import { useGuestScreen } from './guest-context.ts';

/** A phone that is locked, or shows another page, cannot ring: it is said beside the button ([GST7]). */
export function TellMe() {
  const t = useText();
  const { caller } = useGuestScreen();
  const { subscribe, getState } = caller.isWanted;
  const isWanted = useSyncExternalStore(subscribe, getState, getState);
  const Icon = isWanted ? BellRing : Bell;
  return (
    <div className="grid gap-2 text-center">
      <Button
        look={isWanted ? 'framed' : 'primary'}
        wraps
        aria-pressed={isWanted}
        onClick={() => caller.want(!isWanted)}
      >
        <Icon aria-hidden className="size-6 shrink-0" />
        {t('guest.tellMe')}
      </Button>
      {isWanted && <p className="text-[1.125rem] leading-snug">{t('guest.tellHint')}</p>}
    </div>
  );
}
