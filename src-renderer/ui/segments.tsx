import type { ReactNode } from 'react';

type SegmentsProps<Key extends string> = {
  /** What is chosen between. */
  readonly label: string;
  readonly options: readonly (readonly [Key, ReactNode])[];
  readonly chosen: Key;
  readonly onChoose: (key: Key) => void;
};

/** A few that exclude each other, side by side in one box, on a phone four of them in two rows; a frame round the chosen one, as colour alone says nothing. */
export function Segments<Key extends string>({ label, options, chosen, onChoose }: SegmentsProps<Key>) {
  return (
    <fieldset
      className={`gap-1 rounded-xl border border-edge bg-surface p-1 ${options.length > 3 ? 'grid grid-cols-2 sm:grid-cols-4' : 'flex'}`}
    >
      <legend className="sr-only">{label}</legend>
      {options.map(([key, words]) => {
        const look = key === chosen ? 'bg-accent text-on-accent underline underline-offset-4' : 'active:bg-raised';
        return (
          <button
            key={key}
            type="button"
            aria-pressed={key === chosen}
            onClick={() => onChoose(key)}
            className={`min-h-hit min-w-0 flex-1 rounded-lg px-2 text-chrome leading-tight font-semibold wrap-anywhere max-sm:px-1 max-sm:text-[1rem] ${look}`}
          >
            {words}
          </button>
        );
      })}
    </fieldset>
  );
}
