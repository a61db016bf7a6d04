import { useId } from 'react';

export const upTo = (most: number): readonly number[] => Array.from({ length: most }, (_, index) => index + 1);

type NumbersProps = {
  readonly label: string;
  readonly numbers: readonly number[];
  readonly chosen: number | null;
  /** What none of them is called. */
  readonly none?: string;
  readonly onChoose: (number: number | null) => void;
};

/** One number of a few; a phone's own list is quicker than any of ours. */
export function Numbers({ label, numbers, chosen, none = '–', onChoose }: NumbersProps) {
  const id = useId();
  const offered = chosen === null || numbers.includes(chosen) ? numbers : [...numbers, chosen];
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
        <option value="">{none}</option>
        {offered.map((number) => (
          <option key={number} value={number}>
            {number}
          </option>
        ))}
      </select>
    </div>
  );
}
