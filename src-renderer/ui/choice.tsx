import { Check } from 'lucide-react';
import type { ButtonHTMLAttributes } from 'react';

type ChoiceProps = Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'className' | 'type'> & {
  readonly isChosen: boolean;
};

/** One of several, of which one holds; a tick, a frame and `aria-pressed` say which. */
export function Choice({ isChosen, children, ...rest }: ChoiceProps) {
  const look = isChosen ? 'border-accent bg-raised font-bold' : 'border-edge bg-surface font-semibold';
  return (
    <button
      type="button"
      aria-pressed={isChosen}
      className={`${look} flex min-h-hit min-w-hit items-center gap-2.5 rounded-xl border-[3px] px-4 text-start text-[1.5rem] leading-tight active:bg-raised max-sm:gap-2 max-sm:px-3 max-sm:text-[1.25rem]`}
      {...rest}
    >
      <Check
        aria-hidden
        className={`size-[1.1em] shrink-0 text-accent ${isChosen ? '' : 'invisible'}`}
        strokeWidth={3.5}
      />
      {children}
    </button>
  );
}
