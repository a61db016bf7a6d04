import {
  CloudCheck,
  CloudUpload,
  FileQuestionMark,
  type LucideIcon,
  Tablet,
  TriangleAlert,
  Undo2,
  Users,
} from 'lucide-react';
import { type ReactNode, useState } from 'react';
import type { Text } from '../../messages/text.ts';
import { useText } from '../../messages/text-context.tsx';
import { lateIn } from '../../store/delivery.ts';
import { useMoment, useScreen, useScreenState } from '../screen-context.ts';
import { DeliveryPanel } from './delivery-panel.tsx';

/** What has become of this screen's taps, in a word; opens the list of them. */
export function DeliveryChip() {
  const [isOpen, setOpen] = useState(false);
  const { look, icon, words, isCalm } = useChip();
  const { guard } = useScreen();
  // The cross lies over *Settings*, and the rest of the sheet over tickets ([TAP1]).
  const close = () => {
    guard.uncovered();
    setOpen(false);
  };
  return (
    <>
      <button
        type="button"
        aria-haspopup="dialog"
        data-chip={isCalm ? 'calm' : 'attention'}
        onClick={() => setOpen(true)}
        className={`-my-2 flex min-h-hit min-w-hit items-center justify-center ${isCalm ? '' : busyPlace}`}
      >
        <span
          className={`${look} flex min-h-12 items-center gap-2 rounded-lg px-3 text-start text-chrome leading-tight font-semibold sm:max-lg:max-w-80`}
        >
          {icon}
          <span className={isCalm ? 'whitespace-nowrap max-2xl:sr-only' : ''}>{words}</span>
        </span>
      </button>
      {/* A screen reader hears of it without being on the button, whose parts have no roles of their own. */}
      <span role="status" className="sr-only">
        {isCalm ? '' : words}
      </span>
      {isOpen && <DeliveryPanel onClose={close} />}
    </>
  );
}

/** On a phone it needs a row of its own when it has words. */
const busyPlace = 'max-sm:order-1 max-sm:basis-full';

type Chip = { readonly look: string; readonly icon: ReactNode; readonly words: string; readonly isCalm: boolean };

const iconSize = 'size-[1.3em] shrink-0';
const attention = { look: 'bg-band-warn text-on-band-warn', isCalm: false };

/** The worst comes first: what the kitchen has not got, what it did not take, what would be lost. */
function useChip(): Chip {
  const t = useText();
  const pending = useScreenState((state) => state.pending);
  const refused = useScreenState((state) => state.notices.length);
  const { trouble, byOthers, unreadable } = useScreenState((state) => state.kept);
  const late = useMoment(({ serverMs }) => lateIn(pending, serverMs));
  if (late > 0) {
    const isKept = pending.every((one) => one.kept || one.answer);
    const Icon = isKept ? Tablet : CloudUpload;
    const words = isKept ? t('delivery.keptHere', { count: late }) : t('delivery.unsent', { count: late });
    return { ...attention, icon: <Icon aria-hidden className={iconSize} />, words };
  }
  if (refused > 0) {
    return {
      ...attention,
      icon: <Undo2 aria-hidden className={iconSize} />,
      words: t('delivery.refused', { count: refused }),
    };
  }
  if (trouble) {
    return {
      ...attention,
      icon: <TriangleAlert aria-hidden className={iconSize} />,
      words: t('delivery.keepsNothing'),
    };
  }
  return calm(
    t,
    byOthers.reduce((sum, { count }) => sum + count, 0),
    unreadable,
  );
}

function calm(t: Text, ofOthers: number, unreadable: number): Chip {
  const [Icon, words] = calmly(t, ofOthers, unreadable);
  return { look: 'bg-surface', icon: <Icon aria-hidden className={`${iconSize} text-muted`} />, words, isCalm: true };
}

function calmly(t: Text, ofOthers: number, unreadable: number): readonly [LucideIcon, string] {
  if (ofOthers > 0) return [Users, t('delivery.ofOthers', { count: ofOthers })];
  if (unreadable > 0) return [FileQuestionMark, t('delivery.unreadable', { count: unreadable })];
  return [CloudCheck, t('delivery.allSent')];
}
