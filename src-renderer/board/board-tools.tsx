import { CircleOff, Droplets, History, type LucideIcon, Sigma } from 'lucide-react';
import type { ReactNode } from 'react';
import { useText } from '../messages/text-context.tsx';
import { useScreen, useScreenState } from '../screen/screen-context.ts';
import { outDishes } from '../store/availability.ts';
import { useHands } from './keys/hands.ts';

/** What a cook needs from the board as a whole; each has a key, too. */
export function BoardTools() {
  const t = useText();
  const { toggle, toggleCounts, isCounting, lock } = useHands();
  return (
    <div className="-my-1 flex gap-1 max-sm:order-last max-sm:grow max-sm:justify-around" data-tools>
      <Tool icon={History} words={t('recall.open')} onUse={() => toggle('recall')} />
      <Tool icon={Sigma} words={t('counts.open')} isOn={isCounting} onUse={toggleCounts}>
        <OutCount />
      </Tool>
      <Tool icon={Droplets} words={t('wipe.open')} onUse={lock} />
    </div>
  );
}

/** How many dishes are out ([MEN5]); beside the icon, where it makes the button no wider. */
function OutCount() {
  const t = useText();
  const count = useScreenState((state) => outDishes(state).length);
  if (count === 0) return null;
  return (
    <span
      data-out-count={count}
      className="tabular flex items-center gap-0.5 rounded-md bg-band-warn px-1.5 leading-snug font-bold text-on-band-warn"
    >
      <CircleOff aria-hidden className="size-[1em]" strokeWidth={3} />
      <span aria-hidden>{count}</span>
      <span className="sr-only">{t('out.count', { count })}</span>
    </span>
  );
}

type ToolProps = {
  readonly icon: LucideIcon;
  readonly words: string;
  /** For those that stay. */
  readonly isOn?: boolean;
  readonly onUse: () => void;
  /** What there is to know before it is opened. */
  readonly children?: ReactNode;
};

function Tool({ icon: Icon, words, isOn, onUse, children }: ToolProps) {
  const { guard } = useScreen();
  // A bounce would close what the tap has opened ([TAP1]).
  const use = () => guard.isClear() && guard.isFirst(`tool ${words}`) && onUse();
  return (
    <button
      type="button"
      aria-pressed={isOn}
      onClick={use}
      className={`grid min-h-hit min-w-hit content-center justify-items-center gap-0.5 rounded-lg px-2 text-chrome leading-tight font-semibold ${isOn ? 'bg-text text-ground' : 'bg-surface active:bg-raised'}`}
    >
      <span className="flex items-center gap-1">
        <Icon aria-hidden className="size-[1.6em]" strokeWidth={2.25} />
        {children}
      </span>
      {words}
    </button>
  );
}
