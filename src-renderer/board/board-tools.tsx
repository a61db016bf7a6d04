import { Droplets, History, type LucideIcon, Sigma } from 'lucide-react';
import { useText } from '../messages/text-context.tsx';
import { useHands } from './keys/hands.ts';

/** What a cook needs from the board as a whole; each has a key, too. */
export function BoardTools() {
  const t = useText();
  const { toggle, toggleCounts, isCounting, lock } = useHands();
  return (
    <div className="-my-1 flex max-sm:order-last max-sm:grow max-sm:justify-around" data-tools>
      <Tool icon={History} words={t('recall.open')} onUse={() => toggle('recall')} />
      <Tool icon={Sigma} words={t('counts.open')} isOn={isCounting} onUse={toggleCounts} />
      <Tool icon={Droplets} words={t('wipe.open')} onUse={lock} />
    </div>
  );
}

type ToolProps = {
  readonly icon: LucideIcon;
  readonly words: string;
  /** For those that stay. */
  readonly isOn?: boolean;
  readonly onUse: () => void;
};

function Tool({ icon: Icon, words, isOn, onUse }: ToolProps) {
  return (
    <button
      type="button"
      aria-pressed={isOn}
      onClick={onUse}
      className={`grid min-h-hit min-w-hit content-center justify-items-center gap-0.5 rounded-lg px-2 text-chrome leading-tight font-semibold ${isOn ? 'bg-text text-ground' : 'active:bg-raised'}`}
    >
      <Icon aria-hidden className="size-[1.6em]" strokeWidth={2.25} />
      {words}
    </button>
  );
}
