import { CirclePause } from 'lucide-react';
import type { ReactNode } from 'react';
import { useText } from '../../messages/text-context.tsx';
import { useScreen } from '../../screen/screen-context.ts';
import { ticketsIn } from '../../store/held.ts';
import { useHands } from '../keys/hands.ts';
import { useHeld } from './use-held.ts';

/** How many tickets have something that waits here to be fired. */
export const useHeldCount = (): number => ticketsIn(useHeld());

type HeldWayProps = { readonly count: number; readonly look: string; readonly children: ReactNode };

/** The way to what is on hold, wherever its number stands ([OVW2], [OVW3]). */
export function HeldWay({ count, look, children }: HeldWayProps) {
  const { guard } = useScreen();
  const { toggle } = useHands();
  const open = () => guard.isClear() && guard.isFirst('what is on hold') && toggle('held');
  return (
    <button
      type="button"
      data-way
      data-held-count={count}
      aria-haspopup="dialog"
      onClick={open}
      className={`rounded-lg border-2 border-edge bg-surface active:bg-raised ${look}`}
    >
      {children}
    </button>
  );
}

/** At the end of the row of all tickets ([OVW2]). */
export function HeldButton() {
  const t = useText();
  const count = useHeldCount();
  if (count === 0) return null;
  return (
    <HeldWay count={count} look="flex min-h-hit min-w-hit shrink-0 items-center justify-center gap-2 px-3">
      <CirclePause aria-hidden className="size-[1.4rem] shrink-0" strokeWidth={2.25} />
      <span className="text-chrome leading-tight font-semibold max-2xl:max-w-24 2xl:whitespace-nowrap">
        {t('overview.held', { count })}
      </span>
    </HeldWay>
  );
}
