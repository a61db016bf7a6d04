import { TriangleAlert } from 'lucide-react';
import { type InputHTMLAttributes, type ReactNode, useId } from 'react';

type FieldProps = Omit<InputHTMLAttributes<HTMLInputElement>, 'className' | 'id'> & {
  readonly label: string;
  readonly hint?: string;
  /** What is wrong with what stands in it. */
  readonly error?: string | undefined;
  /** Stands at the end of the box: a switch, a unit. */
  readonly end?: ReactNode;
};

/** A labelled box to type into. */
export function Field({ label, hint, error, end, ...rest }: FieldProps) {
  const id = useId();
  const [hintId, errorId] = [`${id}-hint`, `${id}-error`];
  const described = error ? errorId : hint && hintId;
  return (
    <div className="grid gap-2">
      <label htmlFor={id} className="text-chrome font-semibold">
        {label}
      </label>
      <div
        className={`flex items-stretch rounded-lg border-2 bg-surface focus-within:border-accent ${error ? 'border-danger' : 'border-edge'}`}
      >
        <input
          id={id}
          aria-describedby={described}
          aria-invalid={error ? true : undefined}
          className="min-h-hit w-full min-w-0 rounded-lg bg-transparent px-4 text-[1.375rem] outline-none"
          {...rest}
        />
        {end}
      </div>
      {error && (
        <p id={errorId} className="flex gap-2 text-chrome leading-snug font-semibold text-danger">
          <TriangleAlert aria-hidden className="mt-0.5 size-[1.2em] shrink-0" />
          {error}
        </p>
      )}
      {hint && !error && (
        <p id={hintId} className="text-chrome text-muted">
          {hint}
        </p>
      )}
    </div>
  );
}
