import type { ReactNode } from 'react';

type PillProps = { readonly isChosen: boolean; readonly onTap: () => void; readonly children: ReactNode };

/** A short word that is chosen or not, among others. */
export function Pill({ isChosen, onTap, children }: PillProps) {
  return (
    <button
      type="button"
      aria-pressed={isChosen}
      onClick={onTap}
      className={`words min-h-hit min-w-hit rounded-full border-2 px-4 text-chrome font-semibold ${isChosen ? 'border-accent bg-accent text-on-accent underline underline-offset-4' : 'border-edge bg-surface active:bg-raised'}`}
    >
      {children}
    </button>
  );
}
