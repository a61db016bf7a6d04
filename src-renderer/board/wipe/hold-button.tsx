import { LockOpen } from 'lucide-react';
import { type PointerEvent, useEffect, useState } from 'react';
import type { KeysDown } from './use-lone-key.ts';

/** No stroke of a cloth stays in one place for so long. */
const holdMs = 2000;

type HoldButtonProps = {
  readonly words: string;
  /** Once it has been held for long enough. */
  readonly letGo: string;
  /** A key stands for the finger. */
  readonly keys: KeysDown;
  readonly onEnd: () => void;
};

/**
 * Counts only when a finger stays on it, and ends with the lifting of it: whatever lies below must not be what the
 * finger is lifted from ([WIP1]). The filling bar shows that it is being held.
 */
export function HoldButton({ words, letGo, keys, onEnd }: HoldButtonProps) {
  const { finger, isHeld, isDone, onPress, onSlideOff } = useHold(keys, onEnd);
  const look = isDone ? 'bg-accent text-on-accent' : 'bg-raised';
  return (
    <button
      type="button"
      data-held={isHeld}
      data-done={isDone}
      onPointerDown={finger === null ? onPress : undefined}
      onPointerLeave={onSlideOff}
      className={`${look} relative min-h-hit w-full overflow-hidden rounded-lg text-[1.5rem] font-bold`}
    >
      <span
        aria-hidden
        className={`absolute inset-0 origin-left bg-raised-strong rtl:origin-right ${isHeld && !isDone ? 'fills' : 'hidden'}`}
      />
      <span className="relative flex items-center justify-center gap-3">
        <LockOpen aria-hidden className="size-8" />
        {isDone ? letGo : words}
      </span>
    </button>
  );
}

function useHold(keys: KeysDown, onEnd: () => void) {
  const [finger, setFinger] = useState<number | null>(null);
  const [doneBy, setDoneBy] = useState<'finger' | 'key' | null>(null);
  const isHeld = finger !== null || keys.isAlone;
  const isDone = doneBy !== null;
  const by = finger === null ? 'key' : 'finger';
  useEffect(() => {
    if (!isHeld || isDone) return;
    const waiting = setTimeout(() => setDoneBy(by), holdMs);
    return () => clearTimeout(waiting);
  }, [isHeld, isDone, by]);
  useEffect(() => {
    if (finger === null) return;
    const lift = ({ pointerId }: globalThis.PointerEvent) => pointerId === finger && setFinger(null);
    for (const end of lifts) addEventListener(end, lift, true);
    return () => {
      for (const end of lifts) removeEventListener(end, lift, true);
    };
  }, [finger]);
  const isLifted = doneBy === 'finger' ? finger === null : !keys.isDown;
  useEffect(() => (isDone && isLifted ? onEnd() : undefined), [isDone, isLifted, onEnd]);

  function onPress({ currentTarget, pointerId }: PointerEvent<HTMLElement>): void {
    // Else a finger that slides off would count as staying.
    if (currentTarget.hasPointerCapture(pointerId)) currentTarget.releasePointerCapture(pointerId);
    setFinger(pointerId);
  }
  const onSlideOff = ({ pointerId }: PointerEvent) => !isDone && pointerId === finger && setFinger(null);
  return { finger, isHeld, isDone, onPress, onSlideOff };
}

const lifts = ['pointerup', 'pointercancel'] as const;
