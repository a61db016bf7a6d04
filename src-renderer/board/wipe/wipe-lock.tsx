import { Droplets } from 'lucide-react';
import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { useText } from '../../messages/text-context.tsx';
import { useMoment, useScreen } from '../../screen/screen-context.ts';
import { HoldButton } from './hold-button.tsx';
import { useFingerDown } from './use-finger-down.ts';
import { useLoneKey } from './use-lone-key.ts';

/** After the last touch: whoever wipes is not done yet. Too short to miss an order for. */
const lockedForMs = 30_000;

type WipeLockProps = { readonly onEnd: () => void };

/**
 * While the screen is wiped no touch counts ([WIP1]): a clear sheet lies over everything, so that tickets still come
 * and are seen. It goes by itself, but never under a finger; earlier when its button or a single key was held.
 */
export function WipeLock({ onEnd }: WipeLockProps) {
  const t = useText();
  const { ticker } = useScreen();
  const dialog = useRef<HTMLDialogElement>(null);
  const [touchedMs, setTouchedMs] = useState(() => ticker.now().steadyMs);
  const touched = useCallback(() => setTouchedMs(ticker.now().steadyMs), [ticker]);
  const isTouched = useFingerDown(touched);
  const leftMs = useMoment(({ steadyMs }) => (isTouched ? lockedForMs : touchedMs + lockedForMs - steadyMs));
  const secondsLeft = Math.max(0, Math.ceil(leftMs / 1000));
  const isOver = secondsLeft === 0;
  useEffect(() => (isOver ? onEnd() : undefined), [isOver, onEnd]);
  const keys = useLoneKey();
  useLayoutEffect(() => {
    const element = dialog.current;
    element?.showModal();
    return () => element?.close();
  }, []);
  return (
    <dialog
      ref={dialog}
      data-wipe-lock
      data-keys="own"
      aria-label={t('wipe.title')}
      onCancel={(event) => event.preventDefault()}
      onPointerMove={touched}
      onContextMenu={(event) => event.preventDefault()}
      className="m-0 size-full max-h-none max-w-none touch-none border-8 border-accent bg-transparent text-text select-none backdrop:bg-transparent"
    >
      <div className="absolute inset-x-0 bottom-6 mx-auto grid w-[min(36rem,calc(100%-2rem))] gap-3 rounded-2xl border-2 border-accent bg-surface p-4 shadow-2xl">
        <p role="timer" className="flex items-center justify-between gap-4 text-[1.75rem] font-bold">
          <Droplets aria-hidden className="size-9 shrink-0" />
          <span className="min-w-0 flex-1">{t('wipe.title')}</span>
          <span className="tabular text-timer">{`0:${String(secondsLeft).padStart(2, '0')}`}</span>
        </p>
        <p className="text-[1.25rem] leading-snug text-muted">{t('wipe.detail')}</p>
        <HoldButton words={t('wipe.hold')} letGo={t('wipe.letGo')} keys={keys} onEnd={onEnd} />
      </div>
    </dialog>
  );
}
