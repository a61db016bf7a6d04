import { LockOpen } from 'lucide-react';
import { useEffect, useState } from 'react';

/** No stroke of a cloth stays in one place for so long. */
const holdMs = 2000;

type HoldButtonProps = {
  readonly words: string;
  /** A key stands for the finger. */
  readonly isKeyHeld: boolean;
  readonly onHeld: () => void;
};

/** Counts only when a finger stays on it. The filling bar shows that it is being held. */
export function HoldButton({ words, isKeyHeld, onHeld }: HoldButtonProps) {
  const [hasFinger, setFinger] = useState(false);
  const isHeld = hasFinger || isKeyHeld;
  useEffect(() => {
    if (!isHeld) return;
    const waiting = setTimeout(onHeld, holdMs);
    return () => clearTimeout(waiting);
  }, [isHeld, onHeld]);
  const letGo = () => setFinger(false);
  return (
    <button
      type="button"
      data-held={isHeld}
      onPointerDown={(event) => {
        // Else a finger that slides off would count as staying.
        const { currentTarget, pointerId } = event;
        if (currentTarget.hasPointerCapture(pointerId)) currentTarget.releasePointerCapture(pointerId);
        setFinger(true);
      }}
      onPointerUp={letGo}
      onPointerLeave={letGo}
      onPointerCancel={letGo}
      className="relative min-h-hit w-full overflow-hidden rounded-lg bg-raised text-[1.5rem] font-bold"
    >
      <span
        aria-hidden
        className={`absolute inset-0 origin-left bg-raised-strong rtl:origin-right ${isHeld ? 'fills' : 'hidden'}`}
      />
      <span className="relative flex items-center justify-center gap-3">
        <LockOpen aria-hidden className="size-8" />
        {words}
      </span>
    </button>
  );
}
