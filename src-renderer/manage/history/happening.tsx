import { Bot, ChefHat, type LucideIcon, MonitorSmartphone, RotateCcw, Undo2, UserRound } from 'lucide-react';
import type { WireHappening, WireWho } from '#shared/protocol/wire-history.ts';
import { useText } from '../../messages/text-context.tsx';
import { DeedWords } from './deed-words.tsx';
import { useMomentWords } from './use-moment-words.ts';

/** One moment of an order's past: when, what, and who. */
export function Happening({ happening }: { readonly happening: WireHappening }) {
  const t = useText();
  const { clock } = useMomentWords();
  const { at, type, data, deeds, who } = happening;
  return (
    <li data-happening={type} className="grid gap-x-6 gap-y-1 p-4 sm:grid-cols-[6rem_1fr_auto]">
      <time dateTime={at} className="tabular text-[1.25rem] leading-snug font-semibold">
        {clock(Date.parse(at))}
      </time>
      <div className="grid min-w-0 content-start gap-1.5">
        {data.undone === true && <Mark icon={Undo2} words={t('orderHistory.undone')} />}
        {type === 'order_recalled' && (
          <Mark
            icon={RotateCcw}
            words={t(data.timer_kept === true ? 'orderHistory.broughtBack' : 'orderHistory.recalled')}
          />
        )}
        {deeds.map((deed) => (
          <DeedWords key={JSON.stringify(deed)} deed={deed} />
        ))}
        {deeds.length === 0 && <p className="text-[1.25rem] leading-snug">{t('orderHistory.other')}</p>}
      </div>
      <Who who={who} />
    </li>
  );
}

const Mark = ({ icon: Icon, words }: { readonly icon: LucideIcon; readonly words: string }) => (
  <p className="flex items-center gap-2 text-[1.25rem] leading-snug font-bold">
    <Icon aria-hidden className="size-[1.1em] shrink-0" strokeWidth={2.5} />
    {words}
  </p>
);

const icons = { person: UserRound, device: MonitorSmartphone, program: Bot, kitchen: ChefHat } as const;

function Who({ who: { kind, name } }: { readonly who: WireWho }) {
  const t = useText();
  const Icon = icons[kind] ?? UserRound;
  const words = kind === 'kitchen' ? t('orderHistory.byItself') : (name ?? t('orderHistory.unknown'));
  return (
    <p data-who={kind} className="flex min-w-0 items-start gap-2 text-chrome leading-snug text-muted sm:max-w-56">
      <Icon aria-hidden className="mt-0.5 size-[1.2em] shrink-0" />
      <span className="words min-w-0">
        {words}
        {kind !== 'kitchen' && kind !== 'person' && <span className="block">{t(`orderHistory.kind.${kind}`)}</span>}
      </span>
    </p>
  );
}
