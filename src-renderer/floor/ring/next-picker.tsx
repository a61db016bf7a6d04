import { useId } from 'react';
import { useText } from '../../messages/text-context.tsx';
import type { Next } from './use-ring.ts';

type NextPickerProps = { readonly next: Next; readonly onChoose: (next: Next) => void };

const most = { seat: 20, course: 6 } as const;

/** Seat and course of what is tapped next; a phone's own list is quicker than any of ours. */
export function NextPicker({ next, onChoose }: NextPickerProps) {
  const t = useText();
  return (
    <div className="flex gap-2 px-3 pt-3">
      <Numbers
        label={t('floor.seat')}
        most={most.seat}
        chosen={next.seat}
        onChoose={(seat) => onChoose({ ...next, seat })}
      />
      <Numbers
        label={t('floor.course')}
        most={most.course}
        chosen={next.course}
        onChoose={(course) => onChoose({ ...next, course })}
      />
    </div>
  );
}

type NumbersProps = {
  readonly label: string;
  readonly most: number;
  readonly chosen: number | null;
  readonly onChoose: (number: number | null) => void;
};

export function Numbers({ label, most, chosen, onChoose }: NumbersProps) {
  const id = useId();
  const numbers = Array.from({ length: Math.max(most, chosen ?? 0) }, (_, index) => index + 1);
  return (
    <div className="flex min-w-0 flex-1 items-center rounded-lg border-2 border-edge bg-surface focus-within:border-accent">
      <label htmlFor={id} className="ps-3 text-chrome font-semibold whitespace-nowrap">
        {label}
      </label>
      <select
        id={id}
        value={chosen ?? ''}
        onChange={(event) => onChoose(event.target.value === '' ? null : Number(event.target.value))}
        className="min-h-hit min-w-0 flex-1 bg-transparent px-2 text-end text-[1.25rem] font-bold outline-none"
      >
        <option value="">–</option>
        {numbers.map((number) => (
          <option key={number} value={number}>
            {number}
          </option>
        ))}
      </select>
    </div>
  );
}
